/// Filters that move text about: `center`, `indent`, `trim`, `truncate`.
enum TextLayout {
    static let all = [center, indent, trim, truncate]

    private static let center = Filter(
        "center", Signature(.optional("width", .integer(80))), gives: .same,
        doc: "Text in the middle of a line of so many characters."
    ) { call throws(EvaluationError) in
        let width = try call.integer(0)
        if width > RenderBudget.textLimit { throw .tooLarge }
        return try call.mapText { text in
            let length = text.unicodeScalars.count
            let missing = max(0, width - length)
            // Python puts the odd blank to the left when the width is odd.
            let left = missing / 2 + (missing & width & 1)
            return String(repeating: " ", count: left) + text + String(repeating: " ", count: missing - left)
        }
    }

    private static let indent = Filter(
        "indent",
        Signature(
            .optional("width", .integer(4)), .optional("first", .boolean(false)), .optional("blank", .boolean(false))),
        gives: .same, doc: "Text with every line but the first moved to the right."
    ) { call throws(EvaluationError) in
        var indention: Value
        if case .integer(let width)? = call[0].number {
            if width > 1000 { throw .tooLarge }
            indention = .text(String(repeating: " ", count: max(0, width)))
        } else {
            indention = .text(try call.text(0))
        }
        // Into HTML only HTML goes.
        if call.subject.isHTML {
            indention = .html(try call[0].number == nil ? call[0].escaped() : indention.escaped())
        }
        let (margin, first, blank) = (try indention.printed(), try call.isTrue(1), try call.isTrue(2))
        _ = try call.characters()
        return try call.mapText { text in
            var lines = PythonCharacters.lines(text + "\n")
            for index in lines.indices.dropFirst() where blank || !lines[index].isEmpty {
                lines[index] = margin + lines[index]
            }
            return (first ? margin : "") + lines.joined(separator: "\n")
        }
    }

    private static let trim = Filter(
        "trim", Signature(.optional("chars")), gives: .same, doc: "Text without white space at its ends."
    ) { call throws(EvaluationError) in
        guard case .none = call[0] else {
            let cut = Set(try call.text(0).unicodeScalars)
            return try call.mapText { text in PythonCharacters.trimmed(text) { cut.contains($0) } }
        }
        return try call.mapText { PythonCharacters.trimmed($0, PythonCharacters.isSpace) }
    }

    private static let truncate = Filter(
        "truncate",
        Signature(
            .optional("length", .integer(255)), .optional("killwords", .boolean(false)), .optional("end", .text("...")),
            .optional("leeway")),
        gives: .same, doc: "Text cut to a length; a word is not cut unless `killwords` is true."
    ) { call throws(EvaluationError) in
        let length = try call.integer(0)
        let end = try call.text(2)
        let leeway = if case .none = call[3] { 5 } else { try call.integer(3) }
        let room = length - end.unicodeScalars.count
        if room < 0 {
            throw EvaluationError(
                .wrongArguments, en: "the length must be at least that of the end mark", zh: "长度不能小于结尾标记的长度")
        }
        if leeway < 0 { throw EvaluationError(.wrongArguments, en: "‘leeway’ can't be negative", zh: "“leeway”不能为负") }
        if let count = call.subject.count, count <= length + leeway { return call.subject }
        let scalars = Array(try call.characters().unicodeScalars)
        var kept = scalars[..<room]
        if !(try call.isTrue(1)), let blank = kept.lastIndex(of: " ") { kept = kept[..<blank] }
        let text = call.subject.like(kept.reduce(into: "") { $0.unicodeScalars.append($1) })
        return try text.calculate(.add, call[2])
    }
}
