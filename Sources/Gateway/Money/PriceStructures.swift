import Diagnostics
import JSON
import SiteModel

/// What holds prices in a reply: objects, lists of them, and the numbers at which bands begin. Absent and `null` say that there is
/// none; anything else of another type is a mistake, for a price behind it would vanish without a word.
extension ReplyReading {
    mutating func priceFields(_ key: String, in fields: EntryFields, of model: String) -> EntryFields? {
        guard let value = fields[key] else { return nil }
        return priceFields(value, model, key)
    }

    mutating func bands(_ key: String, in fields: EntryFields, of model: String) -> [EntryFields] {
        guard let value = fields[key] else { return [] }
        guard let elements = value.elements else {
            refusePrice(value, model, key, value.kindName)
            return []
        }
        return elements.compactMap { priceFields($0, model, key) }
    }

    /// The number of tokens in a condition: zero where a band begins with the first one, nil when there is none and after a mistake.
    mutating func threshold(_ key: String, in fields: EntryFields, of model: String) -> Int? {
        guard let value = fields[key] else { return nil }
        if let count = fields.count(key) { return count }
        if let text = value.numberText, (try? DecimalNumber(priceText: text))?.isZero == true { return 0 }
        refusePrice(value, model, key, Message(en: "no number of tokens", zh: "不是 token 数"))
        return nil
    }

    private mutating func priceFields(_ value: JSONValue, _ model: String, _ key: String) -> EntryFields? {
        if let fields = EntryFields(value) { return fields }
        refusePrice(value, model, key, value.kindName)
        return nil
    }
}
