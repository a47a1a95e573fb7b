/// Filters that make one value of a list: `first`, `join`, `last`, `sum`.
enum Reduction {
    static let all = [first, join, last, sum]

    private static let first = Filter("first", gives: .element, doc: "The first item.") {
        call throws(EvaluationError) in
        if case .engine(.range(let range)) = call.subject, range.count > 0 { return .integer(range[0]) }
        return try call.subject.items().first ?? .engine(.undefined(.nothing(en: "the list is empty", zh: "列表为空")))
    }

    private static let last = Filter("last", gives: .element, doc: "The last item.") { call throws(EvaluationError) in
        if case .engine(.range(let range)) = call.subject, range.count > 0 { return .integer(range[range.count - 1]) }
        // Taken from the end, a character of HTML is HTML, as in Jinja2.
        if case .html(let html) = call.subject, let last = html.text.unicodeScalars.last {
            return call.subject.like(String(last))
        }
        return try call.subject.items().last ?? .engine(.undefined(.nothing(en: "the list is empty", zh: "列表为空")))
    }

    private static let join = Filter(
        "join", Signature(.optional("d", .text("")), .optional("attribute")), gives: .value(.text),
        doc: "The items as one text, with something between them."
    ) { call throws(EvaluationError) in
        let path = try AttributePath(call[1])
        var items: [Value] = []
        for item in try call.subject.items() { items.append(try path.value(in: item)) }
        let makesHTML = call[0].isHTML || items.contains(where: \.isHTML)
        var text = ""
        let separator = makesHTML ? try call[0].escaped().text : try call.text(0)
        for (index, item) in items.enumerated() {
            if index > 0 { text += separator }
            text += makesHTML ? try item.escaped().text : try item.printed()
            if text.utf8.count > RenderBudget.textLimit { throw .tooLarge }
        }
        return makesHTML ? .html(SafeHTML(trusted: text)) : .text(text)
    }

    private static let sum = Filter(
        "sum", Signature(.optional("attribute"), .optional("start", .integer(0))), gives: .value(.number),
        doc: "The items added up."
    ) { call throws(EvaluationError) in
        let path = try AttributePath(call[0])
        if call[1].stringContent != nil { throw .expected(en: "a number", zh: "数字", got: call[1]) }
        var total = call[1]
        for item in try call.subject.items() { total = try total.calculate(.add, try path.value(in: item)) }
        return total
    }
}
