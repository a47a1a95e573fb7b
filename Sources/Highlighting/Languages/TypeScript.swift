/// TypeScript: JavaScript with types. Source: the handbook at typescriptlang.org.
enum TypeScript: CodeLanguage {
    static let name = "typescript"
    static let aliases = ["cts", "mts", "ts"]

    static let words = WordTable<TokenClass>([
        (.keyword, JavaScript.keywords),
        (
            .keyword,
            "abstract as asserts constructor declare enum from implements infer interface is keyof module namespace "
                + "override private protected public readonly satisfies type unique"
        ),
        (.type, "any bigint boolean never number object string symbol unknown"),
        (.builtin, JavaScript.builtins), (.type, JavaScript.errors),
    ])

    static func read(_ code: inout CodeScanner) {
        ScriptReader.read(&code, ScriptReader.Dialect(words: words, hasTypes: true, hasMarkup: false))
    }
}

/// TypeScript with elements, as in React.
enum TSX: CodeLanguage {
    static let name = "tsx"
    static let aliases: [String] = []

    static func read(_ code: inout CodeScanner) {
        ScriptReader.read(&code, ScriptReader.Dialect(words: TypeScript.words, hasTypes: true, hasMarkup: true))
    }
}
