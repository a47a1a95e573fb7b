import Bytes

/// Places in the bytes of a finished page.
enum SearchMarkup {
    /// What attributes say about an element.
    struct Marks {
        var rank: SearchRank?
        var isHidden = false

        var isEmpty: Bool { rank == nil && !isHidden }
    }

    /// A name and one more letter: those of up to eight letters are all different.
    @inline(__always)
    static func name(_ letters: UInt64, then letter: UInt8) -> UInt64 {
        (letters << 8 | letters >> 56) ^ UInt64(letter)
    }

    /// The name that stands at a place, as `SearchElements` knows it; the place moves behind it.
    @inline(__always)
    static func name(_ html: Span<UInt8>, _ index: inout Int) -> UInt64 {
        guard let word = html.longWord(at: index) else { return longName(html, &index) }
        let ends = MarkupWord.ends(of: word, or: 0x2F)
        // More than seven letters, or none.
        guard ends != 0, ends & 0x80 == 0 else { return longName(html, &index) }
        let length = ends.trailingZeroBitCount >> 3
        index &+= length
        return ((word | MarkupWord.lowerCase) &<< UInt64(truncatingIfNeeded: 64 &- 8 &* length)).byteSwapped
    }

    private static func longName(_ html: Span<UInt8>, _ index: inout Int) -> UInt64 {
        var name: UInt64 = 0
        while index < html.count, html[index] > 0x20, html[index] != 0x3E, html[index] != 0x2F {
            name = Self.name(name, then: html[index] | 0x20)
            index &+= 1
        }
        return name
    }

    /// Reads `hidden`, `id` and `data-search`.
    /// - Returns: the place behind the tag; a greater-than sign inside quotation marks ends nothing.
    static func attributes(_ html: Span<UInt8>, _ start: Int, _ marks: inout Marks) -> Int {
        var index = start
        while index < html.count {
            let first = html[index]
            if first == 0x3E { return index + 1 }
            if first <= 0x20 || first == 0x2F {
                index &+= 1
                continue
            }
            let name = index..<MarkupWord.endOfAttribute(html, index)
            index = name.upperBound
            var value = index..<index
            if index + 1 < html.count, html[index] == 0x3D {
                let quote = html[index + 1]
                if quote == 0x22 || quote == 0x27 {
                    let end = min(index + 2, html.count)
                    index = html.place(of: quote, from: end)
                    value = end..<index
                    index = min(index + 1, html.count)
                } else {
                    index += 1
                    let valueStart = index
                    while index < html.count, html[index] > 0x20, html[index] != 0x3E { index &+= 1 }
                    value = valueStart..<index
                }
            }
            // Of `data-search`, `hidden`, `id`.
            if first == 0x64 || first == 0x68 || first == 0x69 { note(html, name, value, &marks) }
        }
        return index
    }

    private static func note(_ html: Span<UInt8>, _ name: Range<Int>, _ value: Range<Int>, _ marks: inout Marks) {
        switch name.count {
        case 2 where begins(html, name.lowerBound, "id"):
            if marks.rank == nil, equals("answer", html, value) { marks.rank = .answer }
        case 6 where begins(html, name.lowerBound, "hidden"): marks.isHidden = true
        case 11 where begins(html, name.lowerBound, "data-search"):
            if equals("none", html, value) { marks.isHidden = true }
            if let first = value.first { marks.rank = SearchRank(nameFrom: html[first]) ?? marks.rank }
        default: break
        }
    }

    /// The place behind the next such byte, or the end.
    @inline(__always)
    static func behind(_ byte: UInt8, _ html: Span<UInt8>, _ start: Int) -> Int {
        if start < html.count, html[start] == byte { return start + 1 }
        return min(html.place(of: byte, from: min(start, html.count)) + 1, html.count)
    }

    static func endOfDeclaration(_ html: Span<UInt8>, _ start: Int) -> Int {
        guard start + 3 < html.count, html[start + 2] == 0x2D, html[start + 3] == 0x2D else {
            return behind(0x3E, html, start)
        }
        return place(of: "-->", in: html, from: start + 4).map { $0 + 3 } ?? html.count
    }

    /// The place of the end tag that alone ends an element such as `script`.
    static func endOfRaw(_ name: UInt64, _ html: Span<UInt8>, _ start: Int) -> Int {
        var place = start
        while let end = Self.place(of: "</", in: html, from: place) {
            var index = end + 2
            if Self.name(html, &index) == name { return end }
            place = end + 2
        }
        return html.count
    }

    static func place(of word: String, in html: Span<UInt8>, from start: Int) -> Int? {
        let letters = word.utf8.span
        var place = min(start, html.count)
        while true {
            place = html.place(of: letters[0], from: place)
            if place + letters.count > html.count { return nil }
            if html[place + 1] == letters[1], begins(html, place, letters) { return place }
            place += 1
        }
    }

    /// The last place of `</main`, looked for in steps of its length.
    static func lastEndOfMain(in html: Span<UInt8>, from start: Int) -> Int? {
        var place = html.count - 6
        while place >= start {
            switch html[place] {
            case 0x3C:
                if begins(html, place, "</main") { return place }
                place &-= 6
            case 0x2F, 0x6D, 0x61, 0x69, 0x6E: place &-= 1
            default: place &-= 6
            }
        }
        return nil
    }

    private static func begins(_ html: Span<UInt8>, _ place: Int, _ word: String) -> Bool {
        begins(html, place, word.utf8.span)
    }

    private static func begins(_ html: Span<UInt8>, _ place: Int, _ letters: Span<UInt8>) -> Bool {
        guard place + letters.count <= html.count else { return false }
        for offset in letters.indices where html[place + offset] != letters[offset] { return false }
        return true
    }

    private static func equals(_ word: String, _ html: Span<UInt8>, _ range: Range<Int>) -> Bool {
        word.utf8.count == range.count && begins(html, range.lowerBound, word)
    }
}

/// Characters.
extension SearchMarkup {
    /// The character at a place as search compares it, and the place behind it; nil for what takes no room.
    static func rareCharacter(_ html: Span<UInt8>, _ index: inout Int) -> UInt32? {
        let byte = html[index]
        if byte == 0x26, let (scalar, length) = reference(html, index) {
            index += length
            return CharacterPair.folded(scalar.value)
        }
        // Of two to four bytes, or what is none.
        let length = max(min(byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4, html.count - index), 1)
        var scalar = byte < 0x80 ? UInt32(byte) : UInt32(byte) & 0x7F >> UInt32(length)
        for offset in 1..<length { scalar = scalar << 6 | UInt32(html[index + offset] & 0x3F) }
        index += length
        return CharacterPair.folded(scalar)
    }

    /// The character that a reference stands for, and the reference's length.
    static func reference(_ html: Span<UInt8>, _ start: Int) -> (Unicode.Scalar, Int)? {
        if let word = html.word(at: start) {
            switch word {
            case 0x3B74_6C26: return ("<", 4)
            case 0x3B74_6726: return (">", 4)
            case 0x6F75_7126 where begins(html, start, "&quot;"): return ("\"", 6)
            case 0x706D_6126 where begins(html, start, "&amp;"): return ("&", 5)
            case 0x3933_2326 where begins(html, start, "&#39;"): return ("'", 5)
            default: break
            }
        }
        let end = min(html.count, start + 12)
        return MarkupScanner.reference(in: (start..<end).map { html[$0] }[...])
    }
}
