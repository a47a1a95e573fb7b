internal import Diagnostics

/// Turns a syntax error of libfyaml into words and a place that an editor can act on.
///
/// libfyaml's own sentence is the fallback; its messages are those of 0.7.12.
struct SyntaxMistake {
    let bytes: [UInt8]
    /// The text that was parsed.
    let range: Range<Int>
    let reason: String
    let place: Range<Int>
    /// The innermost `[` or `{` that is open at the error.
    let openBracket: Int?
}

extension SyntaxMistake {
    func report(to list: inout MistakeList) {
        if let openBracket, has("without a closing bracket") || isAtEnd {
            return reportOpenBracket(openBracket, to: &list)
        }
        if has("without closing quote") {
            let quote = max(range.lowerBound, place.lowerBound - 1)
            return list.add(
                YAMLCodes.unclosed, quote..<quote + 1,
                Message(en: "this quote is never closed", zh: "这个引号没有关闭"),
                hint: Message(en: "close it on the same line", zh: "请在同一行关闭引号"))
        }
        if has("wrongly indented"), byteAtPlace == UInt8(ascii: "\"") || byteAtPlace == UInt8(ascii: "'") {
            return list.add(
                YAMLCodes.unclosed, place.lowerBound..<place.lowerBound + 1,
                Message(en: "this quote is not closed on its line", zh: "这个引号没有在本行关闭"),
                hint: Message(
                    en: "close it on the same line, or indent the lines that continue the text",
                    zh: "请在同一行关闭引号，或把续行缩进"))
        }
        if has("tab"), let tab = nearestTab { return YAMLCodes.addTab(tab, to: &list) }
        if has("multiline plain key") || has("value after mapping") || has("could not find expected ':'")
            || has("missing ':'")
        {
            return reportLineWithoutKey(to: &list)
        }
        if let tab = indentingTab(at: place.lowerBound) { return YAMLCodes.addTab(tab, to: &list) }
        if has("anchor") && !has("same line") { return addProperty(YAMLCodes.anchor, "anchor", "锚点", to: &list) }
        if has("alias") { return addProperty(YAMLCodes.alias, "alias", "别名", to: &list) }
        if has("tag") && !has("same line") { return addProperty(YAMLCodes.tag, "tag", "标签", to: &list) }
        if has("invalid escape") { return reportEscape(to: &list) }
        let words = SyntaxWords.find(reason, byte: byteAtPlace)
        list.add(YAMLCodes.syntax, shownPlace, words.message, hint: words.hint)
    }
}

extension SyntaxMistake {
    private func has(_ words: String) -> Bool { reason.contains(words) }

    private var byteAtPlace: UInt8? { place.lowerBound < range.upperBound ? bytes[place.lowerBound] : nil }

    /// The end of the text without the blanks behind it.
    private var contentEnd: Int {
        let last = bytes[range].lastIndex { $0 != 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
        return last.map { $0 + 1 } ?? range.lowerBound
    }

    private var isAtEnd: Bool { place.lowerBound >= contentEnd }

    /// An error behind the text is shown at its last character, not in what follows the text.
    private var shownPlace: Range<Int> {
        let end = contentEnd
        return place.lowerBound < end ? place : max(range.lowerBound, end - 1)..<end
    }

    private func reportOpenBracket(_ offset: Int, to list: inout MistakeList) {
        list.drop(after: offset)
        let isList = bytes[offset] == UInt8(ascii: "[")
        let sign = isList ? ("[", "]") : ("{", "}")
        list.add(
            YAMLCodes.unclosed, offset..<offset + 1,
            Message(en: "this ‘\(sign.0)’ is never closed", zh: "这个“\(sign.0)”没有关闭"),
            hint: Message(en: "add ‘\(sign.1)’", zh: "请补上“\(sign.1)”"))
    }

    private func addProperty(_ code: DiagnosticCode, _ english: String, _ chinese: String, to list: inout MistakeList) {
        list.add(
            code, shownPlace, Message(en: "this \(english) is not allowed", zh: "这里不允许使用\(chinese)"),
            hint: Message(en: "put the value in quotes if it is text", zh: "如果是文字，请给值加引号"))
    }

    private func reportEscape(to list: inout MistakeList) {
        let name = YAMLCodes.excerpt(bytes, shownPlace)
        list.add(
            YAMLCodes.syntax, shownPlace,
            Message(en: "‘\(name)’ is not an escape that YAML knows", zh: "“\(name)”不是 YAML 的转义"),
            hint: Message(
                en: "write ‘\\\\’ for a backslash, or use single quotes", zh: "反斜杠写作“\\\\”，或改用单引号"))
    }

    /// A line that is no `key: value`, or one that is indented under a value.
    private func reportLineWithoutKey(to list: inout MistakeList) {
        let first = lineStart(place.lowerBound)
        let text = firstContent(from: first)
        if text < place.lowerBound, place.upperBound > lineEnd(place.lowerBound) {
            let last = lineStart(place.upperBound - 1)
            if let tab = indentingTab(at: last) { return YAMLCodes.addTab(tab, to: &list) }
            let start = firstContent(from: last)
            return list.add(
                YAMLCodes.syntax, start..<lineEnd(start),
                Message(
                    en: "this line is indented under a key that already has a value", zh: "这一行缩进在一个已有值的键之下"),
                hint: Message(
                    en: "indent it like the key, or put the long value in quotes", zh: "与上面的键对齐，或给较长的值加引号"))
        }
        let end = lineEnd(place.lowerBound)
        list.add(
            YAMLCodes.syntax, place.lowerBound..<max(place.lowerBound + 1, min(end, place.upperBound)),
            Message(en: "this line is not ‘key: value’", zh: "这一行不是“键: 值”的形式"),
            hint: colonHint(place.lowerBound..<end))
    }

    /// A full-width colon, or a colon without its space, is what Chinese typing makes of `key: value`.
    private func colonHint(_ line: Range<Int>) -> Message? {
        var index = line.lowerBound
        while index < line.upperBound {
            if bytes[index] == UInt8(ascii: ":") {
                return Message(en: "put a space after the colon", zh: "冒号后面要加一个空格")
            }
            if bytes[index...].prefix(3).elementsEqual([0xEF, 0xBC, 0x9A]) {
                return Message(
                    en: "‘：’ is the full-width colon; use ‘:’ and a space", zh: "“：”是全角冒号，请用半角“:”加一个空格")
            }
            index += 1
        }
        return Message(en: "every line needs a key, a colon and a space", zh: "每一行都要有键、半角冒号和空格")
    }

    private var nearestTab: Int? {
        let line = lineStart(min(place.lowerBound, max(range.lowerBound, range.upperBound - 1)))
        return indentingTab(at: line) ?? bytes[line..<lineEnd(line)].firstIndex(of: 0x09)
    }

    /// A tab in the blanks at the start of the line that holds `offset`.
    private func indentingTab(at offset: Int) -> Int? {
        let start = lineStart(min(offset, range.upperBound))
        return bytes[start..<firstContent(from: start)].firstIndex(of: 0x09)
    }

    private func lineStart(_ offset: Int) -> Int {
        let before = bytes[range.lowerBound..<max(range.lowerBound, offset)].lastIndex { $0 == 0x0A || $0 == 0x0D }
        return before.map { $0 + 1 } ?? range.lowerBound
    }

    private func lineEnd(_ offset: Int) -> Int {
        bytes[offset..<range.upperBound].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? range.upperBound
    }

    private func firstContent(from start: Int) -> Int {
        bytes[start..<range.upperBound].firstIndex { $0 != 0x20 && $0 != 0x09 } ?? range.upperBound
    }
}
