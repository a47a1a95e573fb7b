import Diagnostics
import SiteModel

/// How the settings for programs are read: they stand at the top level of `site.yaml`.
extension MachineSettings {
    init(reading fields: inout FieldReader) {
        self.init()
        shortName = fields.optionalText(
            "short_name",
            Message(en: "The site's name below an icon, at most 12 characters", zh: "图标下方显示的站点简称，不超过 12 个字符"))
        icons = fields.records(
            "icons", owner: Message(en: "an icon", zh: "图标"),
            Message(
                en: "Square PNG files for site.webmanifest: 192 and 512 pixels",
                zh: "site.webmanifest 用的正方形 PNG：192 和 512 像素")
        ) { inner in
            Icon(
                path: inner.text("path", Message(en: "Site-absolute path", zh: "以 / 开头的站内路径")),
                size: inner.integer("size", Message(en: "Pixels of a side", zh: "边长（像素）")) ?? 0)
        }
        searchPage = fields.optionalText(
            "search_page",
            Message(
                en: "Path of the search page, such as /search?q={searchTerms}; gives opensearch.xml",
                zh: "搜索页的路径，例如 /search?q={searchTerms}；有它才生成 opensearch.xml"))
        assistants = fields.records(
            "assistants", owner: Message(en: "an assistant", zh: "助手"),
            Message(
                en: "Assistants in which readers may open a page, in this order",
                zh: "页面上“在 AI 助手中打开”的列表，按此顺序")
        ) { inner in
            Assistant(
                name: inner.text("name", Message(en: "What readers call it", zh: "显示的名称")),
                url: inner.text(
                    "url",
                    Message(
                        en: "Its address, with {prompt} where it takes a question",
                        zh: "网址；能带问题打开的，用 {prompt} 标出位置")))
        }
        security = fields.record(
            "security", owner: Message(en: "security", zh: "security"),
            Message(en: "Whom to tell of a security problem; gives security.txt", zh: "安全问题的联系方式；有它才生成 security.txt")
        ) { SecurityContact(reading: &$0) }
        push =
            fields.record(
                "push", owner: Message(en: "push", zh: "push"),
                Message(en: "Whom ‘citable changes --submit’ tells", zh: "citable changes --submit 通知谁")
            ) { Push(reading: &$0) } ?? push
        readinessBudget = fields.integer(
            "readiness_budget", Message(en: "The readiness score below which ‘check’ fails", zh: "就绪度低于此值时 check 失败"))
        isPrecompressed =
            fields.flag(
                "precompress", Message(en: "Write .gz and .br beside texts", zh: "为文本文件另写 .gz 和 .br 压缩文件")) ?? false
        readTokenBudget(&fields)
        readHosting(&fields)
        hasSpeakable =
            fields.flag(
                "speakable", Message(en: "Name in JSON-LD what may be read aloud", zh: "在 JSON-LD 中标出适合朗读的部分")) ?? false
        refuseMistakes(&fields)
    }

    private mutating func readHosting(_ fields: inout FieldReader) {
        hidesTwins =
            fields.record(
                "mirrors", owner: Message(en: "mirrors", zh: "mirrors"),
                Message(en: "The Markdown twins of pages", zh: "页面的 Markdown 版本")
            ) { inner in
                inner.flag(
                    "noindex",
                    Message(
                        en: "Tell search engines to leave them out, and name no canonical page in their headers",
                        zh: "告诉搜索引擎不收录它们，响应头中也不再写 canonical"))
            }.flatMap(\.self) ?? false
        host = fields.choice(
            "host", of: HostKind.allCases.map(\.rawValue),
            Message(
                en:
                    "Where the site is served, for the readiness report; ‘citable explain hosts’ says what each can't do",
                zh: "站点部署在哪里，用于就绪度报告；citable explain hosts 说明各主机做不到什么")
        ).flatMap { HostKind(rawValue: $0) }
    }

    private mutating func readTokenBudget(_ fields: inout FieldReader) {
        let budget = fields.record(
            "token_budget", owner: Message(en: "token_budget", zh: "token_budget"),
            Message(en: "Estimates of tokens above which ‘check’ warns", zh: "估算的 token 数超过此值时 check 给出警告")
        ) { inner in
            let page = inner.integer("page", Message(en: "Of a page's Markdown twin", zh: "单个页面的 Markdown 版本"))
            let index = inner.integer("index", Message(en: "Of an llms.txt", zh: "单个 llms.txt"))
            for (name, value) in [("page", page), ("index", index)] where value.map({ $0 < 1 }) ?? false {
                inner.refuse(name, Message(en: "a budget is at least 1", zh: "预算至少为 1"))
            }
            return (page: page, index: index)
        }
        (pageTokenBudget, indexTokenBudget) = (budget?.page, budget?.index)
    }

    private func refuseMistakes(_ fields: inout FieldReader) {
        if let readinessBudget, !(0...100).contains(readinessBudget) {
            fields.refuse("readiness_budget", Message(en: "a score is 0 to 100", zh: "就绪度为 0 到 100"))
        }
        for icon in icons
        where !icon.path.hasPrefix("/") || !icon.path.hasSuffix(".png") || !(48...4096).contains(icon.size) {
            fields.refuse(
                "icons",
                Message(
                    en: "an icon is a PNG file at a site-absolute path, with its size from 48 to 4096",
                    zh: "图标是以 / 开头的站内 PNG 文件，size 为 48 到 4096"))
        }
        for assistant in assistants where !assistant.url.hasPrefix("https://") {
            fields.refuse(
                "assistants",
                Message(
                    en: "the address of ‘\(assistant.name)’ must begin with https://",
                    zh: "“\(assistant.name)”的网址须以 https:// 开头"))
        }
        if let searchPage, !searchPage.hasPrefix("/") || !searchPage.contains("{searchTerms}") {
            fields.refuse(
                "search_page",
                Message(
                    en: "‘search_page’ is a site-absolute path with {searchTerms}",
                    zh: "search_page 是含 {searchTerms} 的站内路径"))
        }
    }
}

extension MachineSettings.SecurityContact {
    init(reading fields: inout FieldReader) {
        self.init()
        contacts = fields.texts(
            "contact", required: true,
            Message(en: "URIs such as mailto:security@example.org", zh: "URI，例如 mailto:security@example.org")
        ).map(\.text)
        expires = fields.moment(
            "expires", required: true, Message(en: "The day after which this is stale", zh: "此信息的失效日期"))
        policy = fields.optionalText("policy", Message(en: "URL of the policy", zh: "安全政策的网址"))
        location = fields.location(ofField: "expires")
        for contact in contacts where !["mailto:", "https://", "tel:"].contains(where: { contact.hasPrefix($0) }) {
            fields.refuse(
                "contact",
                Message(
                    en: "‘\(contact)’ is no contact: it begins with mailto:, https:// or tel:",
                    zh: "“\(contact)”不是联系方式：须以 mailto:、https:// 或 tel: 开头"))
        }
    }
}

extension MachineSettings.Push {
    init(reading fields: inout FieldReader) {
        self.init()
        indexNowKey = fields.optionalText(
            "indexnow_key",
            Message(en: "Public key of 8 to 128 letters, digits and hyphens", zh: "公开密钥，8 到 128 个字母、数字或连字符"))
        baiduSite = fields.optionalText(
            "baidu_site", Message(en: "The site as Baidu knows it, such as https://example.org", zh: "百度资源平台上登记的站点"))
        baiduTokenVariable = fields.optionalText(
            "baidu_token_env",
            Message(en: "Name of the environment variable with Baidu's token", zh: "保存百度推送 token 的环境变量名"))
        indexNowEndpoint = fields.optionalText(
            "indexnow_endpoint", Message(en: "Instead of api.indexnow.org", zh: "代替 api.indexnow.org 的地址"))
        baiduEndpoint = fields.optionalText(
            "baidu_endpoint", Message(en: "Instead of data.zz.baidu.com", zh: "代替 data.zz.baidu.com 的地址"))
        allowsLoopback =
            fields.flag("allow_loopback", Message(en: "Permits http:// and loopback", zh: "允许 http:// 和本机地址")) ?? false
        if let key = indexNowKey, !(8...128).contains(key.utf8.count) || !key.utf8.allSatisfy(Self.isKeyByte) {
            fields.refuse(
                "indexnow_key",
                Message(
                    en: "an IndexNow key has 8 to 128 letters, digits and hyphens",
                    zh: "IndexNow 密钥由 8 到 128 个字母、数字和连字符组成"))
        }
        if let name = baiduTokenVariable, !name.utf8.allSatisfy({ Self.isKeyByte($0) && $0 != 0x2D || $0 == 0x5F }) {
            fields.refuse(
                "baidu_token_env",
                Message(
                    en: "‘baidu_token_env’ names an environment variable; the token itself is never in a file",
                    zh: "baidu_token_env 是环境变量的名称；token 本身不能写进文件"))
        }
    }

    private static func isKeyByte(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x2D
    }
}

extension FieldReader {
    fileprivate mutating func refuse(_ field: String, _ message: Message) {
        add(Diagnostic(.badSetting, at: location(ofField: field), message))
    }
}
