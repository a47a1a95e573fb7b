/// `wordwrap`: breaks long lines between words. The words are those of Python's `textwrap`.
enum WordWrap {
    static let all = [wordwrap]

    private static let wordwrap = Filter(
        "wordwrap",
        Signature(
            .optional("width", .integer(79)), .optional("break_long_words", .boolean(true)), .optional("wrapstring"),
            .optional("break_on_hyphens", .boolean(true))),
        gives: .value(.text), doc: "Text broken into lines of at most so many characters."
    ) { call throws(EvaluationError) in
        let width = try call.integer(0)
        if width < 1 { throw EvaluationError(.wrongArguments, en: "the width must be at least 1", zh: "宽度至少为 1") }
        let (breaksLong, atHyphens) = (try call.isTrue(1), try call.isTrue(3))
        let separator = if case .none = call[2] { "\n" } else { try call.text(2) }
        let lines = PythonCharacters.lines(try call.subject.printed()).map { line in
            wrap(chunks(of: Array(line.unicodeScalars), atHyphens: atHyphens), width, breaksLong: breaksLong)
                .joined(separator: separator)
        }
        return .text(lines.joined(separator: separator))
    }
}

extension WordWrap {
    private typealias Chunk = [Unicode.Scalar]

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value == 0x20 || 0x09...0x0D ~= scalar.value
    }

    /// Words and the blanks between them; a word with hyphens is several chunks.
    private static func chunks(of line: Chunk, atHyphens: Bool) -> [Chunk] {
        var chunks: [Chunk] = []
        var start = 0
        for index in line.indices {
            let isEnd = index + 1 == line.count
            let breaks = isEnd || isBlank(line[index]) != isBlank(line[index + 1])
            if breaks || (atHyphens && breaksAfter(index, line, wordStart: start)) {
                chunks.append(Array(line[start...index]))
                start = index + 1
            }
        }
        return chunks
    }

    /// A hyphen between two letters on each side, as in `well-known`.
    private static func breaksAfter(_ index: Int, _ line: Chunk, wordStart: Int) -> Bool {
        guard line[index] == "-", index - 2 >= wordStart, index + 2 < line.count else { return false }
        let around = [index - 2, index - 1, index + 1, index + 2].map { line[$0] }
        return around.allSatisfy { PythonCharacters.isWord($0) && $0.properties.numericType == nil && $0 != "_" }
    }

    private static func wrap(_ chunks: [Chunk], _ width: Int, breaksLong: Bool) -> [String] {
        var lines: [String] = []
        var rest = Array(chunks.reversed())
        while !rest.isEmpty {
            if let last = rest.last, !lines.isEmpty, last.allSatisfy(isBlank) { rest.removeLast() }
            var line: [Chunk] = []
            var length = 0
            while let next = rest.last, length + next.count <= width {
                line.append(next)
                length += next.count
                rest.removeLast()
            }
            if let next = rest.last, next.count > width {
                let space = width - length
                if breaksLong, space > 0 {
                    line.append(Array(next[..<space]))
                    rest[rest.count - 1] = Array(next[space...])
                } else if line.isEmpty {
                    line.append(next)
                    rest.removeLast()
                }
            }
            if let last = line.last, last.allSatisfy(isBlank) { line.removeLast() }
            if !line.isEmpty { lines.append(line.joined().reduce(into: "") { $0.unicodeScalars.append($1) }) }
        }
        return lines
    }
}
