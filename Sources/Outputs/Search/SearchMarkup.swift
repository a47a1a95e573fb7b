import Glibc

/// Places in the bytes of a finished page.
enum SearchMarkup {
    /// What attributes say about an element.
    struct Marks {
        var rank: SearchRank?
        var isHidden = false
    }

    @inline(__always)
    static func name(_ html: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> UInt64 {
        var name: UInt64 = 0
        while index < html.count {
            var byte = html[index]
            if byte &- 0x41 < 26 { byte |= 0x20 }
            guard byte &- 0x61 < 26 || byte &- 0x30 < 10 || byte == 0x2D else { break }
            name = name << 8 | UInt64(byte)
            index += 1
        }
        return name
    }

    /// Reads `hidden`, `id` and `data-search`.
    /// - Returns: the place behind the tag; a greater-than sign inside quotation marks ends nothing.
    static func attributes(_ html: UnsafeBufferPointer<UInt8>, _ start: Int, _ marks: inout Marks) -> Int {
        var index = start
        while index < html.count {
            let first = html[index]
            if first == 0x3E { return index + 1 }
            if first <= 0x20 || first == 0x2F {
                index += 1
                continue
            }
            let nameStart = index
            while index < html.count, html[index] > 0x20, html[index] != 0x3D, html[index] != 0x3E { index += 1 }
            let name = nameStart..<index
            var value = index..<index
            if index + 1 < html.count, html[index] == 0x3D {
                let quote = html[index + 1]
                if quote == 0x22 || quote == 0x27 {
                    let end = behind(quote, html, index + 2)
                    value = index + 2..<max(end - 1, index + 2)
                    index = end
                } else {
                    index += 1
                    let valueStart = index
                    while index < html.count, html[index] > 0x20, html[index] != 0x3E { index += 1 }
                    value = valueStart..<index
                }
            }
            // Of `data-search`, `hidden`, `id`.
            if first == 0x64 || first == 0x68 || first == 0x69 { note(html, name, value, &marks) }
        }
        return index
    }

    private static func note(
        _ html: UnsafeBufferPointer<UInt8>, _ name: Range<Int>, _ value: Range<Int>, _ marks: inout Marks
    ) {
        switch name.count {
        case 2 where equals("id", html, name):
            if marks.rank == nil, equals("answer", html, value) { marks.rank = .answer }
        case 6 where equals("hidden", html, name): marks.isHidden = true
        case 11 where equals("data-search", html, name):
            if equals("none", html, value) { marks.isHidden = true }
            marks.rank = SearchRank(name: UnsafeBufferPointer(rebasing: html[value])) ?? marks.rank
        default: break
        }
    }

    /// The next such byte, or the end.
    @inline(__always)
    static func place(of byte: UInt8, _ html: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
        guard let base = html.baseAddress, start < html.count,
            let found = memchr(base + start, Int32(byte), html.count - start)
        else { return html.count }
        return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }

    /// The place behind the next such byte.
    @inline(__always)
    static func behind(_ byte: UInt8, _ html: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
        var index = start
        while index < html.count {
            index += 1
            if html[index - 1] == byte { return index }
        }
        return html.count
    }

    static func endOfDeclaration(_ html: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
        guard start + 3 < html.count, html[start + 2] == 0x2D, html[start + 3] == 0x2D else {
            return behind(0x3E, html, start)
        }
        return place(of: "-->", in: html, from: start + 4).map { $0 + 3 } ?? html.count
    }

    /// The place of the end tag that alone ends an element such as `script`.
    static func endOfRaw(_ name: UInt64, _ html: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
        var place = start
        while let end = Self.place(of: "</", in: html, from: place) {
            var index = end + 2
            if Self.name(html, &index) == name { return end }
            place = end + 2
        }
        return html.count
    }

    static func place(of word: StaticString, in html: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        var place = start
        while true {
            place = Self.place(of: word.utf8Start[0], html, place)
            if place + word.utf8CodeUnitCount > html.count { return nil }
            if begins(html, place, word) { return place }
            place += 1
        }
    }

    static func lastPlace(of word: StaticString, in html: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        var place = html.count - word.utf8CodeUnitCount
        while place >= start {
            if html[place] == word.utf8Start[0], begins(html, place, word) { return place }
            place -= 1
        }
        return nil
    }

    private static func begins(_ html: UnsafeBufferPointer<UInt8>, _ place: Int, _ word: StaticString) -> Bool {
        for offset in 0..<word.utf8CodeUnitCount where html[place + offset] != word.utf8Start[offset] { return false }
        return true
    }

    private static func equals(_ word: StaticString, _ html: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        word.utf8CodeUnitCount == range.count && begins(html, range.lowerBound, word)
    }

    /// The character that a reference stands for, and the reference's length.
    static func reference(_ html: UnsafeBufferPointer<UInt8>, _ start: Int) -> (Unicode.Scalar, Int)? {
        for (word, scalar) in frequent where start + word.utf8CodeUnitCount <= html.count && begins(html, start, word) {
            return (scalar, word.utf8CodeUnitCount)
        }
        return MarkupScanner.reference(in: Array(html[start..<min(html.count, start + 12)])[...])
    }

    private static let frequent: [(StaticString, Unicode.Scalar)] = [
        ("&quot;", "\""), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"), ("&#39;", "'"),
    ]
}
