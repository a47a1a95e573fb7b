/// A language of the site.
package struct Language: Sendable, Hashable {
    /// The folder's name in `Content/` and the prefix of addresses, such as `zh`.
    package let code: String
    /// BCP 47, such as `zh-Hans`: what `lang`, `hreflang` and `inLanguage` say.
    package let tag: String
    /// The language's name in itself.
    package let name: String

    package init(code: String, tag: String, name: String) {
        self.code = code
        self.tag = tag
        self.name = name
    }

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
