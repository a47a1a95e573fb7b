/// Filters that cut lists into lists: `batch`, `groupby`, `slice`.
enum Groups {
    static let all = [batch, groupby, slice]

    private static let batch = Filter(
        "batch", Signature(.needed("linecount"), .optional("fill_with")), gives: .lists,
        doc: "Lists of so many items each; the last one may be filled up."
    ) { call throws(EvaluationError) in
        let size = try call.integer(0)
        let items = try call.subject.items()
        if size < 1 { throw EvaluationError(.wrongArguments, en: "the count must be at least 1", zh: "数量至少为 1") }
        var rows: [Value] = []
        for start in stride(from: 0, to: items.count, by: size) {
            var row = Array(items[start..<min(start + size, items.count)])
            if case .none = call[1] {
            } else {
                if size > RenderBudget.listLimit { throw .tooLarge }
                row += [Value](repeating: call[1], count: size - row.count)
            }
            rows.append(.list(row))
        }
        return .list(rows)
    }

    private static let slice = Filter(
        "slice", Signature(.needed("slices"), .optional("fill_with")), gives: .lists,
        doc: "So many lists of about the same length."
    ) { call throws(EvaluationError) in
        let count = try call.integer(0)
        let items = try call.subject.items()
        if count < 1 { throw EvaluationError(.wrongArguments, en: "the count must be at least 1", zh: "数量至少为 1") }
        if count > RenderBudget.listLimit { throw .tooLarge }
        var columns: [Value] = []
        var start = 0
        for number in 0..<count {
            let size = items.count / count + (number < items.count % count ? 1 : 0)
            var column = Array(items[start..<start + size])
            start += size
            if number >= items.count % count, case .none = call[1] {
            } else if number >= items.count % count {
                column.append(call[1])
            }
            columns.append(.list(column))
        }
        return .list(columns)
    }

    private static let shape = RecordShape("group", ["grouper", "list"], isTuple: true)

    private static let groupby = Filter(
        "groupby",
        Signature(.needed("attribute"), .optional("default"), .optional("case_sensitive", .boolean(false))),
        gives: .groups, doc: "The items in groups that agree in a field: pairs `grouper` and `list`, in order."
    ) { call throws(EvaluationError) in
        let path = try AttributePath(call[0])
        let standard: Value? = if case .none = call[1] { nil } else { call[1] }
        let ignoresCase = !(try call.isTrue(2))
        var keyed: [(key: [Value], item: Value)] = []
        for item in try call.subject.items() {
            keyed.append(([Order.folded(try path.value(in: item, standard: standard), ignoresCase)], item))
        }
        var groups: [(key: [Value], items: [Value])] = []
        for (key, item) in try Order.sorted(keyed, descending: false) {
            if let last = groups.last, zip(last.key, key).allSatisfy({ $0.equals($1) }) {
                groups[groups.count - 1].items.append(item)
            } else {
                groups.append((key, [item]))
            }
        }
        var records: [Value] = []
        for group in groups {
            guard let first = group.items.first else { continue }
            records.append(.record(Record(shape, [try path.value(in: first, standard: standard), .list(group.items)])))
        }
        return .list(records)
    }
}
