/// A session at a shell: commands behind a prompt, and what they print.
enum Console: CodeLanguage {
    static let name = "console"
    static let aliases = ["bash-session", "sh-session", "shell-session", "terminal"]

    static func read(_ code: inout CodeScanner) {
        var reader: ShellReader?
        while !code.isAtEnd {
            let lineEnd = min(code.find { $0 == 0x0A } + 1, code.end)
            if let length = promptLength(code, lineEnd) {
                reader = ShellReader()
                code.take(length, as: .meta)
            } else if reader != nil, code.current == 0x3E, code.byte(ahead: 1) == 0x20 {
                code.take(1, as: .meta)
            } else if reader == nil || !continues(code) {
                reader = nil
                code.mark(.plain)
                code.advance(to: lineEnd)
                continue
            }
            code.within(lineEnd) { line in
                while !line.isAtEnd { reader?.step(&line) }
            }
        }
    }

    /// Whether the line before ends with a backslash.
    private static func continues(_ code: CodeScanner) -> Bool { code.byte(behind: 2) == 0x5C }

    /// The length of a prompt with its sign: `$`, `user@host:~/folder$`, `[root@host ~]#`, `(venv) $`, `host:folder user%`.
    private static func promptLength(_ code: CodeScanner, _ lineEnd: Int) -> Int? {
        var index = code.position
        if code.current == 0x28 {
            while index < lineEnd, code.bytes[index] != 0x29 { index += 1 }
            index += 1
            while index < lineEnd, code.bytes[index] == 0x20 { index += 1 }
        }
        let first = index
        var brackets = 0
        var namesHost = false
        while index < lineEnd, index - first < 100 {
            let byte = code.bytes[index]
            switch byte {
            case 0x5B: brackets += 1
            case 0x5D:
                brackets -= 1
                namesHost = true
            case 0x40, 0x3A: namesHost = true
            case 0x24, 0x23, 0x25:
                let isAtEnd = index + 1 == lineEnd || CodeScanner.isSpace(code.bytes[index + 1])
                return isAtEnd && (index == first || namesHost) ? index + 1 - code.position : nil
            case 0x20:
                // A blank may stand in brackets, and once before the sign.
                if brackets == 0, !namesHost || byte == code.bytes[max(index - 1, 0)] { return nil }
            case 0x22, 0x27, 0x7B, 0x3C, 0x3B: return nil
            default: break
            }
            index += 1
        }
        return nil
    }
}
