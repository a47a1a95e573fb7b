internal import Diagnostics

/// The mistakes found in one text, up to a limit, since each costs a walk to its line.
struct MistakeList {
    let file: SourceFile
    private let limit: Int
    private var found: [(start: Int, diagnostic: Diagnostic)] = []
    private var overflow: Range<Int>?

    init(file: SourceFile, limit: Int) {
        self.file = file
        self.limit = limit
    }
}

extension MistakeList {
    mutating func add(
        _ code: DiagnosticCode, _ range: Range<Int>, _ message: Message, hint: Message? = nil,
        note: (range: Range<Int>, message: Message)? = nil
    ) {
        guard found.count < limit else {
            overflow = overflow ?? range
            return
        }
        let notes = note.map { [DiagnosticNote(at: file.location(of: $0.range), $0.message)] } ?? []
        let diagnostic = Diagnostic(code, at: file.location(of: range), message, hint: hint, notes: notes)
        found.append((range.lowerBound, diagnostic))
    }

    /// Forgets what was found behind an offset, where a mistake makes the rest mere noise.
    mutating func drop(after offset: Int) {
        found.removeAll { $0.start > offset }
    }

    /// The diagnostics in the order of their places.
    func finished() -> [Diagnostic] {
        var list = found.map(\.diagnostic).sorted()
        if let overflow {
            let message = Message(
                en: "more than \(limit) mistakes; the rest is not shown", zh: "错误超过 \(limit) 个，其余不再列出")
            list.append(Diagnostic(YAMLCodes.tooManyMistakes, at: file.location(of: overflow), message))
        }
        return list
    }
}
