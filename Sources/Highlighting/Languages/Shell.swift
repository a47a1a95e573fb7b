/// The POSIX shell and Bash. Source: POSIX.1-2017, Shell Command Language; the Bash reference manual.
enum Shell: CodeLanguage {
    static let name = "bash"
    static let aliases = ["curl", "ksh", "sh", "shell", "zsh"]

    static func read(_ code: inout CodeScanner) {
        if code.isAtLineStart, code.current == 0x23, code.byte(ahead: 1) == 0x21 { code.line(as: .comment) }
        var reader = ShellReader()
        while !code.isAtEnd { reader.step(&code) }
    }
}
