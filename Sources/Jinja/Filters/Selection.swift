internal import Diagnostics

/// Filters that apply a filter or a test to each item: `map`, `reject`, `rejectattr`, `select`, `selectattr`.
enum Selection {
    static let all = [
        map, selection("select", keeps: true, byAttribute: false, doc: "The items that pass a test."),
        selection("reject", keeps: false, byAttribute: false, doc: "The items that fail a test."),
        selection("selectattr", keeps: true, byAttribute: true, doc: "The items of which a field passes a test."),
        selection("rejectattr", keeps: false, byAttribute: true, doc: "The items of which a field fails a test."),
    ]

    private static let map = Filter(
        "map", Signature(takesMore: true), gives: .mapped,
        doc: "A field of each item (`attribute='name'`), or each item put through a filter (`'upper'`)."
    ) { call throws(EvaluationError) in
        var results: [Value] = []
        if call.arguments.isEmpty, let attribute = call.keyword("attribute") {
            let path = try AttributePath(attribute)
            let standard = call.keyword("default").flatMap { value -> Value? in
                if case .none = value { nil } else { value }
            }
            for item in try call.itemsOrNothing() { results.append(try path.value(in: item, standard: standard)) }
            return .list(results)
        }
        guard let name = call.arguments.first?.stringContent else {
            throw EvaluationError(
                .wrongArguments, en: "‘map’ needs ‘attribute=’ or the name of a filter", zh: "“map”需要“attribute=”或过滤器名")
        }
        guard let filter = FilterRegistry.find(name) else { throw .unknownFilter(name) }
        let (arguments, keywords) = try filter.signature.bind(
            Array(call.arguments.dropFirst()), call.keywords, callee: "‘\(name)’", "“\(name)”")
        for item in try call.itemsOrNothing() {
            results.append(try filter.apply(FilterCall(item, arguments, keywords: keywords)))
        }
        return .list(results)
    }

    private static func selection(_ name: String, keeps: Bool, byAttribute: Bool, doc: String) -> Filter {
        Filter(name, Signature(takesMore: true), gives: .list, doc: doc) { call throws(EvaluationError) in
            var arguments = call.arguments[...]
            var path: AttributePath?
            if byAttribute {
                guard let attribute = arguments.popFirst() else {
                    throw EvaluationError(
                        .wrongArguments, en: "‘\(name)’ needs the name of a field", zh: "“\(name)”需要字段名")
                }
                path = try AttributePath(attribute)
            }
            let test = try boundTest(arguments, call.keywords)
            var kept: [Value] = []
            for item in try call.itemsOrNothing() {
                let value = try path?.value(in: item) ?? item
                let answer: Bool
                if let (test, bound) = test {
                    answer = try test.ask(value, bound)
                } else {
                    answer = try value.isTrue()
                }
                if answer == keeps { kept.append(item) }
            }
            return .list(kept)
        }
    }

    private static func boundTest(
        _ arguments: ArraySlice<Value>, _ keywords: [(name: String, value: Value)]
    ) throws(EvaluationError) -> (ValueTest, [Value])? {
        guard let first = arguments.first else { return nil }
        let name = try first.printed()
        guard let test = TestRegistry.find(name) else { throw .unknownTest(name) }
        let (bound, _) = try test.signature.bind(
            Array(arguments.dropFirst()), keywords, callee: "‘\(name)’", "“\(name)”")
        return (test, bound)
    }
}

extension FilterCall {
    /// The subject's items; nothing has none, and neither has any other value that counts as false.
    fileprivate func itemsOrNothing() throws(EvaluationError) -> [Value] {
        try subject.isTrue() ? try subject.items() : []
    }
}

extension EvaluationError {
    static func unknownFilter(_ name: String) -> EvaluationError {
        EvaluationError(
            .unknownFilter, en: "there is no filter ‘\(name)’", zh: "没有过滤器“\(name)”",
            hint: NearName.hint(for: name, among: FilterRegistry.names))
    }

    static func unknownTest(_ name: String) -> EvaluationError {
        EvaluationError(
            .unknownTest, en: "there is no test ‘\(name)’", zh: "没有判断“\(name)”",
            hint: NearName.hint(for: name, among: TestRegistry.names))
    }
}
