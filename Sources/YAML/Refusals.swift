internal import Diagnostics

/// The diagnostics of what Citable refuses; the words of syntax errors are in `SyntaxMistake`.
extension YAMLCodes {
    static func tooLarge(_ range: Range<Int>, limit: Int, in file: SourceFile) -> Diagnostic {
        let size = "\(range.count)"
        return Diagnostic(
            tooLarge, at: file.location(at: range.lowerBound),
            Message(
                en: "this YAML has \(size) bytes, more than the \(limit) allowed",
                zh: "这段 YAML 有 \(size) 字节，超过 \(limit) 字节的上限"),
            hint: Message(en: "move long text into the body, or split the file", zh: "把长文字移到正文，或拆分文件"))
    }

    static func invalidUTF8(_ range: Range<Int>, in file: SourceFile) -> Diagnostic {
        Diagnostic(
            invalidUTF8, at: file.location(of: range),
            Message(en: "these bytes are not UTF-8", zh: "这些字节不是 UTF-8"),
            hint: Message(en: "save the file as UTF-8", zh: "请把文件保存为 UTF-8"))
    }

    static func addTab(_ offset: Int, to list: inout MistakeList) {
        list.add(
            tab, offset..<offset + 1, Message(en: "a tab can't be used here", zh: "这里不能用制表符"),
            hint: Message(en: "use spaces", zh: "请改用空格"))
    }

    static func addDirective(_ range: Range<Int>, to list: inout MistakeList) {
        list.add(
            directive, range, Message(en: "a line can't start with ‘%’ (a YAML directive)", zh: "行首不能是“%”（YAML 指令）"),
            hint: Message(en: "remove the line; Citable reads YAML 1.2", zh: "删除这一行；Citable 读取 YAML 1.2"))
    }

    static func addDocumentMarker(_ range: Range<Int>, to list: inout MistakeList) {
        list.add(
            severalDocuments, range,
            Message(en: "this line ends the YAML document; only one is allowed", zh: "这一行结束了 YAML 文档；只允许一个文档"),
            hint: Message(
                en: "remove the line and what follows it, or indent it if it belongs to a text",
                zh: "删除这一行及其后的内容；如果它属于一段文字，请缩进"))
    }

    static func addControlCharacter(_ range: Range<Int>, bytes: [UInt8], to list: inout MistakeList) {
        let scalar = String(decoding: bytes[range], as: UTF8.self).unicodeScalars.first?.value ?? 0
        let digits = String(scalar, radix: 16, uppercase: true)
        let name = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        list.add(
            controlCharacter, range,
            Message(en: "the invisible character \(name) is not allowed here", zh: "这里不允许出现不可见字符 \(name)"),
            hint: Message(en: "delete it, or write it as an escape in double quotes", zh: "删除它，或在双引号里用转义写出"))
    }

    static func addAnchor(_ range: Range<Int>, bytes: [UInt8], to list: inout MistakeList) {
        let name = excerpt(bytes, range)
        list.add(
            anchor, range, Message(en: "the anchor ‘\(name)’ is not allowed", zh: "不允许使用锚点“\(name)”"),
            hint: Message(
                en: "remove it, or put the value in quotes if it is text", zh: "删除它；如果是文字，请给值加引号"))
    }

    static func addAlias(_ range: Range<Int>, bytes: [UInt8], to list: inout MistakeList) {
        let name = excerpt(bytes, range)
        list.add(
            alias, range, Message(en: "the alias ‘\(name)’ is not allowed", zh: "不允许使用别名“\(name)”"),
            hint: Message(
                en: "write the value out, or put it in quotes if it is text", zh: "直接写出值；如果是文字，请加引号"))
    }

    static func addTag(_ range: Range<Int>, bytes: [UInt8], to list: inout MistakeList) {
        let name = excerpt(bytes, range)
        list.add(
            tag, range, Message(en: "the tag ‘\(name)’ is not allowed", zh: "不允许使用标签“\(name)”"),
            hint: Message(
                en: "remove it, or put the value in quotes if it is text", zh: "删除它；如果是文字，请给值加引号"))
    }

    static func addMergeKey(_ range: Range<Int>, to list: inout MistakeList) {
        list.add(
            mergeKey, range, Message(en: "the merge key ‘<<’ is not allowed", zh: "不允许使用合并键“<<”"),
            hint: Message(en: "write the entries out", zh: "把各项直接写出来"))
    }

    static func addDuplicateKey(_ key: String, _ range: Range<Int>, first: Range<Int>, to list: inout MistakeList) {
        let name = shortened(key)
        list.add(
            duplicateKey, range, Message(en: "‘\(name)’ stands twice in this mapping", zh: "“\(name)”在这个映射里出现了两次"),
            hint: Message(en: "remove one of the two", zh: "删除其中一个"),
            note: (first, Message(en: "‘\(name)’ is first written here", zh: "“\(name)”第一次写在这里")))
    }

    static func addComplexKey(_ range: Range<Int>, to list: inout MistakeList) {
        list.add(
            complexKey, range, Message(en: "a list or mapping can't be a key", zh: "列表或映射不能作键"),
            hint: Message(en: "use a line of text as the key", zh: "请用一行文字作键"))
    }

    static func addLongKey(_ range: Range<Int>, to list: inout MistakeList) {
        list.add(
            complexKey, range, Message(en: "a key must stand on one line", zh: "键必须写在一行内"),
            hint: Message(
                en: "look for a missing quote, bracket or comma before it", zh: "检查前面是否缺少引号、括号或逗号"))
    }

    static func addMissingKey(_ range: Range<Int>, to list: inout MistakeList) {
        list.add(
            missingKey, range, Message(en: "there is no key before this colon", zh: "这个冒号前没有键"),
            hint: Message(en: "write ‘key: value’", zh: "请写成“键: 值”"))
    }

    static func addTooDeep(_ range: Range<Int>, limit: Int, to list: inout MistakeList) {
        list.add(
            tooDeep, range,
            Message(
                en: "more than \(limit) lists and mappings inside one another", zh: "列表和映射的嵌套超过 \(limit) 层"))
    }

    /// At most 40 characters of the text, on one line.
    static func shortened(_ text: String) -> String {
        let scalars = text.unicodeScalars
        let line = scalars.prefix { $0 != "\n" && $0 != "\r" }.prefix(40)
        let cut = String(String.UnicodeScalarView(line))
        return line.endIndex < scalars.endIndex ? cut + "…" : cut
    }

    static func excerpt(_ bytes: [UInt8], _ range: Range<Int>) -> String {
        shortened(String(decoding: bytes[range].prefix(200), as: UTF8.self))
    }
}
