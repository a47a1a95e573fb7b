import Bytes

/// One line of an `llms.txt`, in a form on which all known parsers agree. Source: https://llmstxt.org, and the reference parser.
enum LLMsLine {
    /// `- [title](url): note`.
    static func write(_ title: String, _ url: String, note: String, into buffer: inout ByteBuffer) {
        buffer.append("- [")
        buffer.append(text: self.title(title))
        buffer.append("](")
        buffer.append(text: encoded(url))
        buffer.append("): ")
        buffer.append(text: OneLine.text(note))
        buffer.append("\n")
    }

    /// Square brackets end a title even when they are escaped, so full-width ones stand in for them.
    static func title(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == 0x5B || $0 == 0x5D }) else { return OneLine.text(text) }
        return String(
            String.UnicodeScalarView(OneLine.text(text).unicodeScalars.map { $0 == "[" ? "［" : $0 == "]" ? "］" : $0 }))
    }

    /// Parentheses end a URL.
    static func encoded(_ url: String) -> String {
        guard url.utf8.contains(where: { $0 == 0x28 || $0 == 0x29 }) else { return url }
        return url.unicodeScalars.reduce(into: "") { result, scalar in
            switch scalar {
            case "(": result += "%28"
            case ")": result += "%29"
            default: result.unicodeScalars.append(scalar)
            }
        }
    }
}
