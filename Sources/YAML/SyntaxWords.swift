internal import Diagnostics

/// The sentences for libfyaml's syntax errors, found by a part of its own message.
struct SyntaxWords {
    let message: Message
    let hint: Message?

    /// The sentence for a reason; `byte` is the one at the place of the error.
    static func find(_ reason: String, byte: UInt8?) -> SyntaxWords {
        if reason.contains("plain scalar cannot start with"), let byte {
            let sign = String(UnicodeScalar(byte))
            return SyntaxWords(
                Message(en: "a value can't start with ‘\(sign)’", zh: "值不能以“\(sign)”开头"), hint: quoteHint)
        }
        if byte == UInt8(ascii: "-") {
            if reason.contains("did not find expected key") { return listInMapping }
            if reason.contains("did not find expected node content") { return emptyItem }
        }
        return table.first { reason.contains($0.part) }?.words ?? fallback(reason)
    }

    private init(_ message: Message, hint: Message? = nil) {
        self.message = message
        self.hint = hint
    }
}

extension SyntaxWords {
    private static let quoteHint = Message(en: "put the value in quotes", zh: "请给值加引号")

    private static let listInMapping = SyntaxWords(
        Message(en: "a list item can't stand between ‘key: value’ lines", zh: "列表项不能夹在“键: 值”之间"),
        hint: Message(en: "put the list under its own key", zh: "请把列表放在它自己的键之下"))

    private static let emptyItem = SyntaxWords(
        Message(en: "the list item before this one is empty", zh: "上一个列表项是空的"),
        hint: Message(en: "remove the empty item or give it a value", zh: "删除空的列表项，或写上值"))

    private static let badIndent = SyntaxWords(
        Message(en: "the indentation of this line fits no line above it", zh: "这一行的缩进与上面任何一行都对不上"),
        hint: Message(en: "align it with the lines it belongs to", zh: "请与它所属的行对齐"))

    private static let table: [(part: String, words: SyntaxWords)] = [
        (
            "nested block mapping on the same line",
            SyntaxWords(
                Message(en: "a value without quotes can't contain ‘: ’", zh: "不加引号的值里不能有“: ”"), hint: quoteHint)
        ),
        (
            "trailing content after",
            SyntaxWords(
                Message(en: "there is text after the closing quote", zh: "右引号后面还有文字"),
                hint: Message(
                    en: "inside quotes write \\\" in double quotes and '' in single quotes, or use “ ”",
                    zh: "双引号内写 \\\"，单引号内写 ''，或者改用“ ”"))
        ),
        (
            "block sequence on the same line as a mapping key",
            SyntaxWords(
                Message(en: "a list can't start on the line of its key", zh: "列表不能与键写在同一行"),
                hint: Message(
                    en: "start it on the next line, or quote the value if it is text", zh: "请另起一行；如果是文字，请加引号"))
        ),
        (
            "extra closing",
            SyntaxWords(Message(en: "this bracket closes nothing", zh: "这个括号没有对应的左括号"), hint: quoteHint)
        ),
        (
            "mismatched flow",
            SyntaxWords(
                Message(en: "this bracket does not match the one that is open", zh: "这个括号与左括号不匹配"),
                hint: Message(en: "‘[’ is closed by ‘]’, ‘{’ by ‘}’", zh: "“[”用“]”关闭，“{”用“}”关闭"))
        ),
        ("missing comma", SyntaxWords(Message(en: "a comma is missing before this", zh: "这里前面缺少逗号"))),
        ("comma", SyntaxWords(Message(en: "this comma has no item before it", zh: "这个逗号前面没有内容"))),
        (
            "comment",
            SyntaxWords(
                Message(en: "a comment needs a space before ‘#’", zh: "注释的“#”前面要有空格"), hint: quoteHint)
        ),
        ("wrongly indented", badIndent),
        ("mapping in plain multiline", badIndent),
        ("scalar at the end of block sequence", badIndent),
        ("indent", badIndent),
        ("expected '-' indicator", badIndent),
        ("block sequence entries not allowed", badIndent),
        (
            "invalid multiline",
            SyntaxWords(
                Message(en: "a key must stand on one line", zh: "键必须写在一行内"),
                hint: Message(en: "look for a missing quote", zh: "检查是否缺少引号"))
        ),
        ("did not find expected key", SyntaxWords(Message(en: "a key was expected here", zh: "这里应该是一个键"))),
        ("expected node content", SyntaxWords(Message(en: "a value was expected here", zh: "这里应该有一个值"))),
        (
            "mapping key (not allowed",
            SyntaxWords(Message(en: "a key with ‘?’ can't stand here", zh: "这里不能用“?”开始一个键"), hint: quoteHint)
        ),
    ]

    private static func fallback(_ reason: String) -> SyntaxWords {
        let reason = reason.isEmpty ? "unknown reason" : reason
        return SyntaxWords(Message(en: "this is not YAML: \(reason)", zh: "这里不是合法的 YAML（\(reason)）"))
    }
}
