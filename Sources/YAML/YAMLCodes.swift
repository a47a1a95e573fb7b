package import Diagnostics

/// The codes of the YAML room, as `citable explain` lists them.
package enum YAMLCodes {
    package static let all: [DiagnosticCode] = [
        alias, anchor, complexKey, controlCharacter, directive, duplicateKey, invalidUTF8, mergeKey, missingKey,
        severalDocuments, syntax, tab, tag, tooDeep, tooLarge, tooManyMistakes, unclosed,
    ]

    package static let alias = DiagnosticCode(
        "yaml/alias",
        en: "A YAML alias such as *name repeats another part of the text out of sight of its reader, so it is refused. "
            + "Write the value out.",
        zh: "YAML 别名（如 *name）会在读者看不到的地方重复别处的内容，因此不允许使用。请把值直接写出来。",
        wrong: "author: &a Wang\nreviewed_by: *a", right: "author: Wang\nreviewed_by: Wang")
    package static let anchor = DiagnosticCode(
        "yaml/anchor", en: "A YAML anchor such as &name serves only aliases, which are refused.",
        zh: "YAML 锚点（如 &name）只为别名服务，而别名不允许使用。", wrong: "author: &a Wang", right: "author: Wang")
    package static let complexKey = DiagnosticCode(
        "yaml/complex-key",
        en: "The key of an entry is one line of text. Lists, mappings and texts of several lines can't be keys.",
        zh: "键必须是一行文字；列表、映射和多行文字都不能作键。", wrong: "? [a, b]\n: 1", right: "a: 1\nb: 1")
    package static let controlCharacter = DiagnosticCode(
        "yaml/control-character",
        en: "YAML text holds no control characters, and no byte order mark but at its very start. "
            + "They are invisible and usually come from a paste or a broken file.",
        zh: "YAML 文本不能含控制字符，字节顺序标记也只能在最开头。它们看不见，通常来自粘贴或损坏的文件。",
        wrong: "title: A\\u0007B   # a character that rings a bell",
        right: "title: AB")
    package static let directive = DiagnosticCode(
        "yaml/directive",
        en: "A line that starts with % is a YAML directive; Citable reads YAML 1.2 without directives.",
        zh: "以 % 开头的行是 YAML 指令；Citable 读取不带指令的 YAML 1.2。", wrong: "%YAML 1.1\n---\ntitle: A", right: "title: A")
    package static let duplicateKey = DiagnosticCode(
        "yaml/duplicate-key",
        en: "A key stands twice in one mapping, so one of the two values would be lost.",
        zh: "同一个映射里有两个相同的键，其中一个值会丢失。", wrong: "title: A\ntitle: B", right: "title: A")
    package static let invalidUTF8 = DiagnosticCode(
        "yaml/invalid-utf8", en: "The bytes are not UTF-8, the only encoding that Citable reads.",
        zh: "这些字节不是 UTF-8，而 Citable 只读 UTF-8。",
        wrong: "A file saved as GBK",
        right: "iconv -f GBK -t UTF-8 old.yaml > new.yaml")
    package static let mergeKey = DiagnosticCode(
        "yaml/merge-key",
        en: "The merge key << belongs to YAML 1.1 and hides where a value comes from. Write the entries out.",
        zh: "合并键 << 属于 YAML 1.1，会掩盖值的来源。请把各项直接写出来。", wrong: "<<: *defaults\ntitle: A",
        right: "author: Wang\ntitle: A")
    package static let missingKey = DiagnosticCode(
        "yaml/missing-key", en: "An entry has a value but no key before its colon.", zh: "冒号前没有键，只有值。",
        wrong: ": A", right: "title: A")
    package static let severalDocuments = DiagnosticCode(
        "yaml/several-documents",
        en: "A line of --- or ... ends a YAML document. One file, or one front matter, is one document.",
        zh: "--- 或 ... 一行会结束一个 YAML 文档。一个文件或一段 front matter 只能是一个文档。",
        wrong: "name: A\n---\nname: B", right: "name: A")
    package static let syntax = DiagnosticCode(
        "yaml/syntax", en: "The text is not YAML. Nothing after this place was read.",
        zh: "文本不是合法的 YAML，此处之后的内容没有读取。", wrong: "title: Prices: what they mean",
        right: "title: \"Prices: what they mean\"")
    package static let tab = DiagnosticCode(
        "yaml/tab", en: "YAML is indented with spaces; a tab has no width that everybody agrees on.",
        zh: "YAML 用空格缩进；制表符的宽度没有统一规定。", wrong: "organization:\n\tname: A", right: "organization:\n  name: A")
    package static let tag = DiagnosticCode(
        "yaml/tag",
        en: "A YAML tag such as !!str sets a type; Citable knows the type of each field, so tags are refused.",
        zh: "YAML 标签（如 !!str）用于指定类型；Citable 知道每个字段的类型，因此不允许使用标签。", wrong: "version: !!str 1.10",
        right: "version: 1.10")
    package static let tooDeep = DiagnosticCode(
        "yaml/too-deep", en: "Lists and mappings stand inside one another deeper than the limit.",
        zh: "列表和映射的嵌套层数超过了限制。",
        wrong: "tags: [[[[[…]]]]]   17 lists, one inside another",
        right: "tags: [a]")
    package static let tooLarge = DiagnosticCode(
        "yaml/too-large", en: "The text has more bytes than the limit. Long prose belongs in the body of the page.",
        zh: "文本的字节数超过了限制。较长的文字应放在正文里。",
        wrong: "A site.yaml of more than 1 MiB",
        right: "Short settings; prose belongs in Content/shared")
    package static let tooManyMistakes = DiagnosticCode(
        "yaml/too-many-mistakes", en: "One text has so many mistakes that the rest is not shown.",
        zh: "同一段文本的错误太多，其余的不再列出。",
        wrong: "a: *x\na: *x\na: *x\n…   the same mistake again and again",
        right: "a: x")
    package static let unclosed = DiagnosticCode(
        "yaml/unclosed", en: "A quote or bracket is opened and never closed.", zh: "引号或括号打开后没有关闭。",
        wrong: "tags: [price, model", right: "tags: [price, model]")
}
