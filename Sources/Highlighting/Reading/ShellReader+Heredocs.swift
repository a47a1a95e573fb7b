/// Heredocs.
extension ShellReader {
    /// The heredoc that `<<` begins here, and the length of its delimiter as it is written.
    static func heredoc(_ code: CodeScanner) -> (Heredoc, Int)? {
        var index = code.position + 2
        let isIndented = index < code.end && code.bytes[index] == 0x2D
        if isIndented { index += 1 }
        let blanks = index
        while index < code.end, CodeScanner.isBlank(code.bytes[index]), index - blanks < 32 { index += 1 }
        let first = index
        var delimiter: [UInt8] = []
        var isExpanded = true
        var quote: UInt8 = 0
        // The limit does not cut a character in two.
        while index < code.end, index - first < 128 || code.bytes[index] & 0xC0 == 0x80 {
            let byte = code.bytes[index]
            if quote != 0, byte == quote {
                quote = 0
            } else if quote == 0, byte == 0x22 || byte == 0x27 {
                quote = byte
                isExpanded = false
            } else if quote == 0, byte == 0x5C {
                isExpanded = false
            } else if quote == 0 ? endsWord(byte) : byte == 0x0A {
                break
            } else {
                delimiter.append(byte)
            }
            index += 1
        }
        guard let letter = delimiter.first, CodeScanner.isWordStart(letter) || !isExpanded else { return nil }
        return (Heredoc(delimiter: delimiter, isIndented: isIndented, isExpanded: isExpanded), index - first)
    }

    /// Passes the lines of a heredoc with its last, or everything when that is missing.
    mutating func text(of heredoc: Heredoc, _ code: inout CodeScanner) {
        while !code.isAtEnd {
            if isLast(heredoc, code) {
                code.mark(.string)
                code.line(as: .string)
                return
            }
            if heredoc.isExpanded {
                expandedLine(&code)
            } else {
                code.skip { $0 != 0x0A }
            }
            code.advance()
            code.mark(.string)
        }
    }

    private func isLast(_ heredoc: Heredoc, _ code: CodeScanner) -> Bool {
        var index = code.position
        if heredoc.isIndented { while index < code.end, code.bytes[index] == 0x09 { index += 1 } }
        let end = index + heredoc.delimiter.count
        guard end <= code.end, end == code.end || code.bytes[end] == 0x0A || code.bytes[end] == 0x0D else {
            return false
        }
        return code.bytes[index..<end].elementsEqual(heredoc.delimiter)
    }

    /// One line with its variables; a command in it is read to the end of the line.
    private mutating func expandedLine(_ code: inout CodeScanner) {
        while true {
            code.skip { $0 != 0x0A && $0 != 0x24 && $0 != 0x5C && $0 != 0x60 }
            switch code.current {
            case 0x24:
                let outer = frames
                frames = []
                let limit = code.position
                dollar(&code, around: .string)
                if !frames.isEmpty, code.position > limit { finishSubstitution(&code) }
                frames = outer
            case 0x5C where code.byte(ahead: 1) != 0x0A:
                code.mark(.string)
                code.advance()
                code.advanceCharacter()
                code.mark(.escape)
            case 0x0A: return
            default:
                if code.isAtEnd { return }
                code.advance()
            }
        }
    }

    /// Reads on until what a dollar sign opened is closed, at most to the end of the line.
    private mutating func finishSubstitution(_ code: inout CodeScanner) {
        while !frames.isEmpty, !code.isAtEnd, code.current != 0x0A { step(&code) }
    }
}
