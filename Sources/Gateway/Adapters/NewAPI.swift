import Diagnostics
package import JSON
import SiteModel

/// new-api: ratios that give prices by the formulas of its settlement, times the ratio of each published group.
package enum NewAPI: GatewayAdapter {
    package static let name = "new-api"
    package static let path = "/api/pricing"
    package static let statusPath: String? = "/api/status"
    package static let version = 2

    package static func recognises(_ root: JSONValue) -> Bool {
        guard root.member("success")?.boolValue == true else { return false }
        return (root.member("data")?.elements ?? []).prefix(20).contains { entry in
            entry.member("model_name") != nil && entry.member("quota_type") != nil
        }
    }

    package static func readStatus(_ root: JSONValue, _ reading: inout ReplyReading) {
        guard let value = root.member("data")?.member("quota_per_unit"), !value.isNull else { return }
        let stated = reading.amount(value, AmountRule(power: 0), model: "/api/status", field: "quota_per_unit")
        guard case .number(let number) = stated else { return }
        if number.isZero {
            reading.refusePrice(value, "/api/status", "quota_per_unit", .init(en: "zero", zh: "为零"))
        } else {
            reading.quotaPerUnit = number
        }
    }

    package static func read(_ root: JSONValue, _ reading: inout ReplyReading) {
        let entries = reading.list(root.member("data"), of: root, field: "data")
        guard !entries.isEmpty else { return }
        readGroups(root, &reading)
        var vendors: [Int: String] = [:]
        for vendor in (root.member("vendors")?.elements ?? []).compactMap({ EntryFields($0) }) {
            if let id = vendor["id"]?.integerValue { vendors[id] = vendor.text("name") }
        }
        let endpoints = root.member("supported_endpoint").flatMap { EntryFields($0) }
        for entry in entries {
            guard let fields = reading.members(entry),
                let id = reading.id(fields["model_name"], of: entry, field: "model_name")
            else { continue }
            var offer = reading.offer(id, kind: kind(fields.texts("supported_endpoint_types")))
            offer.endpoints = fields.texts("supported_endpoint_types").compactMap { type in
                endpoints?.fields(type).flatMap { Endpoint.text($0.text("method"), path: $0.text("path")) }
            }
            offer.vendor = fields["vendor_id"]?.integerValue.flatMap { vendors[$0] }
            let standard = Modalities.standard(of: offer.kind)
            offer.inputModalities = Modalities.known(standard.input)
            offer.outputModalities = Modalities.known(standard.output)
            let enabled = Set(fields.texts("enable_groups"))
            let groups = reading.groups.filter { enabled.contains($0.name) || enabled.contains("all") }
            offer.prices = NewAPIPrices(fields, id, offer.kind).read(groups, &reading)
            if !groups.isEmpty { reading.add(offer) }
        }
    }
}

extension NewAPI {
    /// The ratios of the published groups. What the settings don't name stays in the reply.
    private static func readGroups(_ root: JSONValue, _ reading: inout ReplyReading) {
        let ratios = root.member("group_ratio").flatMap { EntryFields($0) }
        for name in reading.source.groups {
            guard let value = ratios?[name] else { continue }
            let stated = reading.amount(value, AmountRule(power: 0), model: name, field: "group_ratio")
            if case .number(let ratio) = stated { reading.groups.append(.init(name: name, ratio: ratio)) }
        }
        if reading.groups.isEmpty, reading.mistakes.isEmpty {
            let names = reading.source.groups.joined(separator: ", ")
            reading.refuse(
                root.member("group_ratio") ?? root, .badGroup,
                .init(en: "the reply has no ratio for the group \(names)", zh: "回复中没有分组 \(names) 的倍率"),
                hint: .init(
                    en: "name the groups to publish in ‘groups’ of the source", zh: "请在来源的 groups 中写明要公布的分组"))
        }
    }

    private static func kind(_ endpoints: [String]) -> ModelKind {
        let kinds: [(String, ModelKind)] = [
            ("embeddings", .embedding), ("image-generation", .image), ("jina-rerank", .rerank),
            ("openai-video", .video),
        ]
        let known = endpoints.compactMap { name in kinds.first { $0.0 == name }?.1 }
        return known.count == endpoints.count ? known.first ?? .chat : .chat
    }
}
