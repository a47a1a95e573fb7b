import JSON
import SiteModel

/// The members of an object of a reply, found by name. What nobody asks for stays where it is.
package struct EntryFields: Sendable {
    let value: JSONValue
    private let members: [JSONMember]

    /// Nil when the value is no object.
    init?(_ value: JSONValue) {
        guard let members = value.members else { return nil }
        self.value = value
        self.members = members
    }

    /// The value of a member; nil when it is absent or `null`.
    subscript(_ key: String) -> JSONValue? {
        let found = members.first { $0.key == key }?.value
        return found?.isNull == true ? nil : found
    }

    var all: [JSONMember] { members }

    func fields(_ key: String) -> EntryFields? { self[key].flatMap { EntryFields($0) } }

    func elements(_ key: String) -> [JSONValue] { self[key]?.elements ?? [] }

    func flag(_ key: String) -> Bool? { self[key]?.boolValue }

    /// A text for people; nil when it isn't one, is blank or holds something invisible.
    func text(_ key: String) -> String? { self[key].flatMap(Self.text) }

    func texts(_ key: String) -> [String] { elements(key).compactMap(Self.text) }

    /// A whole number above zero, however it is written: `128000.0` is one, `0` says that nothing is known.
    func count(_ key: String) -> Int? {
        guard let text = self[key]?.numberText else { return nil }
        if let number = Int(text) { return number > 0 ? number : nil }
        return (try? DecimalNumber(priceText: text)).flatMap { Int($0.text) }.flatMap { $0 > 0 ? $0 : nil }
    }

    /// A date: `2026-12-31`, with day or without.
    func date(_ key: String) -> String? {
        guard let text = self[key]?.stringValue, text.utf8.count == 10 || text.utf8.count == 7 else { return nil }
        return Moment(text.utf8.count == 10 ? text : text + "-01") == nil ? nil : text
    }

    private static func text(_ value: JSONValue) -> String? {
        guard let text = value.stringValue, ModelID.problem(text) == nil else { return nil }
        return text
    }
}

extension JSONMember {
    /// The key as a value, for replies whose keys are ids.
    var keyValue: JSONValue { JSONValue(range: keyRange, content: .string(key)) }
}
