package import Diagnostics

/// The mistakes that this room finds.
package enum MarkdownCodes {
    package static let all: [DiagnosticCode] = [
        .markdownCrossedDirective, .markdownDirectiveAttributes, .markdownDirectiveForm, .markdownDirectiveLabel,
        .markdownDuplicateID, .markdownLineTooLong, .markdownNesting, .markdownOutputTooLarge, .markdownRawHTML,
        .markdownStrayFence, .markdownTableTooLarge, .markdownUnclosedDirective, .markdownUnknownAttribute,
        .markdownUnknownDirective,
        .markdownUnsafeLink, .markdownUnusedFootnote,
    ]
}

extension DiagnosticCode {
    package static let markdownCrossedDirective = DiagnosticCode(
        "markdown/crossed-directive",
        en:
            "A directive's label must begin and end inside the same element. Here emphasis, a link or a paragraph ends in the middle of it.",
        zh: "指令的标签必须在同一个元素内开始和结束。这里的强调、链接或段落在标签中间结束。",
        wrong: "*Price: :lang[input* price]{tag=en}", right: ":lang[*input* price]{tag=en}")

    package static let markdownDirectiveAttributes = DiagnosticCode(
        "markdown/directive-attributes",
        en:
            "The braces or brackets of a directive can't be read. Attributes are key=value, key=\"some words\", #id, .class or a bare key.",
        zh: "指令的大括号或方括号无法识别。属性的写法是 key=value、key=\"若干文字\"、#id、.class 或单独的 key。",
        wrong: ":price[gpt-4o]{meter=}", right: ":price[gpt-4o]{meter=input}")

    package static let markdownDirectiveForm = DiagnosticCode(
        "markdown/directive-form",
        en:
            "A directive stands in a line (one colon), alone on a line (two) or around blocks (three); each allows only some of these.",
        zh: "指令可以写在行内（一个冒号）、独占一行（两个）或包住若干段（三个）；每个指令只允许其中几种。",
        wrong: ":model-table{columns=input}", right: "::model-table{columns=input}")

    package static let markdownDirectiveLabel = DiagnosticCode(
        "markdown/directive-label",
        en: "This directive has no use for text in square brackets.", zh: "这个指令不使用方括号里的文字。",
        wrong: ":::steps[First]\n1. Open it.\n:::", right: ":::steps\n1. Open it.\n:::")

    package static let markdownDuplicateID = DiagnosticCode(
        "markdown/duplicate-id",
        en: "An id names one place of a page. A link to an id that is used twice leads to the first one only.",
        zh: "id 在页面中只能指一个位置。重复的 id 会让链接只到达第一个。", wrong: "## Cost {#cost}\n## Price {#cost}",
        right: "## Cost {#cost}\n## Price {#price}")

    package static let markdownLineTooLong = DiagnosticCode(
        "markdown/line-too-long", en: "A line this long was not written by hand; the file may be damaged.",
        zh: "这么长的一行不像手写内容，文件可能已损坏。",
        wrong: "A line of 1,048,577 bytes",
        right: "The same text in lines of its own, or a file in Content/static")

    package static let markdownNesting = DiagnosticCode(
        "markdown/nesting", en: "Quotes, lists and emphasis may stand inside one another up to a limit.",
        zh: "引用、列表和强调的嵌套层数有上限。",
        wrong: "> > > > > …   101 quotes, one inside another",
        right: "> One quote")

    package static let markdownOutputTooLarge = DiagnosticCode(
        "markdown/output-too-large", en: "The text becomes larger than a page may be.", zh: "渲染结果超过了页面大小的上限。",
        wrong: "A page of links that becomes more than 64 MiB",
        right: "The same links on several pages, or a directive that lists them")

    package static let markdownRawHTML = DiagnosticCode(
        "markdown/raw-html", .warning,
        en:
            "Raw HTML is left out, because it can break the page, its twin and its safety. Write Markdown or a directive, or allow the element in site.yaml.",
        zh: "原始 HTML 会被去掉，因为它可能破坏页面、Markdown 副本和安全。请改用 Markdown 或指令，或在 site.yaml 中允许该元素。",
        wrong: "<div>text</div>", right: "text")

    package static let markdownStrayFence = DiagnosticCode(
        "markdown/stray-fence", en: "A line of colons ends a container, and none is open here.",
        zh: "一行冒号表示容器结束，而这里没有打开的容器。", wrong: "text\n\n:::", right: ":::note\ntext\n:::")

    package static let markdownTableTooLarge = DiagnosticCode(
        "markdown/table-too-large", en: "The cells of a page's tables are limited; show large data by a directive.",
        zh: "页面表格的单元格数有上限；大量数据请用指令展示。",
        wrong: "A table of 100,001 cells",
        right: "::model-table{columns=\"input,output\"}")

    package static let markdownUnclosedDirective = DiagnosticCode(
        "markdown/unclosed-directive", en: "A container goes on to a line of as many colons in the same list or quote.",
        zh: "容器要在同一个列表或引用里，用同样多冒号的一行结束。", wrong: ":::note\ntext", right: ":::note\ntext\n:::")

    package static let markdownUnknownAttribute = DiagnosticCode(
        "markdown/unknown-attribute", en: "The directive has no attribute of this name.", zh: "指令没有这个属性。",
        wrong: ":price[gpt-4o]{metre=input}", right: ":price[gpt-4o]{meter=input}")

    package static let markdownUnknownDirective = DiagnosticCode(
        "markdown/unknown-directive",
        en:
            "A colon, a name and a bracket are a directive, and none has this name. A backslash before the colon makes it text.",
        zh: "冒号、名称加括号表示指令，但没有这个名称的指令。在冒号前加反斜杠就是普通文字。", wrong: ":prize[gpt-4o]", right: ":price[gpt-4o]")

    package static let markdownUnsafeLink = DiagnosticCode(
        "markdown/unsafe-link", .warning, isSafetyRule: true,
        en: "A destination that runs a script, opens a local file or holds data is never written.",
        zh: "指向脚本、本地文件或内嵌数据的目标一律不输出。", wrong: "[press](javascript:go)", right: "[press](https://example.org/go)")

    package static let markdownUnusedFootnote = DiagnosticCode(
        "markdown/unused-footnote", .warning, en: "A footnote that nothing refers to is not shown.",
        zh: "没有被引用的脚注不会显示。", wrong: "Text.\n\n[^1]: Note.", right: "Text.[^1]\n\n[^1]: Note.")
}
