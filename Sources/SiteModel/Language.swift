/// A language of the site. Copies share their memory: each page holds one.
package struct Language: Sendable, Hashable {
    private struct Fields: Sendable, Hashable {
        let code: String
        let tag: String
        let name: String
        let isRightToLeft: Bool
    }

    private let fields: Shared<Fields>

    package init(code: String, tag: String, name: String) {
        fields = Shared(Fields(code: code, tag: tag, name: name, isRightToLeft: Self.isRightToLeft(tag)))
    }

    /// The folder's name in `Content/` and the prefix of addresses, such as `zh`.
    package var code: String { fields.value.code }
    /// BCP 47, such as `zh-Hans`: what `lang`, `hreflang` and `inLanguage` say.
    package var tag: String { fields.value.tag }
    /// The language's name in itself.
    package var name: String { fields.value.name }
    /// Whether its lines run from right to left.
    package var isRightToLeft: Bool { fields.value.isRightToLeft }

    package static func == (one: Language, other: Language) -> Bool { one.fields.value == other.fields.value }

    package func hash(into hasher: inout Hasher) { hasher.combine(fields.value) }

    /// Chinese, whatever the script: decides about punctuation, widths and default phrases.
    package var isChinese: Bool { tag == "zh" || tag.hasPrefix("zh-") }

    private static let scriptsFromRight: Set<String> = [
        "adlm", "arab", "aran", "hebr", "mand", "nkoo", "rohg", "samr", "syrc", "thaa",
    ]
    /// Languages that are written in such a script when the tag names none. Source: the likely subtags of Unicode's CLDR.
    private static let languagesFromRight: Set<String> = [
        "ar", "arc", "bal", "bgn", "ckb", "dv", "fa", "glk", "he", "iw", "khw", "ks", "lrc", "mzn", "nqo", "pnb", "prs",
        "ps", "sd", "sdh", "skr", "syr", "ug", "ur", "yi",
    ]

    /// - Parameter tag: BCP 47; its script decides, else its language.
    package static func isRightToLeft(_ tag: String) -> Bool {
        let parts = tag.lowercased().split(separator: "-")
        if let script = parts.dropFirst().first(where: { $0.count == 4 && $0.allSatisfy(\.isLetter) }) {
            return scriptsFromRight.contains(String(script))
        }
        return parts.first.map { languagesFromRight.contains(String($0)) } ?? false
    }
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
