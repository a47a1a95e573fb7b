/// Filters over what a text says: `format`, `replace`, `string`, `wordcount`.
enum TextContent {
    static let all = [format, replace, string, wordcount]

    private static let format = Filter(
        "format", Signature(takesMore: true), gives: .same, doc: "A printf pattern such as `%.2f` filled with values."
    ) { call throws(EvaluationError) in
        if !call.keywords.isEmpty, !call.arguments.isEmpty {
            throw EvaluationError(
                .wrongArguments, en: "‘format’ takes values by position or by name, not both",
                zh: "“format”的值要么按位置，要么按名字")
        }
        let named = call.keywords.isEmpty ? nil : ValueDictionary(call.keywords.map { (.text($0.name), $0.value) })
        return try PrintfFormat.apply(call.subject, call.arguments, named: named)
    }

    private static let replace = Filter(
        "replace", Signature(.needed("old"), .needed("new"), .optional("count")), gives: .same,
        doc: "Text with one piece replaced by another, everywhere or so many times."
    ) { call throws(EvaluationError) in
        let limit = if case .none = call[2] { -1 } else { try call.integer(2) }
        let makesHTML = call.subject.isHTML || call[0].isHTML || call[1].isHTML
        guard makesHTML else {
            return .text(
                try TextSearch.replace(
                    try call.text(0), by: try call.text(1), in: try call.subject.printed(), limit: limit))
        }
        let text = try TextSearch.replace(
            try call.text(0), by: try call[1].escaped().text, in: try call.subject.escaped().text, limit: limit)
        return .html(SafeHTML(trusted: text))
    }

    private static let string = Filter(
        "string", gives: .value(.text), keepsHTML: true, doc: "The value as text, as it would be printed."
    ) { call throws(EvaluationError) in
        if call.subject.isHTML { return call.subject }
        return .text(try call.subject.printed())
    }

    private static let wordcount = Filter(
        "wordcount", gives: .value(.integer), doc: "How many words a text has."
    ) { call throws(EvaluationError) in
        var count = 0
        var isInside = false
        for scalar in try call.subject.printed().unicodeScalars {
            let isWord = PythonCharacters.isWord(scalar)
            if isWord, !isInside { count += 1 }
            isInside = isWord
        }
        return .integer(count)
    }
}
