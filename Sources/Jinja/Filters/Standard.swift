/// Filters over any value: `default`, `attr`, `items`, `length`, `list`.
enum Standard {
    static let all = [attr, standard, items, length, list]

    private static let standard = Filter(
        "default", aliases: ["d"],
        Signature(.optional("default_value", .text("")), .optional("boolean", .boolean(false))), gives: .same,
        acceptsUndefined: true,
        doc: "The value, or another one when it is undefined; with `true` also when it is empty, none or false."
    ) { call throws(EvaluationError) in
        if case .engine(.undefined) = call.subject { return call[0] }
        if try call.isTrue(1), !(try call.subject.isTrue()) { return call[0] }
        return call.subject
    }

    private static let attr = Filter(
        "attr", Signature(.needed("name")), gives: .value(.any), doc: "The field of a record whose name is a value."
    ) { call throws(EvaluationError) in
        let name = try call.text(0)
        // The keys of a dictionary are no attributes.
        if case .dictionary = call.subject { return .engine(.undefined(.field(name, of: call.subject))) }
        return call.subject.field(name) ?? .engine(.undefined(.field(name, of: call.subject)))
    }

    private static let items = Filter(
        "items", gives: .value(.list(of: .any)), acceptsUndefined: true, doc: "The pairs of a dictionary."
    ) { call throws(EvaluationError) in
        if case .engine(.undefined) = call.subject { return .list([]) }
        guard let mapping = call.subject.mapping else {
            throw .expected(en: "a dictionary", zh: "字典", got: call.subject)
        }
        return .list(mapping.pairs.map { .tuple([$0.key, $0.value]) })
    }

    private static let length = Filter(
        "length", aliases: ["count"], gives: .value(.integer),
        doc: "How many items a list has, or characters a text."
    ) { call throws(EvaluationError) in
        guard let count = call.subject.count else {
            throw .expected(en: "a list or text", zh: "列表或文本", got: call.subject)
        }
        return .integer(count)
    }

    private static let list = Filter("list", gives: .list, doc: "The items as a list.") {
        call throws(EvaluationError) in
        .list(try call.subject.items())
    }
}
