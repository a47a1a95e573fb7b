/// Filters that order and reduce lists: `dictsort`, `max`, `min`, `reverse`, `sort`, `unique`.
enum Order {
    static let all = [dictsort, max, min, reverse, sort, unique]

    private static let sort = Filter(
        "sort",
        Signature(
            .optional("reverse", .boolean(false)), .optional("case_sensitive", .boolean(false)), .optional("attribute")),
        gives: .list, doc: "The items in order; `attribute` may name several fields with commas."
    ) { call throws(EvaluationError) in
        let paths = try paths(call[2])
        let ignoresCase = !(try call.isTrue(1))
        var keyed: [(key: [Value], item: Value)] = []
        for item in try call.subject.items() {
            var key: [Value] = []
            for path in paths { key.append(folded(try path.value(in: item), ignoresCase)) }
            keyed.append((key, item))
        }
        return .list(try sorted(keyed, descending: try call.isTrue(0)).map(\.item))
    }

    private static func paths(_ value: Value) throws(EvaluationError) -> [AttributePath] {
        guard let text = value.stringContent else { return [try AttributePath(value)] }
        var paths: [AttributePath] = []
        for part in text.utf8.split(separator: 0x2C, omittingEmptySubsequences: false) {
            paths.append(try AttributePath(.text(String(decoding: part, as: UTF8.self))))
        }
        return paths
    }

    private static let dictsort = Filter(
        "dictsort",
        Signature(
            .optional("case_sensitive", .boolean(false)), .optional("by", .text("key")),
            .optional("reverse", .boolean(false))),
        gives: .value(.list(of: .any)), doc: "The pairs of a dictionary in the order of keys or values."
    ) { call throws(EvaluationError) in
        guard let mapping = call.subject.mapping else {
            throw .expected(en: "a dictionary", zh: "字典", got: call.subject)
        }
        let by = try call.text(1)
        guard by == "key" || by == "value" else {
            throw EvaluationError(.wrongArguments, en: "‘by’ is ‘key’ or ‘value’", zh: "“by”只能是 key 或 value")
        }
        let ignoresCase = !(try call.isTrue(0))
        let keyed = mapping.pairs.map { pair in
            (
                key: [folded(by == "key" ? pair.key : pair.value, ignoresCase)],
                item: Value.tuple([pair.key, pair.value])
            )
        }
        return .list(try sorted(keyed, descending: try call.isTrue(2)).map(\.item))
    }

    /// A text in lower case, when case does not count.
    static func folded(_ value: Value, _ ignoresCase: Bool) -> Value {
        guard ignoresCase, let text = value.stringContent else { return value }
        return .text(TextCase.lower(text))
    }

    /// A stable merge sort that says which values have no order.
    static func sorted(
        _ items: [(key: [Value], item: Value)], descending: Bool
    ) throws(EvaluationError) -> [(key: [Value], item: Value)] {
        var source = items
        var width = 1
        while width < source.count {
            var merged: [(key: [Value], item: Value)] = []
            merged.reserveCapacity(source.count)
            var start = 0
            while start < source.count {
                let middle = Swift.min(start + width, source.count)
                let end = Swift.min(start + 2 * width, source.count)
                var (left, right) = (start, middle)
                while left < middle || right < end {
                    let takesRight: Bool
                    if left < middle, right < end {
                        let (one, other) = (source[left].key, source[right].key)
                        takesRight = try descending ? isLess(one, other) : isLess(other, one)
                    } else {
                        takesRight = left == middle
                    }
                    merged.append(source[takesRight ? right : left])
                    if takesRight { right += 1 } else { left += 1 }
                }
                start = end
            }
            source = merged
            width *= 2
        }
        return source
    }

    static func isLess(_ one: [Value], _ other: [Value]) throws(EvaluationError) -> Bool {
        for (first, second) in zip(one, other) {
            for value in [first, second] {
                if let missing = value.missingName { throw EvaluationError(missing) }
            }
            if first.equals(second) { continue }
            guard let answer = first.isLess(than: second) else { throw .unsupported("<", first, second) }
            return answer
        }
        return false
    }

    private static let reverse = Filter(
        "reverse", gives: .same, doc: "The items, or the characters, backwards."
    ) { call throws(EvaluationError) in
        if let text = call.subject.stringContent {
            return call.subject.like(text.unicodeScalars.reversed().reduce(into: "") { $0.unicodeScalars.append($1) })
        }
        return .list(try call.subject.items().reversed())
    }

    private static let unique = Filter(
        "unique", Signature(.optional("case_sensitive", .boolean(false)), .optional("attribute")), gives: .list,
        doc: "The items without those that came before."
    ) { call throws(EvaluationError) in
        let ignoresCase = !(try call.isTrue(0))
        let path = try AttributePath(call[1])
        var seenTexts: Set<ExactText> = []
        var seen: [Value] = []
        var kept: [Value] = []
        for item in try call.subject.items() {
            let key = folded(try path.value(in: item), ignoresCase)
            if let missing = key.missingName { throw EvaluationError(missing) }
            if let text = key.stringContent {
                guard seenTexts.insert(ExactText(text)).inserted else { continue }
            } else {
                if !key.canBeKey { throw .expected(en: "text or a number", zh: "文本或数字", got: key) }
                if seen.contains(where: { $0.equals(key) }) { continue }
                if seen.count > 10_000 { throw .tooLarge }
                seen.append(key)
            }
            kept.append(item)
        }
        return .list(kept)
    }

    private static let min = extreme("min", doc: "The smallest item.", isBetter: isLess)
    private static let max = extreme("max", doc: "The greatest item.") { one, other throws(EvaluationError) in
        try isLess(other, one)
    }

    private static func extreme(
        _ name: String, doc: String,
        isBetter: @escaping @Sendable ([Value], [Value]) throws(EvaluationError) -> Bool
    ) -> Filter {
        Filter(
            name, Signature(.optional("case_sensitive", .boolean(false)), .optional("attribute")), gives: .element,
            doc: doc
        ) { call throws(EvaluationError) in
            let ignoresCase = !(try call.isTrue(0))
            let path = try AttributePath(call[1])
            var best: (key: [Value], item: Value)?
            for item in try call.subject.items() {
                let key = [folded(try path.value(in: item), ignoresCase)]
                if let known = best, !(try isBetter(key, known.key)) { continue }
                best = (key, item)
            }
            return best?.item ?? .engine(.undefined(.nothing(en: "the list is empty", zh: "列表为空")))
        }
    }
}
