/// A language of the site. Copies share their memory: each page holds one.
package struct Language: Sendable, Hashable {
    private struct Fields: Sendable, Hashable {
        let code: String
        let tag: String
        let name: String
    }

    private let fields: Shared<Fields>

    package init(code: String, tag: String, name: String) {
        fields = Shared(Fields(code: code, tag: tag, name: name))
    }

    /// The folder's name in `Content/` and the prefix of addresses, such as `zh`.
    package var code: String { fields.value.code }
    /// BCP 47, such as `zh-Hans`: what `lang`, `hreflang` and `inLanguage` say.
    package var tag: String { fields.value.tag }
    /// The language's name in itself.
    package var name: String { fields.value.name }

    package static func == (one: Language, other: Language) -> Bool { one.fields.value == other.fields.value }

    package func hash(into hasher: inout Hasher) { hasher.combine(fields.value) }

    /// Chinese, whatever the script: decides about punctuation, widths and default phrases.
    package var isChinese: Bool { tag == "zh" || tag.hasPrefix("zh-") }
}

/// A text that may differ by language, such as the site's name.
package struct LocalizedText: Sendable, Hashable {
    private let common: String?
    private let byLanguage: [String: String]

    /// The same text in every language.
    package init(_ text: String) {
        common = text
        byLanguage = [:]
    }

    package init(byLanguage: [String: String]) {
        common = nil
        self.byLanguage = byLanguage
    }

    /// The text for a language; nil when it has none.
    package func text(in language: String) -> String? { byLanguage[language] ?? common }
}
