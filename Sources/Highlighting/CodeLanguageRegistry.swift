/// The languages, sorted by name.
enum CodeLanguageRegistry {
    static let all: [any CodeLanguage.Type] = [
        Shell.self,
        Console.self,
        StyleSheet.self,
        Go.self,
        HTML.self,
        HTTP.self,
        JavaScript.self,
        JSON.self,
        Python.self,
        SwiftLanguage.self,
        TSX.self,
        TypeScript.self,
        YAML.self,
    ]

    private static let byName: [String: any CodeLanguage.Type] = {
        var result: [String: any CodeLanguage.Type] = [:]
        for language in all {
            for name in [language.name] + language.aliases { result[name] = language }
        }
        return result
    }()

    /// The language that a fence names; letter case does not matter.
    static func language(named name: ArraySlice<UInt8>) -> (any CodeLanguage.Type)? {
        guard !name.isEmpty, name.count <= 16 else { return nil }
        return byName[String(decoding: name.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)]
    }
}
