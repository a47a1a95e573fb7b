/// An address in plain text that becomes a link: `www.…`, `http://…`, `https://…`, `ftp://…` or an email address.
/// Source: GitHub Flavored Markdown, section 6.9. In Chinese text an address also ends at Han and full-width punctuation.
struct Autolink {
    let range: Range<Int>
    /// What has to be put before the text to make it a destination.
    let scheme: StaticString

    /// The first address that begins at or after `start`; without `hasDots` none that begins with `www.` is looked for.
    init?(in view: ByteView, from start: Int, hasDots: Bool) {
        var index = start
        while true {
            index = unsafe (hasDots ? ByteSet.addresses : ByteSet.schemes).first(
                in: view.raw, from: index, to: view.count)
            guard index < view.count else { return nil }
            switch view[index] {
            case 0x2E:
                if index >= start + 3, let range = Self.www(view, index - 3, start) {
                    self.range = range
                    scheme = "http://"
                    return
                }
            case 0x3A:
                if let range = Self.url(view, index, start) {
                    self.range = range
                    scheme = ""
                    return
                }
            case 0x40:
                if let (range, scheme) = Self.email(view, index, start) {
                    self.range = range
                    self.scheme = scheme
                    return
                }
            default: break
            }
            index += 1
        }
    }

    /// Whether `www.` stands anywhere.
    static func hasWWW(_ bytes: [UInt8], _ body: Range<Int>) -> Bool {
        var index = body.lowerBound
        while let found = LineScan.first(0x77, in: bytes, index..<body.upperBound) {
            guard found + 3 < body.upperBound else { return false }
            if bytes[found + 1] == 0x77, bytes[found + 2] == 0x77, bytes[found + 3] == 0x2E { return true }
            index = found + 1
        }
        return false
    }

    private static func www(_ view: ByteView, _ index: Int, _ start: Int) -> Range<Int>? {
        guard index + 4 < view.count, view[index] == 0x77, view[index + 1] == 0x77, view[index + 2] == 0x77,
            view[index + 3] == 0x2E
        else { return nil }
        if index > 0 {
            switch view[index - 1] {
            case 0x20, 0x09...0x0D, 0x2A, 0x5F, 0x7E, 0x28, 0x80...0xFF: break
            default: return nil
            }
        }
        guard let domain = domainEnd(view, index, needsDot: true) else { return nil }
        return index..<trimmedEnd(view, index, addressEnd(view, domain))
    }

    private static func url(_ view: ByteView, _ colon: Int, _ start: Int) -> Range<Int>? {
        guard colon + 3 < view.count, view[colon + 1] == 0x2F, view[colon + 2] == 0x2F else { return nil }
        var first = colon
        while first > start, Scalars.isASCIILetter(view[first - 1]), colon - first < 8 { first -= 1 }
        let name = (first..<colon).map { view[$0] | 0x20 }
        guard ["http", "https", "ftp"].contains(where: { name.elementsEqual($0.utf8) }) else { return nil }
        guard let domain = domainEnd(view, colon + 3, needsDot: false), domain > colon + 3 else { return nil }
        let end = trimmedEnd(view, first, addressEnd(view, domain))
        return end > colon + 3 ? first..<end : nil
    }

    /// The end of the domain that begins at `start`: letters, digits, `-`, `_` and dots; no `_` in its last two parts.
    private static func domainEnd(_ view: ByteView, _ start: Int, needsDot: Bool) -> Int? {
        var index = start
        var underscores = (previous: 0, last: 0)
        var dots = 0
        while index < view.count {
            let byte = view[index]
            if byte == 0x5F {
                underscores.last += 1
            } else if byte == 0x2E {
                underscores = (underscores.last, 0)
                dots += 1
            } else if !(Scalars.isASCIILetter(byte) || Scalars.isASCIIDigit(byte) || byte == 0x2D)
                && !isForeignLetter(view, index)
            {
                break
            }
            index += 1
        }
        if underscores.previous > 0 || underscores.last > 0 || (needsDot && dots == 0) { return nil }
        return index
    }

    /// A byte of a letter that is neither ASCII nor one that ends an address.
    private static func isForeignLetter(_ view: ByteView, _ index: Int) -> Bool {
        view[index] >= 0x80 && !endsAddress(view, index)
    }

    /// Up to white space, `<`, or text that has no spaces.
    private static func addressEnd(_ view: ByteView, _ start: Int) -> Int {
        var index = start
        while index < view.count {
            let byte = view[index]
            if byte == 0x20 || (0x09...0x0D).contains(byte) || byte == 0x3C { break }
            if byte >= 0xC2, endsAddress(view, index) { break }
            index += 1
        }
        return index
    }

    /// Han, kana, full-width forms and the punctuation of Chinese.
    private static func endsAddress(_ view: ByteView, _ index: Int) -> Bool {
        guard view[index] >= 0xC0 else { return false }
        let length = view[index] >= 0xF0 ? 4 : view[index] >= 0xE0 ? 3 : 2
        guard index + length <= view.count else { return false }
        var value = UInt32(view[index]) & (0xFF >> UInt32(length + 1))
        for offset in 1..<length { value = value << 6 | UInt32(view[index + offset] & 0x3F) }
        return Scalars.joinsLines(value) || Scalars.isSharedPunctuation(value) || Scalars.isWhitespace(value)
    }

    /// Leaves out the punctuation at the end, closing brackets without an opening one, and what looks like an entity.
    private static func trimmedEnd(_ view: ByteView, _ start: Int, _ end: Int) -> Int {
        var end = end
        var (opening, closing) = (0, 0)
        for index in start..<end {
            if view[index] == 0x28 { opening += 1 }
            if view[index] == 0x29 { closing += 1 }
        }
        while end > start {
            switch view[end - 1] {
            case 0x3F, 0x21, 0x2E, 0x2C, 0x3A, 0x2A, 0x5F, 0x7E, 0x27, 0x22: end -= 1
            case 0x29 where closing > opening:
                closing -= 1
                end -= 1
            case 0x3B:
                var letter = end - 1
                while letter > start, Scalars.isASCIILetter(view[letter - 1]) { letter -= 1 }
                end = letter < end - 1 && letter > start && view[letter - 1] == 0x26 ? letter - 1 : end - 1
            default: return end
            }
        }
        return end
    }

    private static func email(_ view: ByteView, _ at: Int, _ start: Int) -> (Range<Int>, StaticString)? {
        var first = at
        while first > start, isLocalByte(view[first - 1]) { first -= 1 }
        guard first < at else { return nil }
        var index = at + 1
        var dots = 0
        while index < view.count {
            let byte = view[index]
            if byte == 0x2E, index + 1 < view.count, isAlphanumeric(view[index + 1]) {
                dots += 1
            } else if !isAlphanumeric(byte), byte != 0x2D, byte != 0x5F {
                break
            }
            index += 1
        }
        guard dots > 0, index > at + 1, isAlphanumeric(view[index - 1]) else { return nil }
        for scheme in ["mailto:", "xmpp:"] as [StaticString] {
            let length = scheme.utf8CodeUnitCount
            guard first - length >= start, ends(view, first, with: scheme) else { continue }
            if length == 5, index < view.count, view[index] == 0x2F { index = resourceEnd(view, index) }
            return (first - length..<index, "")
        }
        return (first..<index, "mailto:")
    }

    private static func ends(_ view: ByteView, _ end: Int, with scheme: StaticString) -> Bool {
        var matches = true
        var index = end - scheme.utf8CodeUnitCount
        for byte in String(describing: scheme).utf8 {
            if view[index] != byte { matches = false }
            index += 1
        }
        return matches
    }

    /// Behind the resource of an XMPP address.
    private static func resourceEnd(_ view: ByteView, _ slash: Int) -> Int {
        var index = slash + 1
        while index < view.count, isAlphanumeric(view[index]) || view[index] == 0x40 || view[index] == 0x2E {
            index += 1
        }
        while index > slash + 1, view[index - 1] == 0x2E { index -= 1 }
        return index > slash + 1 ? index : slash
    }

    private static func isLocalByte(_ byte: UInt8) -> Bool {
        isAlphanumeric(byte) || byte == 0x2E || byte == 0x2B || byte == 0x2D || byte == 0x5F
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        Scalars.isASCIILetter(byte) || Scalars.isASCIIDigit(byte)
    }
}

extension DocumentReader {
    /// Adds the link of an address; `view` is its text.
    mutating func addAutolink(_ link: Autolink, _ view: ByteView) {
        let place = place(of: view)
        let start = document.text.count
        document.text.append(contentsOf: String(describing: link.scheme).utf8)
        _ = keep(view)
        let index = addLink(.link, start..<document.text.count, nil, place)
        add(.text, text: start + link.scheme.utf8CodeUnitCount..<document.text.count)
        add(.link, isExit: true, value: index)
    }
}
