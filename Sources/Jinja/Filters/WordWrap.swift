/// `wordwrap`: breaks long lines between words. The words are those of Python's `textwrap`.
enum WordWrap {
    static let all = [wordwrap]

    private static let wordwrap = Filter(
        "wordwrap",
        Signature(
            .optional("width", .integer(79)), .optional("break_long_words", .boolean(true)), .optional("wrapstring"),
            .optional("break_on_hyphens", .boolean(true))),
        gives: .value(.text), keepsHTML: true, doc: "Text broken into lines of at most so many characters."
    ) { call throws(EvaluationError) in
        let width = try call.integer(0)
        if width < 1 { throw EvaluationError(.wrongArguments, en: "the width must be at least 1", zh: "宽度至少为 1") }
        let (breaksLong, atHyphens) = (try call.isTrue(1), try call.isTrue(3))
        let separator = if case .none = call[2] { "\n" } else { try call.text(2) }
        let lines = PythonCharacters.lines(try call.characters()).map { line in
            wrap(
                chunks(of: Array(line.unicodeScalars), atHyphens: atHyphens), width, breaksLong: breaksLong,
                atHyphens: atHyphens
            )
            .joined(separator: separator)
        }
        return .text(lines.joined(separator: separator))
    }
}

extension WordWrap {
    private typealias Chunk = [Unicode.Scalar]

    /// What `textwrap` splits at.
    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value == 0x20 || 0x09...0x0D ~= scalar.value
    }

    /// What a line may not begin or end with; nothing at all counts, too.
    private static func isDropped(_ chunk: Chunk) -> Bool { chunk.allSatisfy(PythonCharacters.isSpace) }

    /// A word character, but no digit.
    private static func isLetter(_ line: Chunk, _ index: Int) -> Bool {
        line.indices.contains(index) && PythonCharacters.isWord(line[index])
            && line[index].properties.generalCategory != .decimalNumber
    }

    /// Words and the blanks between them; a word with hyphens is several chunks.
    private static func chunks(of line: Chunk, atHyphens: Bool) -> [Chunk] {
        var chunks: [Chunk] = []
        var start = 0
        while start < line.count {
            let end = chunkEnd(start, line, atHyphens)
            chunks.append(Array(line[start..<end]))
            start = end
        }
        return chunks
    }

    private static func chunkEnd(_ start: Int, _ line: Chunk, _ atHyphens: Bool) -> Int {
        var end = start + 1
        if isBlank(line[start]) {
            while end < line.count, isBlank(line[end]) { end += 1 }
            return end
        }
        if atHyphens, let dash = dashEnd(start, line) { return dash }
        while end < line.count, !isBlank(line[end]) {
            if atHyphens {
                if isHyphen(end, line) { return end + 1 }
                if dashEnd(end, line) != nil { return end }
            }
            end += 1
        }
        return end
    }

    /// Behind two or more hyphens that stand for a dash: behind a word or its punctuation, and before a word.
    private static func dashEnd(_ start: Int, _ line: Chunk) -> Int? {
        guard start > 0, line[start] == "-" else { return nil }
        let before = line[start - 1]
        guard PythonCharacters.isWord(before) || ["!", "\"", "'", "&", ".", ",", "?"].contains(before) else {
            return nil
        }
        var end = start
        while end < line.count, line[end] == "-" { end += 1 }
        return end - start >= 2 && end < line.count && PythonCharacters.isWord(line[end]) ? end : nil
    }

    /// A hyphen inside a word, as in `well-known` and `e-mail-box`: two letters before it, or a letter, a hyphen and a letter; and two
    /// letters behind it, with or without a hyphen between them.
    private static func isHyphen(_ index: Int, _ line: Chunk) -> Bool {
        guard line[index] == "-", isLetter(line, index - 1), isLetter(line, index + 1) else { return false }
        let isBehindWord =
            isLetter(line, index - 2) || (index >= 3 && line[index - 2] == "-" && isLetter(line, index - 3))
        guard isBehindWord else { return false }
        return isLetter(line, index + 2)
            || (index + 2 < line.count && line[index + 2] == "-" && isLetter(line, index + 3))
    }

    private static func wrap(
        _ chunks: [Chunk], _ width: Int, breaksLong: Bool, atHyphens: Bool
    ) -> [String] {
        var lines: [String] = []
        var rest = Array(chunks.reversed())
        while !rest.isEmpty {
            if let last = rest.last, !lines.isEmpty, isDropped(last) { rest.removeLast() }
            var line: [Chunk] = []
            var length = 0
            while let next = rest.last, length + next.count <= width {
                line.append(next)
                length += next.count
                rest.removeLast()
            }
            if let next = rest.last, next.count > width {
                if breaksLong {
                    let cut = longWordCut(next, width - length, atHyphens)
                    // As in Python, nothing fits behind a full line, and then its blank at the end stays.
                    line.append(Array(next[..<cut]))
                    rest[rest.count - 1] = Array(next[cut...])
                } else if line.isEmpty {
                    line.append(next)
                    rest.removeLast()
                }
            }
            if let last = line.last, isDropped(last) { line.removeLast() }
            if !line.isEmpty { lines.append(line.joined().reduce(into: "") { $0.unicodeScalars.append($1) }) }
        }
        return lines
    }

    /// How much of a word goes on the line: as much as fits, or up to its last hyphen.
    private static func longWordCut(_ word: Chunk, _ space: Int, _ atHyphens: Bool) -> Int {
        guard atHyphens, word.count > space, let hyphen = word[..<space].lastIndex(of: "-"), hyphen > 0,
            word[..<hyphen].contains(where: { $0 != "-" })
        else { return space }
        return hyphen + 1
    }
}
