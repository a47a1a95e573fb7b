package import Diagnostics
package import SiteModel

/// How `site.yaml` is read.
extension SiteSettings {
    package static let owner = Message(en: "site.yaml", zh: "site.yaml")

    package init(reading fields: inout FieldReader) {
        self.init()
        name = fields.localizedText("name", required: true, Message(en: "The site's name", zh: "站点名称")) ?? name
        description = fields.localizedText(
            "description", Message(en: "What the site is, in one or two sentences", zh: "用一两句话说明站点"))
        readBaseURL(&fields)
        readLanguages(&fields)
        organization =
            fields.record(
                "organization", required: true, owner: Message(en: "organization", zh: "organization"),
                Message(en: "Who publishes the site", zh: "站点的发布者")
            ) { Organization(reading: &$0) } ?? organization
        readNavigation(&fields)
        robots =
            fields.record(
                "robots", owner: Message(en: "robots", zh: "robots"),
                Message(en: "What crawlers may do, by purpose", zh: "按用途规定爬虫可以做什么")
            ) { RobotsPolicy(reading: &$0) } ?? robots
        review =
            fields.record(
                "review", owner: Message(en: "review", zh: "review"),
                Message(en: "What becomes of pages due for review", zh: "到期未复核的页面怎样处理")
            ) { ReviewSettings(reading: &$0) } ?? review
        catalog = fields.record(
            "catalog", owner: Message(en: "catalog", zh: "catalog"),
            Message(en: "Where models and prices come from", zh: "模型和价格的来源")
        ) { CatalogSettings(reading: &$0) }
        machines = MachineSettings(reading: &fields)
        readChecks(&fields)
        allowances =
            fields.record(
                "safety", owner: Message(en: "safety", zh: "safety"),
                Message(en: "What safety rules find and may be published all the same", zh: "安全规则报出、但允许公开的内容")
            ) { SafetyAllowance.list(reading: &$0) } ?? []
        readOutputs(&fields)
    }

    private mutating func readBaseURL(_ fields: inout FieldReader) {
        guard
            let url = fields.reference(
                "base_url", required: true,
                Message(en: "The site's address, such as https://example.org", zh: "站点地址，例如 https://example.org"))
        else { return }
        guard let text = BaseAddress.read(url.text) else {
            fields.add(
                Diagnostic(
                    .badSetting, at: fields.location(url.range),
                    Message(
                        en: "base_url is https:// or http:// and a host, without path, query or fragment",
                        zh: "base_url 是 https:// 或 http:// 加主机名，不能带路径、查询或片段"),
                    hint: Message(
                        en: "robots.txt, sitemaps and llms.txt count at the root of a host only: use a host of its own",
                        zh: "robots.txt、站点地图和 llms.txt 只在主机根目录有效，请使用独立的主机名")))
            return
        }
        baseURL = text
    }

    private mutating func readChecks(_ fields: inout FieldReader) {
        let doc = Message(en: "The level of a code: error, warning or off", zh: "诊断代码的级别：error、warning 或 off")
        let levels: [(String, CheckLevel)] = fields.dictionary(
            "checks", shape: .choice(["error", "warning", "off"]), doc
        ) {
            key, value, fields in
            guard let text = fields.text(key.text, value) else { return nil }
            guard let level = CheckLevel(rawValue: text) else {
                fields.add(
                    Diagnostic(
                        .badSetting, at: fields.location(value.range),
                        Message(
                            en: "the level of ‘\(key.text)’ is error, warning or off, not ‘\(text)’",
                            zh: "“\(key.text)”的级别只能是 error、warning 或 off，不能是“\(text)”")))
                return nil
            }
            return (key.text, level)
        }
        for (code, level) in levels { checkLevels[code] = level }
    }

    private mutating func readOutputs(_ fields: inout FieldReader) {
        let doc = Message(en: "Outputs by name: false leaves one out", zh: "按名称列出的输出：false 表示不生成")
        let wanted: [(String, Bool)] = fields.dictionary("outputs", shape: .flag, doc) { key, value, fields in
            guard case .text(let text) = value.node, text.value == "true" || text.value == "false" else {
                fields.add(
                    Diagnostic(
                        .badSetting, at: fields.location(value.range),
                        Message(en: "‘\(key.text)’ is true or false", zh: "“\(key.text)”只能是 true 或 false")))
                return nil
            }
            return (key.text, text.value == "true")
        }
        for (name, isWanted) in wanted { outputs[name] = isWanted }
        usesDirectoryAddresses =
            fields.choice(
                "urls", of: ["file", "directory"],
                Message(
                    en: "file: /a/b and b.html; directory: /a/b/ and b/index.html",
                    zh: "file：/a/b 与 b.html；directory：/a/b/ 与 b/index.html"))
            == "directory"
        linksTerms =
            fields.flag(
                "link_terms",
                Message(
                    en: "Link terms of the glossary at their first use in a section (default: false)",
                    zh: "每节首次出现的术语自动链接到术语表（默认 false）")) ?? false
        paginateBy =
            fields.count(
                "paginate_by",
                Message(
                    en: "How many pages a hub lists before it goes on at page/2 (default: 200; 0: all)",
                    zh: "栏目页每页列出多少个页面，其余从 page/2 起（默认 200；0 表示不分页）")) ?? paginateBy
        allowedHTML = fields.texts(
            "allowed_html", Message(en: "HTML elements that Markdown may use", zh: "Markdown 中允许的 HTML 元素")
        )
        .map(\.text)
        socialImage = fields.optionalText(
            "social_image", Message(en: "Path of the default image for shared links", zh: "分享链接时默认图片的路径"))
        license = fields.optionalText(
            "license", Message(en: "URL of the license of the catalog's data", zh: "目录数据许可协议的 URL"))
        editURL = fields.optionalText(
            "edit_url", Message(en: "Where a page can be edited; {path} is its file", zh: "编辑页面的地址，{path} 代表源文件路径"))
    }
}

extension SiteSettings {
    private mutating func readLanguages(_ fields: inout FieldReader) {
        languages = readLanguageList(&fields)
        let wanted = fields.reference(
            "default_language", required: true,
            Message(en: "The language whose addresses have no prefix", zh: "地址不带前缀的语言"))
        guard let wanted else {
            defaultLanguage = languages.first ?? defaultLanguage
            return
        }
        if languages.isEmpty { languages = [Self.language(code: wanted.text)] }
        if let language = language(wanted.text) {
            defaultLanguage = language
        } else {
            fields.add(
                Diagnostic(
                    .unknownLanguage, at: fields.location(wanted.range),
                    Message(
                        en: "the default language ‘\(wanted.text)’ is not in languages",
                        zh: "默认语言“\(wanted.text)”不在 languages 中"),
                    hint: NearName.hint(for: wanted.text, among: languages.map(\.code))))
            defaultLanguage = languages.first ?? defaultLanguage
        }
    }

    /// `languages: [zh, en]`, or a mapping from code to tag and name.
    private func readLanguageList(_ fields: inout FieldReader) -> [Language] {
        let doc = Message(
            en: "The languages: a list of codes, or code to tag and name", zh: "语言：代码列表，或代码到 tag、name 的映射")
        return fields.listOrDictionary("languages", shape: .text, doc) { key, value, fields in
            if !Self.isLanguageCode(key.text) {
                fields.add(
                    Diagnostic(
                        .badSetting, at: fields.location(key.range),
                        Message(
                            en: "‘\(key.text)’ is not a language code such as zh, en or zh-hant",
                            zh: "“\(key.text)”不是语言代码，例如 zh、en 或 zh-hant")))
                return nil
            }
            guard let value else { return Self.language(code: key.text) }
            let usual = Self.language(code: key.text)
            return fields.record(key.text, value, owner: Message(en: "a language", zh: "语言")) { inner in
                Language(
                    code: key.text,
                    tag: inner.optionalText("tag", Message(en: "BCP 47, such as zh-Hans", zh: "BCP 47 标签，例如 zh-Hans"))
                        ?? usual.tag,
                    name: inner.optionalText("name", Message(en: "The language's name in itself", zh: "语言自身的名称"))
                        ?? usual.name)
            }
        }
    }

    private static func isLanguageCode(_ code: String) -> Bool {
        !code.isEmpty && code.utf8.count <= 35
            && code.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
    }

    /// What a code means when the settings say no more.
    private static func language(code: String) -> Language {
        switch code {
        case "zh": Language(code: code, tag: "zh-Hans", name: "中文")
        case "zh-hant": Language(code: code, tag: "zh-Hant", name: "繁體中文")
        case "en": Language(code: code, tag: "en", name: "English")
        default: Language(code: code, tag: code, name: code)
        }
    }

    private mutating func readNavigation(_ fields: inout FieldReader) {
        let doc = Message(
            en: "Page ids, or page and title, or title and url, of the main navigation",
            zh: "主导航：页面 id，或 page 与 title，或 title 与 url")
        navigation = fields.mixedList("navigation", doc) { item, fields in
            if let page = item.text { return NavigationItem(page: page, title: nil, url: nil) }
            return fields.record("navigation", item.source, owner: Message(en: "a navigation item", zh: "导航项")) {
                inner in
                let page = inner.reference("page", Message(en: "Id of the page it leads to", zh: "所链接页面的 id"))
                let title = inner.localizedText("title", required: true, Message(en: "What it says", zh: "显示文字"))
                let url = Message(en: "Where it leads, when it is no page", zh: "链接地址（不是页面时）")
                return NavigationItem(
                    page: page, title: title,
                    url: page == nil ? inner.text("url", url) : inner.optionalText("url", url))
            }
        }
    }
}
