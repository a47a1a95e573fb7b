import Bytes

/// The beginning of a text as one line: whole sentences while there is room, else whole words with an ellipsis.
enum Excerpt {
    /// - Parameters:
    ///   - columns: room; characters outside the Latin, Greek and Cyrillic blocks count two.
    ///   - least: how much of the room whole sentences must fill, in percent; else the cut is made inside a sentence.
    static func cut(_ text: String, columns: Int, least: Int) -> String {
        // No character is wider than its bytes.
        if text.utf8.count <= columns { return OneLine.text(text) }
        // What the cut looks at is at most four bytes a column; most texts are tidy there.
        let cut = text.withRawUTF8 { bytes -> String? in
            let start = UnsafeRawBufferPointer(rebasing: bytes.prefix(columns * 4 + 8))
            return tidyCut(start.assumingMemoryBound(to: UInt8.self), columns, least, of: text)
        }
        if let cut { return cut }
        return OneLine.bytes(text).withUnsafeBufferPointer { line in
            cutPosition(line, columns: columns, least: least).map { kept(line, $0) }
                ?? String(decoding: line, as: UTF8.self)
        }
    }

    /// Nil when what is kept is not one tidy line.
    private static func tidyCut(
        _ line: UnsafeBufferPointer<UInt8>, _ columns: Int, _ least: Int, of text: String
    ) -> String? {
        guard let end = cutPosition(line, columns: columns, least: least) else {
            return line.count == text.utf8.count && OneLine.isClean(UnsafeRawBufferPointer(line)) ? text : nil
        }
        let isTidy = OneLine.isClean(UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: line[..<end.offset])))
        return isTidy ? kept(line, end) : nil
    }

    private static func kept(_ line: UnsafeBufferPointer<UInt8>, _ end: (offset: Int, isSentence: Bool)) -> String {
        let kept = String(decoding: line[..<end.offset], as: UTF8.self)
        return end.isSentence ? kept : kept + "…"
    }
}

extension Excerpt {
    /// Nil when the whole line fits.
    private static func cutPosition(
        _ line: UnsafeBufferPointer<UInt8>, columns: Int, least: Int
    ) -> (offset: Int, isSentence: Bool)? {
        var width = 0
        var index = 0
        var sentence = (offset: 0, width: 0)
        var pause = 0
        while index < line.count {
            let lead = line[index]
            let length = scalarLength(lead)
            width += length > 2 ? 2 : 1
            // Letters, digits and Han characters neither end anything nor stand behind what does.
            if width <= columns, isOrdinary(lead) {
                index += length
                continue
            }
            if width > columns {
                if sentence.width * 100 >= columns * least { return (sentence.offset, true) }
                return (pause > 0 ? pause : index, false)
            }
            if isClause(line, index) { pause = index }
            index += length
            if endsSentence(line, before: index, length: length) { sentence = (index, width) }
        }
        return nil
    }

    @inline(__always)
    private static func scalarLength(_ lead: UInt8) -> Int { lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4 }

    @inline(__always)
    private static func isOrdinary(_ lead: UInt8) -> Bool {
        (0xE4...0xE9).contains(lead) || (0x61...0x7A).contains(lead | 0x20) || (0x30...0x39).contains(lead)
    }

    /// A place before which a text may be cut: a space or a Chinese comma.
    private static func isClause(_ line: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
        if line[index] == 0x20 { return true }
        guard index + 2 < line.count else { return false }
        switch (line[index], line[index + 1], line[index + 2]) {
        case (0xEF, 0xBC, 0x8C), (0xE3, 0x80, 0x81), (0xEF, 0xBC, 0x9B): return true
        default: return false
        }
    }

    /// A full stop, exclamation or question mark, or a closing quote or bracket behind one.
    private static func endsSentence(_ line: UnsafeBufferPointer<UInt8>, before end: Int, length: Int) -> Bool {
        if length == 1 {
            let byte = line[end - 1]
            let isFollowed = end < line.count && line[end] != 0x20
            if byte == 0x2E || byte == 0x21 || byte == 0x3F { return !isFollowed }
            return false
        }
        guard length == 3 else { return false }
        if isFullStop(line, end - 3) { return !isClosing(line, end) }
        return isClosing(line, end - 3) && end >= 6 && isFullStop(line, end - 6)
    }

    private static func isFullStop(_ line: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
        guard index + 2 < line.count else { return false }
        switch (line[index], line[index + 1], line[index + 2]) {
        case (0xE3, 0x80, 0x82), (0xEF, 0xBC, 0x81), (0xEF, 0xBC, 0x9F): return true
        default: return false
        }
    }

    private static func isClosing(_ line: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
        guard index + 2 < line.count else { return false }
        switch (line[index], line[index + 1], line[index + 2]) {
        case (0xE2, 0x80, 0x9D), (0xE3, 0x80, 0x8D), (0xEF, 0xBC, 0x89): return true
        default: return false
        }
    }
}
