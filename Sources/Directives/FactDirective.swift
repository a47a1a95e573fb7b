package import Bytes
import Diagnostics
package import SiteModel

/// `:fact[cheapest]{model=gpt-4o-mini among="gpt-5,gpt-4.1"}`: a claim about models that each build checks anew. It shows the
/// model's name with a link, and fails the build on the day on which it is no longer true.
package enum FactDirective: Directive {
    package static let rule = DirectiveRule(
        name: "fact", forms: [.inline], label: .raw, attributes: ["model", "among", "meter", "group", "source"],
        explanation: Message(
            en: "A claim about a model among others, checked at each build: cheapest, dearest, largest-context, free",
            zh: "关于模型的断言，每次构建都会核对：cheapest、dearest、largest-context、free"))

    private static let claims = ["cheapest", "dearest", "free", "largest-context"]

    package static func check(_ call: DirectiveCall, _ facts: any DirectiveFacts) -> [DirectiveMistake] {
        guard let claim = call.trimmedLabel, claims.contains(claim) else {
            return [
                DirectiveMistake(
                    .falseFact, at: call.labelRange,
                    Message(
                        en: "a fact is one of \(claims.joined(separator: ", "))",
                        zh: "断言只能是 \(claims.joined(separator: "、"))"),
                    hint: call.trimmedLabel.flatMap { NearName.hint(for: $0, among: claims) })
            ]
        }
        var lookup = ModelLookup(facts)
        guard let id = call["model"], let offer = lookup.offer(id, source: call["source"], at: call.range(of: "model"))
        else {
            let missing = DirectiveMistake(
                .falseFact, at: call.range, Message(en: "the fact names no ‘model’", zh: "断言没有写明 model"))
            return call["model"] == nil ? [missing] : lookup.mistakes
        }
        var others: [ModelOffer] = []
        for name in call.list("among") where name != id {
            if let other = lookup.offer(name, source: call["source"], at: call.range(of: "among")) {
                others.append(other)
            }
        }
        if others.isEmpty, claim != "free", lookup.mistakes.isEmpty {
            lookup.add(
                .falseFact, at: call.range,
                Message(en: "the fact compares with nothing: ‘among’ is missing", zh: "断言没有比较对象：缺少 among"))
        }
        guard lookup.mistakes.isEmpty else { return lookup.mistakes }
        return Claim(claim, call).contradiction(offer, others).map {
            [DirectiveMistake(.falseFact, at: call.range, $0)]
        } ?? []
    }

    package static func render(
        _ call: DirectiveCall, part: HoledBytes.Part, as projection: Projection, _ facts: any DirectiveFacts,
        into buffer: inout ByteBuffer
    ) -> DirectiveContents {
        guard let id = call["model"], let offer = facts.offer(id, source: call["source"]) else { return .shown }
        buffer.append(link: offer.name, to: facts.address(of: offer), as: projection, facts)
        return .shown
    }
}

/// What a fact says, and whether the catalog agrees.
private struct Claim {
    private let name: String
    private let meter: String?
    private let group: String?

    init(_ name: String, _ call: DirectiveCall) {
        self.name = name
        meter = call["meter"]
        group = call["group"]
    }

    /// Why the claim isn't true; nil when it is.
    func contradiction(_ offer: ModelOffer, _ others: [ModelOffer]) -> Message? {
        if name == "largest-context" { return contextContradiction(offer, others) }
        guard let own = price(of: offer), let amount = own.amount else { return unpriced(offer) }
        if name == "free" { return amount.isZero ? nil : costs(offer, own) }
        for other in others {
            guard let rival = price(of: other), let number = rival.amount, rival.currency == own.currency else {
                return unpriced(other)
            }
            // The claim holds whichever deployment answers.
            let isContradicted =
                name == "cheapest" ? rival.lowest ?? number < amount : own.lowest ?? amount < number
            if isContradicted { return costs(other, rival) }
        }
        return nil
    }

    private func contextContradiction(_ offer: ModelOffer, _ others: [ModelOffer]) -> Message? {
        guard let own = offer.context else { return unpriced(offer) }
        for other in others {
            guard let context = other.context else { return unpriced(other) }
            if context > own {
                return Message(
                    en: "this is no longer true: ‘\(other.id)’ has a context of \(context) tokens, not \(own)",
                    zh: "断言不成立：“\(other.id)”的上下文为 \(context) token，大于 \(own)")
            }
        }
        return nil
    }

    private func price(of offer: ModelOffer) -> Price? {
        guard !offer.isWithdrawn, let meter = meter ?? offer.defaultMeter else { return nil }
        return offer.price(meter, group: group)
    }

    private func costs(_ offer: ModelOffer, _ price: Price) -> Message {
        let amount = "\(price.amount?.text ?? "") \(price.currency)"
        return Message(
            en: "this is no longer true: ‘\(offer.id)’ costs \(amount) for \(price.meter)",
            zh: "断言不成立：“\(offer.id)”的 \(price.meter) 价格是 \(amount)")
    }

    private func unpriced(_ offer: ModelOffer) -> Message {
        Message(
            en: "the catalog states nothing of ‘\(offer.id)’ that could be compared", zh: "目录没有给出“\(offer.id)”可供比较的数据")
    }
}
