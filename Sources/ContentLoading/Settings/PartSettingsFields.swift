import Diagnostics
import SiteModel

/// How the parts of `site.yaml` are read.
extension Organization {
    init(reading fields: inout FieldReader) {
        self.init()
        name = fields.text("name", Message(en: "The organisation's name", zh: "组织名称"))
        url = WebAddress.encoded(fields.text("url", Message(en: "Its address", zh: "组织网址")))
        logo = fields.optionalText("logo", Message(en: "Path or URL of the logo", zh: "标志的路径或网址"))
        sameAs = fields.texts("same_as", Message(en: "Addresses that mean the same organisation", zh: "同一组织的其他网址")).map(
            { WebAddress.encoded($0.text) })
    }
}

extension RobotsPolicy {
    init(reading fields: inout FieldReader) {
        self.init()
        let words = ["allow", "disallow"]
        func permission(_ name: String, _ doc: Message) -> Permission? {
            fields.choice(name, of: words, doc).flatMap { Permission(rawValue: $0) }
        }
        search = permission("search", Message(en: "Crawlers that build a search index", zh: "建立搜索索引的爬虫")) ?? search
        user = permission("user", Message(en: "Fetches on behalf of a user", zh: "代用户抓取")) ?? user
        training = permission("training", Message(en: "Crawlers that gather training data", zh: "收集训练数据的爬虫"))
        let paths = fields.texts(
            "disallow", Message(en: "Beginnings of paths that no crawler may fetch", zh: "任何爬虫都不得抓取的路径前缀"))
        for path in paths
        where !path.text.hasPrefix("/") || path.text.utf8.contains(where: { $0 <= 0x20 || $0 == 0x23 }) {
            fields.add(
                Diagnostic(
                    .badSetting, at: fields.location(path.range),
                    Message(
                        en: "‘\(path.text)’ is no path: it begins with a slash and has neither space nor number sign",
                        zh: "“\(path.text)”不是路径：须以斜杠开头，不含空格和井号")))
        }
        disallowed = paths.map(\.text)
    }
}

extension ReviewSettings {
    init(reading fields: inout FieldReader) {
        self.init()
        showsBanner =
            fields.flag(
                "banner",
                Message(en: "Say so on the page and its twin (default: true)", zh: "在页面和 Markdown 版本上提示（默认 true）"))
            ?? showsBanner
        staysInIndex =
            fields.flag(
                "llms",
                Message(
                    en: "Go on naming them in llms.txt and llms-full.txt (default: true)",
                    zh: "仍列入 llms.txt 和 llms-full.txt（默认 true）")) ?? staysInIndex
    }
}

extension CatalogSettings {
    init(reading fields: inout FieldReader) {
        self.init()
        sources = fields.records(
            "sources", required: true, owner: Message(en: "a catalog source", zh: "目录来源"),
            Message(en: "The gateways", zh: "网关列表")
        ) { Source(reading: &$0) }
        maxAgeDays =
            fields.integer(
                "max_age_days", Message(en: "Older snapshots count as not confirmed", zh: "超过这个天数的快照视为未确认"))
            ?? maxAgeDays
        notes = fields.texts(
            "notes", Message(en: "Shared texts on every page made from the catalog", zh: "由目录生成的每个页面都显示的共享文本 id"))
        gate =
            fields.record(
                "gate", owner: Message(en: "gate", zh: "gate"),
                Message(en: "Which changes a fetch refuses", zh: "抓取时拒绝哪些变化")
            ) { Gate(reading: &$0) } ?? gate
        rates =
            fields.records(
                "rates", owner: Message(en: "an exchange rate", zh: "汇率"),
                Message(en: "Rates for prices in another currency", zh: "用于换算价格的汇率")
            ) { ExchangeRate(reading: &$0) }.compactMap(\.self)
        status = fields.record(
            "status", owner: Message(en: "a status page", zh: "状态页"),
            Message(en: "An uptime-kuma status page", zh: "uptime-kuma 状态页")
        ) { StatusPage(reading: &$0) }
        var seen: Set<String> = []
        for source in sources where !seen.insert(source.id).inserted {
            fields.add(
                Diagnostic(
                    .badSetting, at: fields.location(ofField: "sources"),
                    Message(en: "two catalog sources have the id ‘\(source.id)’", zh: "有两个目录来源的 id 都是“\(source.id)”")))
        }
    }
}

extension CatalogSettings.Source {
    private static let adapters = [
        "auto", "litellm", "litellm-price-map", "models-dev", "new-api", "one-api", "openai", "openrouter", "portkey",
        "vercel",
    ]

    init(reading fields: inout FieldReader) {
        let id = fields.text("id", Message(en: "Names the files in Content/catalog/", zh: "Content/catalog/ 中文件的名称"))
        let isName = id.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
        if !isName || id.utf8.count > 32 {
            fields.add(
                Diagnostic(
                    .badSetting, at: fields.location(ofField: "id"),
                    Message(
                        en: "a source's id is 1 to 32 lower-case letters, digits and hyphens",
                        zh: "来源 id 由 1 到 32 个小写字母、数字和连字符组成")))
        }
        let adapter = fields.choice("adapter", of: Self.adapters, Message(en: "How the gateway answers", zh: "网关的接口类型"))
        let url = fields.optionalText("url", Message(en: "The gateway's base address", zh: "网关的基础地址"))
        self.init(id: id, adapter: adapter ?? "auto", url: url)
        readAccess(&fields)
        readMeaning(&fields)
    }

    private mutating func readAccess(_ fields: inout FieldReader) {
        keyVariable = fields.optionalText(
            "key_env", Message(en: "Name of the environment variable that holds the key", zh: "保存密钥的环境变量名"))
        timeout = fields.integer("timeout", Message(en: "Seconds for the whole fetch", zh: "整个抓取的秒数上限")) ?? timeout
        allowsLoopback =
            fields.flag("allow_loopback", Message(en: "Permits http:// and loopback", zh: "允许 http:// 和本机地址")) ?? false
        allowsPrivate =
            fields.flag("allow_private", Message(en: "Permits private networks", zh: "允许私有网络地址")) ?? false
        if let url, let problem = GatewayAddress.problem(of: url, allowsLoopback: allowsLoopback) {
            refuse("url", &fields, problem)
        }
        readHosts(&fields)
        if let name = keyVariable, !Self.isVariableName(name) {
            refuse(
                "key_env", &fields,
                Message(
                    en:
                        "‘key_env’ names an environment variable, such as CITABLE_GATEWAY_KEY; a key itself is never in a file",
                    zh: "key_env 是环境变量的名称，例如 CITABLE_GATEWAY_KEY；密钥本身不能写进文件"))
        }
        if !(1...3600).contains(timeout) {
            refuse("timeout", &fields, Message(en: "‘timeout’ is 1 to 3600 seconds", zh: "timeout 应为 1 到 3600 秒"))
        }
    }

    private mutating func readHosts(_ fields: inout FieldReader) {
        let named = fields.texts(
            "hosts",
            Message(
                en: "Other hosts that redirects and next links may lead to, without the key",
                zh: "重定向和下一页链接可以指向的其他主机（不会发送密钥）"))
        for host in named {
            guard let address = GatewayAddress(host: host.text) else {
                fields.add(
                    Diagnostic(
                        .badSetting, at: fields.location(host.range),
                        Message(
                            en: "‘\(host.text)’ is no host such as cdn.gateway.example or cdn.gateway.example:8443",
                            zh: "“\(host.text)”不是 cdn.gateway.example 或 cdn.gateway.example:8443 这样的主机")))
                continue
            }
            hosts.append(address)
        }
    }

    private mutating func readMeaning(_ fields: inout FieldReader) {
        let named = fields.texts("groups", Message(en: "Price groups to publish", zh: "要公布的价格分组")).map(\.text)
        if !named.isEmpty { groups = named }
        currency =
            fields.optionalText("currency", Message(en: "ISO 4217, default USD", zh: "ISO 4217 货币代码，默认 USD"))
            ?? currency
        unit = fields.choice(
            "unit", of: Unit.allCases.map(\.rawValue), Message(en: "Unit of stated prices", zh: "价格的单位")
        ).flatMap { Unit(rawValue: $0) }
        if !Price.isCurrency(currency) {
            refuse(
                "currency", &fields,
                Message(en: "‘\(currency)’ is no ISO 4217 code", zh: "“\(currency)”不是 ISO 4217 货币代码"))
        }
    }

    private func refuse(_ field: String, _ fields: inout FieldReader, _ message: Message) {
        fields.add(Diagnostic(.badSetting, at: fields.location(ofField: field), message))
    }

    /// Letters that a shell takes for a name: keys such as `sk-…` are none.
    private static func isVariableName(_ text: String) -> Bool {
        let isName = text.utf8.allSatisfy { byte in
            (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x5F
        }
        return isName && !(text.utf8.first.map { (0x30...0x39).contains($0) } ?? true)
    }
}

extension CatalogSettings.Gate {
    init(reading fields: inout FieldReader) {
        self.init()
        func limit(_ name: String, _ standard: Int, _ en: String, _ zh: String, _ fields: inout FieldReader) -> Int {
            guard let value = fields.integer(name, Message(en: en, zh: zh)) else { return standard }
            if (name == "price_factor" ? 1...1_000_000 : 0...1_000_000).contains(value) { return value }
            fields.add(
                Diagnostic(
                    .badSetting, at: fields.location(ofField: name),
                    Message(en: "‘\(name)’ can’t be \(value)", zh: "\(name) 不能是 \(value)")))
            return standard
        }
        removedPercent = limit("removed_percent", removedPercent, "Share of models that may go", "允许消失的模型比例", &fields)
        removedMinimum = limit("removed_min", removedMinimum, "As many may always go", "总是允许消失的模型数", &fields)
        priceFactor = limit("price_factor", priceFactor, "By how much a price may move", "价格允许变动的倍数", &fields)
        repricedPercent = limit("repriced_percent", repricedPercent, "Share that may be repriced", "允许改价的模型比例", &fields)
        sameFactorPercent = limit(
            "same_factor_percent", sameFactorPercent, "Share that tells a change of unit", "判定单位变化的比例", &fields)
    }
}
