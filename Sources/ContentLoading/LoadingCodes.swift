package import Diagnostics

/// What can be wrong with the files of a site and how they refer to each other.
extension DiagnosticCode {
    package static let unreadable = DiagnosticCode(
        "content/unreadable",
        en:
            "A file could not be read: it is no regular file, too large, behind a symbolic link, or its name can't be part of an address. Links are not followed, so that nothing outside the site is published.",
        zh: "文件读不了：不是普通文件、太大、是符号链接，或文件名不能用作地址。不会跟随符号链接，以免发布站点之外的内容。",
        wrong: "ln -s /etc/hosts Content/zh/docs/hosts.md",
        right: "cp hosts.md Content/zh/docs/hosts.md")
    package static let readFailed = DiagnosticCode(
        "content/read-failed",
        en:
            "The system refused to read a file or a folder: its permissions, a broken disk, or too many open files. Nothing is wrong with what stands in it, so the build ends with 74, not 1.",
        zh: "系统读不出文件或文件夹：权限不够、磁盘出错，或打开的文件太多。内容本身没有错，因此退出码是 74，而不是 1。",
        wrong: "chmod 000 Content/zh/docs/page.md", right: "chmod 644 Content/zh/docs/page.md")
    package static let notUTF8 = DiagnosticCode(
        "content/not-utf8",
        en:
            "Sources are UTF-8. Files saved as GBK or UTF-16 would show as garbage; open the file in its own encoding and save it as UTF-8.",
        zh: "源文件必须是 UTF-8。按 GBK 或 UTF-16 保存的文件会变成乱码；请用原编码打开，再另存为 UTF-8。",
        wrong: "title: \u{FFFD}\u{FFFD}   # saved as GBK", right: "iconv -f GBK -t UTF-8 old.md > new.md")
    package static let misplacedFile = DiagnosticCode(
        "content/misplaced-file",
        en: "A file stands where no page, setting or static file is expected, so it would silently vanish.",
        zh: "文件放在了既不是页面、也不是设置或静态文件的位置，会悄悄消失。",
        wrong: "Content/zh/answer/relay.md", right: "Content/zh/answers/relay.md")
    package static let badSlug = DiagnosticCode(
        "content/bad-slug",
        en: "The last part of an address is lower-case ASCII letters, digits and hyphens.",
        zh: "地址的最后一段只能用小写 ASCII 字母、数字和连字符。",
        wrong: "Content/zh/answers/中转站.md", right: "slug: what-is-a-relay")
    package static let missingFrontMatter = DiagnosticCode(
        "front-matter/missing",
        en: "A page begins with front matter between two lines of three hyphens.",
        zh: "页面开头必须是两行 --- 之间的 front matter。",
        wrong: "# Title", right: "---\ntitle: Title\ndate: 2026-11-23\n---")
    package static let unclosedFrontMatter = DiagnosticCode(
        "front-matter/unclosed",
        en: "Front matter has no closing line of three hyphens.",
        zh: "front matter 缺少结尾的 ---。",
        wrong: "---\ntitle: Title\ndate: 2026-11-23", right: "---\ntitle: Title\ndate: 2026-11-23\n---")
    package static let oversizedFrontMatter = DiagnosticCode(
        "front-matter/too-large",
        en:
            "Front matter is limited to 64 KiB: it holds short fields, and prose belongs in the body.",
        zh: "front matter 不能超过 64 KiB：它只放简短字段，正文请写在正文部分。",
        wrong: "description: …   70,000 letters between the two lines of hyphens",
        right: "The same words in the body of the page")
    package static let duplicateAddress = DiagnosticCode(
        "address/duplicate",
        en: "Two sources would be published at one address; one of them would be lost.",
        zh: "两个来源会发布到同一个地址，其中一个会丢失。",
        wrong: "Content/zh/guides/start.md and Content/zh/guides/basics/start.md",
        right: "Content/zh/guides/basics/start.md with ‘slug: first-steps’")
    package static let duplicateID = DiagnosticCode(
        "page/duplicate-id",
        en: "Two pages of one language have the same id (kind folder and slug), so a reference to it is ambiguous.",
        zh: "同一语言的两个页面 id（类型文件夹加 slug）相同，引用时无法区分。",
        wrong: "Content/zh/docs/a.md and Content/zh/docs/a/index.md", right: "Content/zh/docs/a/index.md alone")
    package static let unknownPerson = DiagnosticCode(
        "page/unknown-person",
        en: "An author or reviewer is not in people.yaml, so the byline would be empty.",
        zh: "作者或审核人不在 people.yaml 中，署名会是空的。",
        wrong: "author: taem", right: "author: team   # with ‘team: {name: 编辑部}’ in people.yaml")
    package static let unknownTopic = DiagnosticCode(
        "page/unknown-topic",
        en:
            "A topic is not in topics.yaml, so the page would stand in no group of its section.",
        zh: "主题不在 topics.yaml 中，页面不会归入所在栏目的任何分组。",
        wrong: "topic: relya", right: "topic: relay   # with ‘relay: {zh: 中转, en: Relay}’ in topics.yaml")
    package static let unknownNote = DiagnosticCode(
        "page/unknown-note",
        en:
            "A shared text of this id does not exist in the page's language. Shared texts are files in Content/shared/<language>/.",
        zh: "这种语言没有这个 id 的共享文本。共享文本是 Content/shared/<语言>/ 下的文件。",
        wrong: "notes: [reveiw]", right: "notes: [review]   # Content/shared/zh/review.md")
    package static let unknownRelated = DiagnosticCode(
        "page/unknown-related",
        en:
            "A related page does not exist in this language, or is not published. Ids are kind folder and slug, without topic folder, language and suffix.",
        zh: "相关页面在这种语言里不存在，或尚未发布。id 由类型文件夹和 slug 组成，不含主题文件夹、语言和后缀。",
        wrong: "related: [/guides/basics/start.md]", right: "related: [guides/start]")
    package static let missingTranslation = DiagnosticCode(
        "page/missing-translation", .warning,
        en:
            "A page lacks one of the site's languages: the same path under the other language's folder. Found only when the "
            + "settings ask for it.",
        zh: "页面缺少站点的某种语言版本，即另一语言文件夹下相同路径的文件。仅在设置中指定级别后才检查。",
        wrong: "Content/zh/guides/start.md alone", right: "Content/zh/guides/start.md and Content/en/guides/start.md")
    package static let unknownLanguage = DiagnosticCode(
        "site/unknown-language",
        en: "A language is named that the settings do not list.",
        zh: "用到了设置中没有列出的语言。",
        wrong: "languages: [zh, en]\ndefault_language: cn", right: "languages: [zh, en]\ndefault_language: zh")
    package static let badSetting = DiagnosticCode(
        "site/bad-setting", en: "A setting has a value that can't work.", zh: "设置的值无法使用。",
        wrong: "base_url: example.org", right: "base_url: https://example.org")
    package static let missingSettings = DiagnosticCode(
        "site/missing-settings",
        en: "There is no Content/site.yaml here or in a folder above.",
        zh: "当前文件夹及上级文件夹中没有 Content/site.yaml。",
        wrong: "cd /tmp && citable build",
        right: "cd my-site && citable build   # or: citable build --site my-site")
    package static let missingPhrase = DiagnosticCode(
        "template/missing-phrase",
        en:
            "A visible phrase of the interface has no text in a language of the site. Phrases stand in Templates/text/<language>.yaml.",
        zh: "界面文字缺少站点某种语言的版本。界面文字写在 Templates/text/<语言>.yaml 中。",
        wrong: "site_menu: 菜单   # in Templates/text/zh.yaml alone",
        right: "site_menu: 菜单   # Templates/text/zh.yaml\nsite_menu: Menu   # Templates/text/en.yaml")
    package static let badRedirect = DiagnosticCode(
        "redirect/bad",
        en:
            "A redirect begins at a site-absolute path, ends at a path or URL, and has a status of 301, 302, 307, 308 or 410.",
        zh: "重定向的起点是站内绝对路径，终点是路径或 URL，状态码为 301、302、307、308 或 410。",
        wrong: "- {from: old/page, to: /gone}", right: "- {from: /old/page, to: /guides/start}")
}

/// The codes that loading can give.
package enum LoadingCodes {
    package static let all: [DiagnosticCode] = [
        .unreadable, .readFailed, .notUTF8, .misplacedFile, .badSlug, .missingFrontMatter, .unclosedFrontMatter,
        .oversizedFrontMatter, .duplicateAddress, .duplicateID, .unknownPerson, .unknownTopic, .unknownNote,
        .unknownRelated, .missingTranslation, .unknownLanguage, .badSetting, .missingSettings, .badRedirect,
        .missingPhrase,
    ]
}
