package import Bytes

/// Text in Markdown: what would be read as markup gets a backslash, and nothing else does.
extension TwinWriter {
    /// Writes text; with `isLast` something else than text follows it.
    mutating func writeText(_ document: MarkdownDocument, _ range: Range<Int>, isLast: Bool) {
        let text = document.text
        var start = range.lowerBound
        if isContentStart, !range.isEmpty {
            isContentStart = false
            start = writeLineStart(text, range)
        }
        var index = start
        while true {
            index = ByteSet.markup.first(in: text, from: index, to: range.upperBound)
            guard index < range.upperBound else { break }
            guard means(text, index, range, isLast) else {
                index += 1
                continue
            }
            let byte = text[index]
            output.append(text, from: start, count: index - start)
            if byte < 0x20 {
                appendReference(byte)
                start = index + 1
            } else {
                output.append(byte: 0x5C)
                start = index
            }
            index += 1
        }
        output.append(text, from: start, count: range.upperBound - start)
    }

    private mutating func appendReference(_ byte: UInt8) {
        output.append("&#")
        output.append(decimal: Int(byte))
        output.append(";")
    }

    /// The byte would be read as markup here.
    private func means(_ text: [UInt8], _ index: Int, _ range: Range<Int>, _ isLast: Bool) -> Bool {
        let next = index + 1 < range.upperBound ? text[index + 1] : nil
        switch text[index] {
        case 0x09, 0x0A, 0x2A, 0x5B, 0x5C, 0x5D, 0x60, 0x7E: return true
        case 0x21: return next == nil && isLast
        case 0x26: return next.map { Scalars.isASCIILetter($0) || $0 == 0x23 } ?? true
        case 0x3A: return beginsDirective(text, index, range)
        case 0x3C:
            return next.map { Scalars.isASCIILetter($0) || $0 == 0x2F || $0 == 0x21 || $0 == 0x3F } ?? true
        case 0x5F:
            guard index > range.lowerBound, let next else { return true }
            return !(isWord(text[index - 1]) && isWord(next))
        case 0x7B: return next == 0x23
        case 0x7C: return inTable || isLaterLine
        default: return false
        }
    }

    func isWord(_ byte: UInt8) -> Bool { Scalars.isASCIILetter(byte) || Scalars.isASCIIDigit(byte) }

    /// A colon and a name, and a brace or something else than text behind it.
    private func beginsDirective(_ text: [UInt8], _ index: Int, _ range: Range<Int>) -> Bool {
        var after = index + 1
        guard after < range.upperBound, Scalars.isASCIILetter(text[after]) else { return false }
        while after < range.upperBound, DirectiveScan.isNameByte(text[after]) { after += 1 }
        return after == range.upperBound || text[after] == 0x7B
    }

    /// Escapes what would begin a block; returns where the text goes on.
    private mutating func writeLineStart(_ text: [UInt8], _ range: Range<Int>) -> Int {
        var index = range.lowerBound
        while index < range.upperBound, text[index] == 0x20 || text[index] == 0x09 {
            appendReference(text[index])
            index += 1
        }
        guard index < range.upperBound else { return index }
        let byte = text[index]
        let next = index + 1 < range.upperBound ? text[index + 1] : 0x20
        let isSpaced = next == 0x20 || next == 0x09
        switch byte {
        case 0x3E, 0x7C,
            0x23 where beginsHeading(text, index, range),
            0x2B where isSpaced,
            0x2D where isSpaced || next == 0x2D,
            0x3D where isLaterLine:
            output.append(byte: 0x5C)
            output.append(byte: byte)
            return index + 1
        case 0x3A where next == 0x3A || next == 0x2D || isSpaced && isLaterLine:
            output.append("\\:")
            return index + 1
        case 0x30...0x39: return escapeNumber(text, index, range)
        default: return index
        }
    }

    private func beginsHeading(_ text: [UInt8], _ index: Int, _ range: Range<Int>) -> Bool {
        var after = index
        while after < range.upperBound, text[after] == 0x23 { after += 1 }
        return after - index <= 6 && (after == range.upperBound || text[after] == 0x20 || text[after] == 0x09)
    }

    /// A number, a dot or bracket and a blank begin a list.
    private mutating func escapeNumber(_ text: [UInt8], _ index: Int, _ range: Range<Int>) -> Int {
        var after = index
        while after < range.upperBound, Scalars.isASCIIDigit(text[after]) { after += 1 }
        guard after < range.upperBound, text[after] == 0x2E || text[after] == 0x29 else { return index }
        guard after + 1 == range.upperBound || text[after + 1] == 0x20 || text[after + 1] == 0x09 else { return index }
        output.append(text[index..<after])
        output.append(byte: 0x5C)
        output.append(byte: text[after])
        return after + 1
    }
}

extension ByteBuffer {
    /// A link's destination in Markdown, for the holes of a twin; in angle brackets where it must be.
    package mutating func append(twinDestination bytes: ArraySlice<UInt8>, inTable: Bool = false) {
        let needsBrackets = bytes.isEmpty || bytes.contains { $0 <= 0x20 || $0 == 0x28 || $0 == 0x29 || $0 == 0x3C }
        if needsBrackets { append(byte: 0x3C) }
        for byte in bytes {
            switch byte {
            case 0x5C, 0x26: append(byte: 0x5C)
            case 0x3C, 0x3E: if needsBrackets { append(byte: 0x5C) }
            case 0x7C: if inTable { append(byte: 0x5C) }
            default: break
            }
            byte == 0x0A ? append("%0A") : append(byte: byte)
        }
        if needsBrackets { append(byte: 0x3E) }
    }
}
