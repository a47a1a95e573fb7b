package import Bytes
import Diagnostics
package import SiteModel

/// `::model-table{models="a,b" columns="input,output"}`: models of the catalog side by side.
package enum ModelTableDirective: Directive {
    package static let rule = DirectiveRule(
        name: "model-table", forms: [.leaf], label: .none,
        attributes: ["models", "vendor", "kind", "capability", "columns", "group", "limit", "source"],
        explanation: Message(
            en: "A table of models, chosen by id, vendor, kind or capability", zh: "模型表，可按 id、厂商、类型或能力筛选"))

    package static func check(_ call: DirectiveCall, _ facts: any DirectiveFacts) -> [DirectiveMistake] {
        var lookup = ModelLookup(facts)
        var numbers: [DirectiveMistake] = []
        _ = call.count("limit", &numbers)
        let range = call.range(of: "models")
        let named = call.list("models").map { lookup.offer($0, source: call["source"], at: range) }
        for name in call.list("columns") where ModelColumn(named: name) == nil {
            let words = ModelColumn.unknown(name)
            lookup.add(.unknownColumn, at: call.range(of: "columns"), words.message, hint: words.hint)
        }
        // A name that is wrong has been reported; an empty table would be its consequence.
        if named.allSatisfy({ $0 != nil }) { explainEmpty(call, facts, &lookup) }
        return numbers + lookup.mistakes
    }

    package static func render(
        _ call: DirectiveCall, part: HoledBytes.Part, as projection: Projection, _ facts: any DirectiveFacts,
        into buffer: inout ByteBuffer
    ) -> DirectiveContents {
        let columns = call.list("columns").compactMap { ModelColumn(named: $0) }
        ModelTable(
            rows(call, facts), columns: columns.isEmpty ? ModelColumn.standard : columns, group: call["group"], facts
        ).write(as: projection, into: &buffer)
        return .shown
    }
}

extension ModelTableDirective {
    /// The models that pass every filter: in the order of `models`, else of the catalog, without withdrawn ones.
    private static func rows(_ call: DirectiveCall, _ facts: any DirectiveFacts) -> [ModelOffer] {
        let named = call.list("models")
        let limit = call["limit"].flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
        let filter = ModelFilter(
            vendor: call["vendor"], kind: call["kind"], group: call["group"], source: call["source"],
            capabilities: call.list("capability"), limit: limit)
        guard !named.isEmpty else { return facts.offers(passing: filter) }
        let passing = named.compactMap { facts.offer($0, source: call["source"]) }.filter { filter.passes($0) }
        return limit.map { Array(passing.prefix($0)) } ?? passing
    }

    private static func explainEmpty(
        _ call: DirectiveCall, _ facts: any DirectiveFacts, _ lookup: inout ModelLookup
    ) {
        guard rows(call, facts).isEmpty else { return }
        let offers = facts.offers()
        let groups = distinct(offers.flatMap(\.groups))
        if let group = call["group"], !groups.contains(group) {
            lookup.add(
                .unknownGroup, at: call.range(of: "group"),
                Message(en: "no model has prices in the group ‘\(group)’", zh: "没有模型在分组“\(group)”中有价格"),
                hint: NearName.hint(for: group, among: groups))
            return
        }
        let known: [(attribute: String, values: [String])] = [
            ("vendor", distinct(offers.compactMap(\.vendor))), ("kind", distinct(offers.map(\.kind))),
            ("capability", distinct(offers.flatMap { $0.capabilities.map(\.name) })),
        ]
        let wrong = known.first { filter in
            call.list(filter.attribute).contains { !filter.values.contains($0) }
        }
        let value = wrong.flatMap { filter in call.list(filter.attribute).first { !filter.values.contains($0) } }
        lookup.add(
            .emptyTable, at: wrong.map { call.range(of: $0.attribute) } ?? call.range,
            Message(en: "no model of the catalog passes these filters", zh: "目录中没有模型符合这些筛选条件"),
            hint: wrong.flatMap { filter in
                value.flatMap { NearName.hint(for: $0, among: filter.values) } ?? listed(filter.values)
            })
    }

    private static func listed(_ values: [String]) -> Message? {
        guard !values.isEmpty else { return nil }
        let some = values.prefix(8)
        return Message(
            en: "the catalog has \(some.joined(separator: ", "))", zh: "目录中有 \(some.joined(separator: "、"))")
    }

    private static func distinct(_ values: [String]) -> [String] { Set(values).sorted() }
}
