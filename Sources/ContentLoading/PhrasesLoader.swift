package import Diagnostics
package import SiteModel

/// Reads the visible phrases of the theme: `text/<language>.yaml`, a flat mapping from key to phrase.
package enum PhrasesLoader {
    /// - Parameters:
    ///   - sources: by language code; a language without a file uses the default language's, which is reported.
    package static func load(
        _ sources: [String: SourceFile], settings: SiteSettings
    ) -> (phrases: Phrases, diagnostics: [Diagnostic]) {
        var diagnostics: [Diagnostic] = []
        var texts: [String: [String: String]] = [:]
        var keys: [String: [String]] = [:]
        for language in settings.languages {
            guard let file = sources[language.code] else {
                diagnostics.append(missingFile(language))
                continue
            }
            let parsed = FieldParsing.parse(file, range: 0..<file.bytes.count, isSettings: true)
            diagnostics += parsed.diagnostics
            var fields = FieldReader(
                parsed.root, in: file, owner: Message(en: "the phrases", zh: "界面文字"), markdown: MarkdownReader.plain)
            let pairs: [(String, String)] = fields.eachField(shape: .text, Message(en: "A phrase", zh: "界面文字")) {
                key, value, fields in
                fields.text(key.text, value).map { (key.text, $0) }
            }
            diagnostics += fields.diagnostics.diagnostics
            texts[language.code] = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
            keys[language.code] = pairs.map(\.0)
        }
        let all = keys[settings.defaultLanguage.code] ?? []
        for language in settings.languages {
            guard let known = texts[language.code], let file = sources[language.code] else { continue }
            let wanted = all + Phrase.allCases.map(\.rawValue).filter { !all.contains($0) }
            for key in wanted where known[key] == nil { diagnostics.append(missingPhrase(key, language, file)) }
        }
        return (Phrases(keys: all, texts: texts), diagnostics)
    }

    private static func missingFile(_ language: Language) -> Diagnostic {
        Diagnostic(
            .missingPhrase, at: SourceLocation(file: "Templates/text/\(language.code).yaml"),
            Message(
                en: "the theme has no phrases for the language ‘\(language.code)’",
                zh: "主题没有语言“\(language.code)”的界面文字"))
    }

    private static func missingPhrase(_ key: String, _ language: Language, _ file: SourceFile) -> Diagnostic {
        Diagnostic(
            .missingPhrase, at: file.wholeFile,
            Message(en: "the phrase ‘\(key)’ is missing in \(language.code)", zh: "\(language.code) 缺少界面文字“\(key)”"))
    }
}
