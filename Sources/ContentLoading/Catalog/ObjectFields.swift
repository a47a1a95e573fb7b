import Diagnostics
import JSON
import SiteModel

/// Reads the members of a JSON object by name and type; everything that doesn't fit is reported, also members that nobody asked for.
struct ObjectFields {
    let range: Range<Int>
    private let members: [JSONMember]
    private var wasAsked: [Bool]

    /// Reports and gives nil when the value is no object.
    init?(_ value: JSONValue, _ mistakes: inout SnapshotMistakes) {
        guard let members = value.members else {
            mistakes.add(value.range, Self.expected(Message(en: "an object", zh: "对象"), value))
            return nil
        }
        range = value.range
        self.members = members
        wasAsked = [Bool](repeating: false, count: members.count)
    }

    mutating func optional(_ key: String) -> JSONValue? {
        guard let index = members.firstIndex(where: { $0.key == key }) else { return nil }
        wasAsked[index] = true
        return members[index].value
    }

    mutating func required(_ key: String, _ mistakes: inout SnapshotMistakes) -> JSONValue? {
        if let value = optional(key) { return value }
        mistakes.add(
            range.lowerBound..<range.lowerBound + 1, Message(en: "‘\(key)’ is missing", zh: "缺少“\(key)”"))
        return nil
    }

    /// Reports the members that nobody asked for.
    func finish(_ mistakes: inout SnapshotMistakes) {
        for (member, wasAsked) in zip(members, wasAsked) where !wasAsked {
            mistakes.add(
                member.keyRange, Message(en: "‘\(member.key)’ is no member here", zh: "这里没有“\(member.key)”这一项"))
        }
    }

    static func expected(_ expected: Message, _ value: JSONValue) -> Message {
        Message(
            en: "expected \(expected.english), found \(value.kindName.english)",
            zh: "应为\(expected.chinese)，实际是\(value.kindName.chinese)")
    }
}

/// Typed members.
extension ObjectFields {
    mutating func text(_ key: String, _ mistakes: inout SnapshotMistakes) -> String? {
        required(key, &mistakes).flatMap { Self.text($0, &mistakes) }
    }

    mutating func optionalText(_ key: String, _ mistakes: inout SnapshotMistakes) -> String? {
        optional(key).flatMap { Self.text($0, &mistakes) }
    }

    mutating func integer(_ key: String, _ mistakes: inout SnapshotMistakes) -> Int? {
        guard let value = required(key, &mistakes) else { return nil }
        if let number = value.integerValue { return number }
        mistakes.add(value.range, Self.expected(Message(en: "a whole number", zh: "整数"), value))
        return nil
    }

    /// A count above zero; nil for `null` and when it is not there.
    mutating func count(_ key: String, _ mistakes: inout SnapshotMistakes) -> Int? {
        guard let value = optional(key), !value.isNull else { return nil }
        if let number = value.integerValue, number > 0 { return number }
        mistakes.add(
            value.range, Message(en: "‘\(key)’ is a whole number above zero, or null", zh: "“\(key)”应为大于零的整数或 null"))
        return nil
    }

    mutating func array(_ key: String, _ mistakes: inout SnapshotMistakes) -> [JSONValue] {
        guard let value = required(key, &mistakes) else { return [] }
        if let elements = value.elements { return elements }
        mistakes.add(value.range, Self.expected(Message(en: "an array", zh: "数组"), value))
        return []
    }

    mutating func texts(_ key: String, _ mistakes: inout SnapshotMistakes) -> [String] {
        array(key, &mistakes).compactMap { Self.text($0, &mistakes) }
    }

    mutating func moment(_ key: String, _ mistakes: inout SnapshotMistakes) -> Moment? {
        guard let value = required(key, &mistakes), let text = Self.text(value, &mistakes) else { return nil }
        if let moment = Moment(text), moment.zoneMinutes != nil { return moment }
        mistakes.add(
            value.range,
            Message(
                en: "‘\(text)’ is no time such as 2026-11-23T08:00:00Z", zh: "“\(text)”不是 2026-11-23T08:00:00Z 这样的时间"))
        return nil
    }

    /// One of some words.
    mutating func word<Word: RawRepresentable<String>>(
        _ key: String, _ mistakes: inout SnapshotMistakes
    ) -> Word? {
        guard let value = required(key, &mistakes), let text = Self.text(value, &mistakes) else { return nil }
        if let word = Word(rawValue: text) { return word }
        mistakes.add(value.range, Message(en: "‘\(text)’ is no ‘\(key)’", zh: "“\(text)”不是有效的“\(key)”"))
        return nil
    }

    /// A text that is not blank and holds nothing invisible.
    static func text(_ value: JSONValue, _ mistakes: inout SnapshotMistakes) -> String? {
        guard let text = value.stringValue else {
            mistakes.add(value.range, expected(Message(en: "a string", zh: "字符串"), value))
            return nil
        }
        if let problem = ModelID.problem(text, byteLimit: 4096) {
            mistakes.add(value.range, Message(en: "this text \(problem.english)", zh: "这段文本\(problem.chinese)"))
            return nil
        }
        return text
    }
}
