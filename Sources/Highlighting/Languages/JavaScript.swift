/// JavaScript. Source: ECMA-262.
enum JavaScript: CodeLanguage {
    static let name = "javascript"
    static let aliases = ["cjs", "js", "jsx", "mjs", "node"]

    static func read(_ code: inout CodeScanner) {
        ScriptReader.read(&code, ScriptReader.Dialect(words: words, hasTypes: false, hasMarkup: true))
    }

    static let keywords =
        "async await break case catch class const continue debugger default delete do else export extends finally for "
        + "function if import in instanceof let new of return static super switch this throw try typeof var void while "
        + "with yield true false null undefined NaN Infinity"
    static let builtins =
        "Array ArrayBuffer Atomics BigInt BigInt64Array BigUint64Array Boolean DataView Date Float32Array Float64Array "
        + "Function Int16Array Int32Array Int8Array Intl JSON Map Math Number Object Promise Proxy Reflect RegExp Set "
        + "String Symbol Uint16Array Uint32Array Uint8Array WeakMap WeakRef WeakSet arguments decodeURI document "
        + "encodeURI eval global globalThis isFinite isNaN parseFloat parseInt window"
    static let errors =
        "AggregateError Error EvalError RangeError ReferenceError SyntaxError TypeError URIError"

    static let words = WordTable<TokenClass>([
        (.keyword, keywords), (.keyword, "as constructor from"), (.builtin, builtins), (.type, errors),
    ])
}
