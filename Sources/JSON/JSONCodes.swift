package import Diagnostics

/// The codes of the JSON room, as `citable explain` lists them.
package enum JSONCodes {
    package static let all: [DiagnosticCode] = [
        conflictMarker, duplicateKey, escape, loneSurrogate, notANumber, notUTF8, number, syntax, tooDeep, tooLarge,
        tooManyMistakes, trailingContent, unclosed,
    ]

    package static let conflictMarker = DiagnosticCode(
        "json/conflict-marker", en: "The file still has the markers of a git merge that was not finished.",
        zh: "文件里还留着未完成的 git 合并标记。", wrong: "[\n<<<<<<< HEAD\n1\n=======\n2\n>>>>>>> main\n]", right: "[1]")
    package static let duplicateKey = DiagnosticCode(
        "json/duplicate-key", en: "A key stands twice in one object, so one of the two values would be lost.",
        zh: "同一个对象里有两个相同的键，其中一个值会丢失。", wrong: "{\"a\": 1, \"a\": 2}", right: "{\"a\": 1}")
    package static let escape = DiagnosticCode(
        "json/escape",
        en:
            "Inside a string a backslash starts one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX, and control characters are escaped.",
        zh: "字符串里反斜杠只能开始 \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX 之一，控制字符必须转义。", wrong: "\"C:\\dir\"",
        right: "\"C:\\\\dir\"")
    package static let loneSurrogate = DiagnosticCode(
        "json/lone-surrogate",
        en: "A \\uD800 to \\uDFFF escape is half of a character; both halves must stand together.",
        zh: "\\uD800 到 \\uDFFF 的转义只是半个字符，两半必须写在一起。", wrong: "\"\\ud83d\"", right: "\"\\ud83d\\ude00\"")
    package static let notANumber = DiagnosticCode(
        "json/not-a-number", en: "NaN and Infinity are no JSON values. Write null, or leave the member out.",
        zh: "NaN 和 Infinity 不是 JSON 的值。请写 null，或删掉这一项。", wrong: "{\"price\": NaN}", right: "{\"price\": null}")
    package static let notUTF8 = DiagnosticCode(
        "json/not-utf8", en: "The bytes are not UTF-8, the only encoding of JSON files that Citable reads.",
        zh: "这些字节不是 UTF-8，而 Citable 只读 UTF-8 的 JSON 文件。",
        wrong: "A file saved as GBK",
        right: "iconv -f GBK -t UTF-8 old.json > new.json")
    package static let number = DiagnosticCode(
        "json/number", en: "A JSON number has no leading zero or plus sign, and digits on both sides of its point.",
        zh: "JSON 数字没有前导零和加号，小数点两边都要有数字。", wrong: "[.5, 01]", right: "[0.5, 1]")
    package static let syntax = DiagnosticCode(
        "json/syntax", en: "The text is not JSON. Nothing after this place was read.", zh: "文本不是合法的 JSON，此处之后的内容没有读取。",
        wrong: "{\"a\": 1,}", right: "{\"a\": 1}")
    package static let tooDeep = DiagnosticCode(
        "json/too-deep", en: "Objects and arrays stand inside one another deeper than the limit.",
        zh: "对象和数组的嵌套层数超过了限制。",
        wrong: "[[[[…]]]]   1,000 arrays, one inside another",
        right: "[1]")
    package static let tooLarge = DiagnosticCode(
        "json/too-large", en: "The file has more bytes than the limit.", zh: "文件的字节数超过了限制。",
        wrong: "A reply of more bytes than the limit",
        right: "Only the models that the site speaks of")
    package static let tooManyMistakes = DiagnosticCode(
        "json/too-many-mistakes", en: "One file has so many mistakes that the rest is not shown.",
        zh: "同一个文件的错误太多，其余的不再列出。",
        wrong: "[.1,.1,.1,…]   thousands of the same mistake",
        right: "[0.1, 0.1, 0.1]")
    package static let trailingContent = DiagnosticCode(
        "json/trailing-content", en: "A JSON file is one value; something follows it.", zh: "JSON 文件只有一个值，其后还有内容。",
        wrong: "{\"a\": 1} {\"b\": 2}", right: "[{\"a\": 1}, {\"b\": 2}]")
    package static let unclosed = DiagnosticCode(
        "json/unclosed", en: "A string, object or array is opened and never closed; the file may have been cut off.",
        zh: "字符串、对象或数组打开后没有关闭；文件可能被截断了。", wrong: "{\"a\": [1, 2]", right: "{\"a\": [1, 2]}")
}

extension JSONCodes {
    static func tooDeep(at offset: Int, limit: Int) -> JSONMistake {
        JSONMistake(
            tooDeep, offset..<offset + 1,
            Message(en: "more than \(limit) objects and arrays inside one another", zh: "对象和数组的嵌套超过 \(limit) 层"))
    }

    static func trailingComma(at offset: Int) -> JSONMistake {
        JSONMistake(
            syntax, offset..<offset + 1, Message(en: "a comma can't stand after the last value", zh: "最后一个值后面不能有逗号"),
            hint: Message(en: "remove the comma", zh: "请删除这个逗号"))
    }

    static func duplicateKey(_ key: String, _ range: Range<Int>, first: Range<Int>) -> JSONMistake {
        let name =
            key.unicodeScalars.count > 40 ? String(String.UnicodeScalarView(key.unicodeScalars.prefix(40))) + "…" : key
        return JSONMistake(
            duplicateKey, range, Message(en: "‘\(name)’ stands twice in this object", zh: "“\(name)”在这个对象里出现了两次"),
            hint: Message(en: "remove one of the two", zh: "删除其中一个"), first: first)
    }

    static func unclosed(_ sign: UInt8, at offset: Int) -> JSONMistake {
        let name = String(UnicodeScalar(sign))
        return JSONMistake(
            unclosed, offset..<offset + 1, Message(en: "this ‘\(name)’ is never closed", zh: "这个“\(name)”没有关闭"),
            hint: Message(en: "the file may have been cut off", zh: "文件可能被截断了"))
    }

    static func unclosedString(at offset: Int) -> JSONMistake {
        JSONMistake(
            unclosed, offset..<offset + 1, Message(en: "this string is not closed on its line", zh: "这个字符串没有在本行关闭"),
            hint: Message(en: "close it with \", and write a line break as \\n", zh: "用 \" 关闭，换行写作 \\n"))
    }

    static func controlCharacter(_ byte: UInt8, at offset: Int) -> JSONMistake {
        let digits = String(byte, radix: 16, uppercase: true)
        let name = "U+00" + (digits.count < 2 ? "0" : "") + digits
        return JSONMistake(
            escape, offset..<offset + 1,
            Message(en: "the control character \(name) must be escaped", zh: "控制字符 \(name) 必须转义"),
            hint: byte == 0x09 ? Message(en: "write \\t", zh: "请写作 \\t") : nil)
    }

    static func badEscape(_ name: String, _ range: Range<Int>) -> JSONMistake {
        JSONMistake(
            escape, range, Message(en: "‘\(name)’ is not a JSON escape", zh: "“\(name)”不是 JSON 的转义"),
            hint: Message(en: "write \\\\ for a backslash, \\uXXXX with four digits", zh: "反斜杠写作 \\\\，\\u 后面要有四位十六进制数字")
        )
    }

    static func loneSurrogate(_ name: String, _ range: Range<Int>) -> JSONMistake {
        JSONMistake(
            loneSurrogate, range, Message(en: "‘\(name)’ is half of a character", zh: "“\(name)”只是半个字符"),
            hint: Message(en: "write both halves, or the character itself", zh: "请写出两半，或直接写这个字符"))
    }

    static func badNumber(_ name: String, _ range: Range<Int>) -> JSONMistake {
        if name == "-Infinity" || name == "+Infinity" || name == "-NaN" { return notANumber(name, range) }
        return JSONMistake(
            number, range, Message(en: "‘\(name)’ is not a JSON number", zh: "“\(name)”不是 JSON 数字"),
            hint: Message(
                en: "write it like 0.5, -1 or 1e9, or put it in quotes if it is text", zh: "请写成 0.5、-1 或 1e9；如果是文字，请加引号"
            ))
    }

    static func notANumber(_ name: String, _ range: Range<Int>) -> JSONMistake {
        JSONMistake(
            notANumber, range, Message(en: "‘\(name)’ is not a JSON value", zh: "“\(name)”不是 JSON 的值"),
            hint: Message(en: "write null or leave the member out", zh: "请写 null，或删掉这一项"))
    }

    static func conflictMarker(_ range: Range<Int>) -> JSONMistake {
        JSONMistake(
            conflictMarker, range, Message(en: "this is the marker of an unfinished git merge", zh: "这是未完成的 git 合并标记"),
            hint: Message(en: "finish the merge, or write the file anew", zh: "请完成合并，或重新生成文件"))
    }
}
