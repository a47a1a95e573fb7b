/// A word of the template language.
struct Token: Sendable {
    enum Kind: Sendable, Equatable {
        /// Text between tags, already cut by the whitespace marks of its neighbours.
        case text
        case outputBegin
        case outputEnd
        case tagBegin
        case tagEnd
        case name(String)
        case string(String)
        case integer(Int)
        case double(Double)
        case symbol(Symbol)
        case end
    }

    enum Symbol: String, Sendable {
        case plus = "+"
        case minus = "-"
        case times = "*"
        case power = "**"
        case divide = "/"
        case floorDivide = "//"
        case modulo = "%"
        case tilde = "~"
        case equal = "=="
        case notEqual = "!="
        case greater = ">"
        case greaterOrEqual = ">="
        case less = "<"
        case lessOrEqual = "<="
        case assign = "="
        case dot = "."
        case comma = ","
        case colon = ":"
        case semicolon = ";"
        case pipe = "|"
        case openParenthesis = "("
        case closeParenthesis = ")"
        case openBracket = "["
        case closeBracket = "]"
        case openBrace = "{"
        case closeBrace = "}"
    }

    let kind: Kind
    let span: SourceSpan

    /// What the token is called in messages.
    var description: String {
        switch kind {
        case .text: "text"
        case .outputBegin: "‘{{’"
        case .outputEnd: "‘}}’"
        case .tagBegin: "‘{%’"
        case .tagEnd: "‘%}’"
        case .name(let name): "‘\(name)’"
        case .string: "a string"
        case .integer, .double: "a number"
        case .symbol(let symbol): "‘\(symbol.rawValue)’"
        case .end: "the end of the file"
        }
    }

    /// The same in Chinese.
    var chineseDescription: String {
        switch kind {
        case .text: "文本"
        case .string: "字符串"
        case .integer, .double: "数字"
        case .end: "文件结尾"
        case .name(let name): "“\(name)”"
        case .symbol(let symbol): "“\(symbol.rawValue)”"
        default:
            "“" + description.unicodeScalars.dropFirst().dropLast().reduce(into: "") { $0.unicodeScalars.append($1) }
                + "”"
        }
    }
}
