import Diagnostics
import SiteModel

/// What checks of many directives have in common.
extension DirectiveCall {
    /// The place of an attribute, else of the whole call.
    func range(of attribute: String) -> Range<Int> { attributes.first { $0.name == attribute }?.range ?? range }

    /// The label without space around it; nil when nothing is left.
    package var trimmedLabel: String? {
        let bytes = Array((label ?? "").utf8)
        guard let start = bytes.firstIndex(where: { $0 > 0x20 }), let end = bytes.lastIndex(where: { $0 > 0x20 }) else {
            return nil
        }
        return String(decoding: bytes[start...end], as: UTF8.self)
    }

    /// A mistake when there is no label.
    func missingLabel(example: String) -> [DirectiveMistake] {
        guard trimmedLabel == nil else { return [] }
        return [
            DirectiveMistake(
                .missingLabel, at: range,
                Message(en: "‘\(name)’ needs a text in square brackets", zh: "“\(name)”需要方括号中的文字"),
                hint: Message(en: "write \(example)", zh: "例如 \(example)"))
        ]
    }

    /// A mistake when an attribute is there and is none of these words.
    func unlike(_ words: [String], _ attribute: String) -> [DirectiveMistake] {
        guard let value = self[attribute], !words.contains(value) else { return [] }
        let english = words.joined(separator: ", ")
        let chinese = words.joined(separator: "、")
        return [
            DirectiveMistake(
                .badAttribute, at: range(of: attribute),
                Message(
                    en: "‘\(attribute)’ is one of \(english), not ‘\(value)’",
                    zh: "“\(attribute)”只能是 \(chinese)，不能是“\(value)”"),
                hint: NearName.hint(for: value, among: words))
        ]
    }

    /// A mistake when an attribute is not there.
    func missing(_ attribute: String, example: String) -> [DirectiveMistake] {
        guard self[attribute] == nil else { return [] }
        return [
            DirectiveMistake(
                .missingAttribute, at: range,
                Message(en: "‘\(name)’ needs ‘\(attribute)’", zh: "“\(name)”缺少属性“\(attribute)”"),
                hint: Message(en: "write \(example)", zh: "例如 \(example)"))
        ]
    }

    /// A whole number above zero; a mistake for anything else that is there.
    func count(_ attribute: String, _ mistakes: inout [DirectiveMistake]) -> Int? {
        guard let value = self[attribute] else { return nil }
        if let number = Int(value), number > 0, value.utf8.first != 0x2B { return number }
        mistakes.append(
            DirectiveMistake(
                .badAttribute, at: range(of: attribute),
                Message(
                    en: "‘\(attribute)’ is a whole number above zero, not ‘\(value)’",
                    zh: "“\(attribute)”必须是大于零的整数，不能是“\(value)”")))
        return nil
    }

    /// The items of an attribute with commas, without space around them and without empty ones.
    func list(_ attribute: String) -> [String] {
        (self[attribute] ?? "").split(separator: ",").compactMap { part in
            let bytes = Array(part.utf8)
            guard let start = bytes.firstIndex(where: { $0 != 0x20 }), let end = bytes.lastIndex(where: { $0 != 0x20 })
            else { return nil }
            return String(decoding: bytes[start...end], as: UTF8.self)
        }
    }
}
