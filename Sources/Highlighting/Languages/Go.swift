/// Go. Source: the Go programming language specification, go.dev/ref/spec.
enum Go: CodeLanguage {
    static let name = "go"
    static let aliases = ["golang"]

    private static let words = WordTable<TokenClass>([
        (
            .keyword,
            "break case chan const continue default defer else fallthrough for func go goto if import interface map package "
                + "range return select struct switch type var false iota nil true"
        ),
        (
            .type,
            "any bool byte comparable complex64 complex128 error float32 float64 int int8 int16 int32 int64 rune string uint "
                + "uint8 uint16 uint32 uint64 uintptr"
        ),
        (
            .builtin,
            "append cap clear close complex copy delete imag len make max min new panic print println real recover"
        ),
    ])
    private static let function = CodeWord("func")

    static func read(_ code: inout CodeScanner) {
        while !code.isAtEnd {
            switch code.current {
            case 0x2F where code.byte(ahead: 1) == 0x2F: code.line(as: .comment)
            case 0x2F where code.byte(ahead: 1) == 0x2A: code.comment(opening: 2, closing: 0x2A, 0x2F)
            case 0x22: code.quoted(spansLines: false)
            case 0x27: code.quoted(spansLines: false)
            case 0x60: raw(&code)
            case let byte where CodeScanner.isWordStart(byte): word(&code)
            case _ where code.isAtNumber: code.number()
            default: code.advance()
            }
        }
    }

    private static func raw(_ code: inout CodeScanner) {
        code.mark(.plain)
        code.advance()
        code.skip { $0 != 0x60 }
        code.advance()
        code.mark(.string)
    }

    private static func word(_ code: inout CodeScanner) {
        let isMember = code.isAtMember
        let word = code.word()
        guard !isMember, let tokenClass = words[word] else { return code.mark(.plain) }
        // The functions of the language are names like any other unless they are called.
        code.mark(tokenClass == .builtin && code.current != 0x28 ? .plain : tokenClass)
        guard word == function, code.current == 0x20, CodeScanner.isWordStart(code.byte(ahead: 1)) else { return }
        code.advance()
        _ = code.word()
        code.mark(.function)
    }
}
