import Bytes

/// Places in the bytes of a finished page.
enum SearchMarkup {
    /// What attributes say about an element.
    struct Marks {
        var rank: SearchRank?
        var isHidden = false

        var isEmpty: Bool { rank == nil && !isHidden }
    }

    @inline(__always)
    static func name(_ html: Span<UInt8>, _ index: inout Int) -> UInt64 {
        var name: UInt64 = 0
        while index < html.count {
            var byte = html[index]
            if byte &- 0x41 < 26 { byte |= 0x20 }
            guard byte &- 0x61 < 26 || byte &- 0x30 < 10 || byte == 0x2D else { break }
            name = name << 8 | UInt64(byte)
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
            let nameStart = index
            while index < html.count, html[index] > 0x20, html[index] != 0x3D, html[index] != 0x3E { index &+= 1 }
            let name = nameStart..<index
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
            if begins(html, place, letters) { return place }
            place += 1
        }
    }

    static func lastPlace(of word: String, in html: Span<UInt8>, from start: Int) -> Int? {
        let letters = word.utf8.span
        var place = html.count - letters.count
        while place >= start {
            if html[place] == letters[0], begins(html, place, letters) { return place }
            place &-= 1
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
