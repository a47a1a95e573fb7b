/// Calls as they stand in a source, with their arguments.
extension SwiftCode {
    struct Argument {
        /// Empty for an argument without one.
        let label: String
        let range: Range<Int>
    }

    struct Call {
        /// The word before the parenthesis; empty when there is none.
        let name: String
        let line: Int
        let arguments: [Argument]

        func argument(_ label: String) -> Argument? { arguments.first { $0.label == label } }
    }

    /// Every parenthesis with what stands in it, declarations included.
    func calls() -> [Call] {
        bytes.indices.filter { bytes[$0] == 0x28 }.map { open in
            var start = open
            while start > 0, Self.isIdentifierByte(bytes[start - 1]) { start -= 1 }
            return Call(
                name: String(decoding: bytes[start..<open], as: UTF8.self), line: line(at: open),
                arguments: arguments(after: open))
        }
    }

    private func arguments(after open: Int) -> [Argument] {
        var parts: [Range<Int>] = []
        var depth = 0
        var start = open + 1
        var index = open
        while index < bytes.count {
            switch bytes[index] {
            case 0x28, 0x5B, 0x7B: depth += 1
            case 0x29, 0x5D, 0x7D: depth -= 1
            case 0x2C where depth == 1:
                parts.append(start..<index)
                start = index + 1
            default: break
            }
            if depth == 0 { break }
            index += 1
        }
        parts.append(start..<max(start, index))
        return parts.map { argument(in: $0) }
    }

    private func argument(in range: Range<Int>) -> Argument {
        let start = bytes[range].firstIndex { $0 != 0x20 && $0 != 0x0A } ?? range.upperBound
        let end = bytes[start..<range.upperBound].firstIndex { !Self.isIdentifierByte($0) } ?? range.upperBound
        guard end < range.upperBound, end > start, bytes[end] == 0x3A else {
            return Argument(label: "", range: start..<range.upperBound)
        }
        let value = bytes[(end + 1)..<range.upperBound].firstIndex { $0 != 0x20 && $0 != 0x0A } ?? range.upperBound
        return Argument(
            label: String(decoding: bytes[start..<end], as: UTF8.self), range: value..<range.upperBound)
    }
}

extension House.File {
    /// The contents of an argument that is a string literal on one line; nil when it is something else.
    func literal(_ argument: SwiftCode.Argument) -> String? {
        let text = String(decoding: Array(self.text.utf8)[argument.range], as: UTF8.self)
        let trimmed = text.drop { $0.isWhitespace }
        guard trimmed.first == "\"", !trimmed.hasPrefix("\"\"\"") else { return nil }
        let end = trimmed.lastIndex(of: "\"") ?? trimmed.startIndex
        return end > trimmed.startIndex ? String(trimmed[trimmed.index(after: trimmed.startIndex)..<end]) : nil
    }
}
