package import Diagnostics

/// The fields of a page or settings file as a plain tree with places, made from YAML. Kinds read it and know no YAML.
package struct FieldSource: Sendable {
    package enum Node: Sendable {
        case text(FieldText)
        case list([FieldSource])
        case mapping([Entry])
    }

    package struct Entry: Sendable {
        package let key: String
        package let keyRange: Range<Int>
        package let value: FieldSource

        package init(key: String, keyRange: Range<Int>, value: FieldSource) {
            self.key = key
            self.keyRange = keyRange
            self.value = value
        }
    }

    package let node: Node
    /// Absolute byte offsets in the file.
    package let range: Range<Int>

    package init(_ node: Node, range: Range<Int>) {
        self.node = node
        self.range = range
    }

    /// What the value is called in messages.
    package var kindName: Message {
        switch node {
        case .text(let text) where text.isNull: Message(en: "nothing", zh: "空值")
        case .text: Message(en: "a text", zh: "文本")
        case .list: Message(en: "a list", zh: "列表")
        case .mapping: Message(en: "a mapping", zh: "映射")
        }
    }
}

/// A scalar as it was written; what it means is for the reader of the field to say.
package struct FieldText: Sendable {
    package let value: String
    /// Unquoted nothing, `~` or `null`.
    package let isNull: Bool
    /// Written without quotes, so that `true` may be meant as a truth value.
    package let isPlain: Bool
    /// The bytes of `contentRange` are the text itself: a place inside the text is a place in the file.
    package let isVerbatim: Bool
    package let contentRange: Range<Int>

    package init(value: String, isNull: Bool, isPlain: Bool, isVerbatim: Bool, contentRange: Range<Int>) {
        self.value = value
        self.isNull = isNull
        self.isPlain = isPlain
        self.isVerbatim = isVerbatim
        self.contentRange = contentRange
    }
}
