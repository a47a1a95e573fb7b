package import Diagnostics

/// What to say when content names a model, meter or group that the catalog doesn't have: in directives, `models:` and
/// `model:` alike.
package enum ModelReference {
    /// Of an id that no model has; up to three near ones are suggested.
    package static func unknown(
        _ id: String, source: String?, among offers: [ModelOffer]
    ) -> (message: Message, hint: Message?) {
        if offers.isEmpty {
            return (
                Message(en: "‘\(id)’ is a model, but the site has no catalog", zh: "引用了模型“\(id)”，但站点还没有模型目录"),
                Message(en: "run ‘citable catalog fetch’ first", zh: "请先运行 citable catalog fetch")
            )
        }
        guard let source else {
            return (
                Message(en: "the catalog has no model ‘\(id)’", zh: "目录中没有模型“\(id)”"),
                NearName.hint(for: id, among: distinct(offers.map(\.id)), limit: 3)
            )
        }
        let own = offers.filter { $0.source == source }
        return (
            Message(en: "the source ‘\(source)’ has no model ‘\(id)’", zh: "来源“\(source)”没有模型“\(id)”"),
            NearName.hint(
                for: own.isEmpty ? source : id, among: distinct(own.isEmpty ? offers.map(\.source) : own.map(\.id)),
                limit: 3)
        )
    }

    /// Of a model that the gateway no longer lists.
    package static func withdrawn(_ offer: ModelOffer) -> Message {
        let day = offer.lastSeen?.day
        return Message(
            en: "the gateway no longer lists ‘\(offer.id)’\(day.map { "; it was last seen on \($0)" } ?? "")",
            zh: "网关已不再提供“\(offer.id)”\(day.map { "，最后一次出现于 \($0)" } ?? "")")
    }

    /// What to name instead of a model that is no longer listed; nil when editors name no successor.
    package static func successor(of offer: ModelOffer) -> Message? {
        offer.successor.map {
            Message(en: "its successor is ‘\($0)’", zh: "接替它的模型是“\($0)”")
        }
    }

    /// Of a meter that a model has no price for; the hint lists those it has.
    package static func unknownMeter(_ meter: String, of offer: ModelOffer) -> (message: Message, hint: Message?) {
        let meters = offer.meters
        return (
            Message(en: "‘\(offer.id)’ has no price for ‘\(meter)’", zh: "“\(offer.id)”没有“\(meter)”这一项价格"),
            meters.isEmpty
                ? nil
                : Message(
                    en: "its meters are \(meters.joined(separator: ", "))",
                    zh: "它的计量项有 \(meters.joined(separator: "、"))")
        )
    }

    /// Of a group that a model has no prices in.
    package static func unknownGroup(_ group: String, of offer: ModelOffer) -> (message: Message, hint: Message?) {
        let groups = offer.groups
        return (
            Message(en: "‘\(offer.id)’ has no prices in the group ‘\(group)’", zh: "“\(offer.id)”在分组“\(group)”中没有价格"),
            groups.isEmpty
                ? Message(en: "its prices belong to no group; leave ‘group’ out", zh: "它的价格不分组，请去掉 group")
                : Message(
                    en: "its groups are \(groups.joined(separator: ", "))", zh: "它的分组有 \(groups.joined(separator: "、"))"
                )
        )
    }

    /// Models of several sources may share an id.
    private static func distinct(_ names: [String]) -> [String] { Set(names).sorted() }
}
