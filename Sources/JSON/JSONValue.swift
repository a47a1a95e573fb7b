package import Diagnostics

/// One value of a JSON text and the place it was read from.
package struct JSONValue: Sendable, Hashable {
    /// The six kinds of values.
    package enum Content: Sendable, Hashable {
        /// In the order of the text; every key once.
        case object([JSONMember])
        case array([JSONValue])
        /// Unescaped.
        case string(String)
        /// The decimal text as written, such as `0.00000250`: never a floating-point number.
        case number(String)
        case bool(Bool)
        case null
    }

    /// The value as written, with quotes and brackets: byte offsets in the file.
    package let range: Range<Int>
    package let content: Content

    package init(range: Range<Int>, content: Content) {
        self.range = range
        self.content = content
    }
}

extension JSONValue {
    /// The members of an object, or nil.
    package var members: [JSONMember]? {
        if case .object(let members) = content { members } else { nil }
    }

    /// The elements of an array, or nil.
    package var elements: [JSONValue]? {
        if case .array(let elements) = content { elements } else { nil }
    }

    /// The text of a string, or nil.
    package var stringValue: String? {
        if case .string(let text) = content { text } else { nil }
    }

    /// The decimal text of a number as written, or nil.
    package var numberText: String? {
        if case .number(let text) = content { text } else { nil }
    }

    /// The number when it is written as an integer that fits, or nil; `1.0` and `1e3` are not.
    package var integerValue: Int? { numberText.flatMap { Int($0) } }

    /// The truth value, or nil.
    package var boolValue: Bool? {
        if case .bool(let value) = content { value } else { nil }
    }

    package var isNull: Bool { content == .null }

    /// The value of an object's member, or nil; a walk over the members.
    package func member(_ key: String) -> JSONValue? {
        members?.first { $0.key == key }?.value
    }

    /// What the value is, for messages: `a string`, `字符串`.
    package var kindName: Message {
        switch content {
        case .object: Message(en: "an object", zh: "对象")
        case .array: Message(en: "an array", zh: "数组")
        case .string: Message(en: "a string", zh: "字符串")
        case .number: Message(en: "a number", zh: "数字")
        case .bool: Message(en: "true or false", zh: "布尔值")
        case .null: Message(en: "null", zh: "null")
        }
    }
}
