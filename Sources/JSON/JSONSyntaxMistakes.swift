internal import Diagnostics

/// Finds the words for a mistake of structure from what stands at its place.
extension JSONReader {
    func mistakeAtEnd() -> JSONMistake {
        if let innermost { return JSONCodes.unclosed(bytes[innermost], at: innermost) }
        return JSONMistake(
            JSONCodes.syntax, bytes.count..<bytes.count,
            Message(en: "the file is empty; a JSON value was expected", zh: "文件是空的，这里应有一个 JSON 值"))
    }

    func mistakeAtValue() -> JSONMistake {
        if let foreign = foreign() { return foreign }
        let place = at..<at + 1
        switch byte {
        case UInt8(ascii: ","):
            return syntax(place, Message(en: "a value is missing before this comma", zh: "这个逗号前缺少值"))
        case UInt8(ascii: "]"), UInt8(ascii: "}"):
            return syntax(place, Message(en: "a value is missing before this bracket", zh: "这个括号前缺少值"))
        case UInt8(ascii: "+"), UInt8(ascii: "."):
            let range = word(from: at)
            return JSONCodes.badNumber(text(range), range)
        default: break
        }
        let range = word(from: at)
        let name = text(range)
        if name == "NaN" || name == "Infinity" { return JSONCodes.notANumber(name, range) }
        guard bytes[at] < 0x80, range.count > 1 else {
            return syntax(place, Message(en: "a value was expected here", zh: "这里应有一个值"))
        }
        return syntax(
            range, Message(en: "‘\(name)’ is not a JSON value", zh: "“\(name)”不是 JSON 的值"),
            hint: NearName.hint(for: name, among: ["true", "false", "null"])
                ?? Message(en: "put text in double quotes", zh: "文字要放在双引号里"))
    }

    func mistakeAtKey() -> JSONMistake {
        if byte == nil { return mistakeAtEnd() }
        if let foreign = foreign() { return foreign }
        return syntax(
            word(from: at), Message(en: "a key in double quotes was expected here", zh: "这里应有一个用双引号括起的键"))
    }

    func mistakeAtColon(behind key: Range<Int>) -> JSONMistake {
        if byte == nil { return mistakeAtEnd() }
        if let foreign = foreign() { return foreign }
        return syntax(key, Message(en: "a colon is missing after this key", zh: "这个键后面缺少冒号"))
    }

    func mistakeBehindValue(inObject: Bool) -> JSONMistake {
        guard let byte else { return mistakeAtEnd() }
        if let foreign = foreign() { return foreign }
        let place = at..<at + 1
        if byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") {
            let sign = inObject ? ("]", "{") : ("}", "[")
            return syntax(
                place, Message(en: "‘\(sign.0)’ does not close ‘\(sign.1)’", zh: "“\(sign.0)”不能关闭“\(sign.1)”"))
        }
        return syntax(place, Message(en: "a comma is missing before this", zh: "这里前面缺少逗号"))
    }

    func mistakeBehindRoot() -> JSONMistake {
        if let foreign = foreign() { return foreign }
        return JSONMistake(
            JSONCodes.trailingContent, at..<bytes.count,
            Message(en: "there is more text after the end of the JSON value", zh: "JSON 值结束之后还有内容"))
    }
}

extension JSONReader {
    private func syntax(_ range: Range<Int>, _ message: Message, hint: Message? = nil) -> JSONMistake {
        JSONMistake(JSONCodes.syntax, range, message, hint: hint)
    }

    private func text(_ range: Range<Int>) -> String {
        String(decoding: bytes[range].prefix(40), as: UTF8.self)
    }

    /// What comes from other notations at any place: conflict markers, comments, other quotes, full-width signs.
    private func foreign() -> JSONMistake? {
        let rest = bytes[at...].prefix(7)
        for marker in ["<<<<<<<", "=======", ">>>>>>>", "|||||||"] where rest.elementsEqual(marker.utf8) {
            return JSONCodes.conflictMarker(at..<at + 7)
        }
        if rest.starts(with: "//".utf8) || rest.starts(with: "/*".utf8) || rest.first == UInt8(ascii: "#") {
            return syntax(
                at..<at + 1, Message(en: "JSON has no comments", zh: "JSON 没有注释"),
                hint: Message(en: "remove the comment", zh: "请删除注释"))
        }
        for quote in ["'", "“", "”", "‘", "’", "＂"] where rest.starts(with: quote.utf8) {
            return syntax(
                at..<at + quote.utf8.count,
                Message(en: "JSON strings take straight double quotes", zh: "JSON 字符串要用直双引号"),
                hint: Message(en: "use \" instead", zh: "请改用 \""))
        }
        for (wide, narrow) in Self.wideSigns where rest.starts(with: wide.utf8) {
            return syntax(
                at..<at + 3, Message(en: "‘\(wide)’ is a full-width sign", zh: "“\(wide)”是全角符号"),
                hint: Message(en: "use ‘\(narrow)’", zh: "请改用半角“\(narrow)”"))
        }
        return nil
    }

    private static let wideSigns = [
        ("：", ":"), ("，", ","), ("｛", "{"), ("｝", "}"), ("［", "["), ("］", "]"), ("【", "["), ("】", "]"), ("、", ","),
    ]
}
