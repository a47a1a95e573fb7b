import Diagnostics
import JSON
import SiteModel

/// What a reply says in the place of a price.
enum StatedAmount {
    case notStated
    /// The price depends on where a request is sent.
    case varies
    /// The gateway says something that is known to mean nothing.
    case unknown
    case number(DecimalNumber)
    /// No price; the mistake is reported.
    case mistaken

    func map(_ change: (DecimalNumber) -> StatedAmount) -> StatedAmount {
        if case .number(let number) = self { change(number) } else { self }
    }
}

/// How numbers of a reply become amounts.
struct AmountRule {
    /// By how many places the point moves to the meter's own quantity: 6 from a token to a million of them.
    var power = 6
    /// Whether `-1` says that the price varies.
    var minusOneVaries = false
    /// What every amount is multiplied with.
    var factor: DecimalNumber?
}

extension ReplyReading {
    /// A price, in digits as they stand in the reply; never a binary float.
    mutating func amount(_ value: JSONValue?, _ rule: AmountRule, model: String, field: String) -> StatedAmount {
        guard let value, !value.isNull else { return .notStated }
        guard let text = value.numberText ?? value.stringValue else {
            refusePrice(value, model, field, value.kindName)
            return .mistaken
        }
        if rule.minusOneVaries, Self.isMinusOne(text) { return .varies }
        do throws(DecimalNumber.Rejection) {
            let number = try DecimalNumber(priceText: text, scaledByPowerOfTen: rule.power)
            guard let factor = rule.factor else { return .number(number) }
            return product(number, factor, value, model, field)
        } catch {
            refusePrice(value, model, field, Self.reason(error))
            return .mistaken
        }
    }

    /// However it is written: `-1`, `-1.0`, `-1e0`.
    private static func isMinusOne(_ text: String) -> Bool {
        guard text.utf8.first == 0x2D, let number = try? DecimalNumber(priceText: String(text.dropFirst())) else {
            return false
        }
        return number.text == "1"
    }

    /// The exact product, or a mistake at the value.
    mutating func product(
        _ number: DecimalNumber, _ factor: DecimalNumber, _ value: JSONValue, _ model: String, _ field: String
    ) -> StatedAmount {
        guard let product = number.multiplied(by: factor) else {
            refusePrice(value, model, field, Self.reason(.tooManyDigits))
            return .mistaken
        }
        guard product.isPlausiblePrice else {
            refusePrice(value, model, field, Self.reason(.outOfRange))
            return .mistaken
        }
        return .number(product)
    }

    mutating func refusePrice(_ value: JSONValue, _ model: String, _ field: String, _ reason: Message) {
        let shown = Quoted.text(value.stringValue ?? value.numberText ?? value.kindName.english)
        let name = Quoted.text(model)
        refuse(
            value, .badPrice,
            Message(
                en: "‘\(field)’ of ‘\(name)’ is no price: ‘\(shown)’ (\(reason.english))",
                zh: "“\(name)”的“\(field)”不是价格：“\(shown)”（\(reason.chinese)）"))
    }

    private static func reason(_ rejection: DecimalNumber.Rejection) -> Message {
        switch rejection {
        case .malformed: Message(en: "no decimal number", zh: "不是十进制数")
        case .negative: Message(en: "negative", zh: "负数")
        case .tooManyDigits: Message(en: "more than 40 digits", zh: "超过 40 位数字")
        case .outOfRange: Message(en: "beyond 1e-12 and 1e9", zh: "超出 1e-12 到 1e9 的范围")
        }
    }
}
