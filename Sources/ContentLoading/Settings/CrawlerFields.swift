package import Diagnostics
package import SiteModel

/// Reads the crawlers that robots.txt names: those of the theme, then those of the site, which replace entries of one token.
package enum CrawlerList {
    package static let path = "crawlers.yaml"

    /// - Parameter sources: in the order in which they were said; later entries count.
    package static func load(_ sources: [SourceFile]) -> (crawlers: [Crawler], diagnostics: [Diagnostic]) {
        var diagnostics: [Diagnostic] = []
        var crawlers: [Crawler] = []
        for file in sources {
            let parsed = FieldParsing.parse(file, range: 0..<file.bytes.count, isSettings: true)
            var fields = FieldReader(
                parsed.root, in: file, owner: Message(en: path, zh: path), markdown: MarkdownReader.plain)
            crawlers += fields.eachField(
                shape: .record([]), Message(en: "A crawler by its product token", zh: "按产品标识列出的爬虫")
            ) { key, value, fields in
                fields.record(key.text, value, owner: Message(en: "a crawler", zh: "爬虫")) {
                    Crawler(key, reading: &$0)
                }
            }.compactMap(\.self)
            if let root = parsed.root, !root.isMapping {
                fields.add(
                    Diagnostic(
                        .badSetting, at: fields.location(root.range),
                        Message(en: "crawlers stand under their product tokens", zh: "爬虫须按产品标识列出")))
            }
            diagnostics += parsed.diagnostics + fields.diagnostics.diagnostics
        }
        return (crawlers.merged(), diagnostics)
    }
}

extension Crawler {
    fileprivate init?(_ key: LocatedText, reading fields: inout FieldReader) {
        let purpose = fields.choice(
            "purpose", of: Purpose.allCases.map(\.rawValue), required: true,
            Message(en: "What it fetches pages for", zh: "抓取用途"))
        let compliance = fields.choice(
            "robots", of: Compliance.allCases.map(\.rawValue), required: true,
            Message(en: "What its operator documents about robots.txt", zh: "运营方文档对 robots.txt 的说法"))
        let day = fields.moment(
            "verified_on", required: true, Message(en: "When that was last read", zh: "最近一次核对的日期"))
        let source = fields.optionalText("source", Message(en: "The operator's page", zh: "运营方的说明页"))
        // For people who read the file.
        _ = fields.optionalText("operator", Message(en: "Who runs it", zh: "运营方"))
        if !Self.isToken(key.text) {
            fields.add(
                Diagnostic(
                    .badSetting, at: fields.location(key.range),
                    Message(
                        en: "‘\(key.text)’ is no product token: letters, digits, spaces, hyphens, low lines and dots",
                        zh: "“\(key.text)”不是爬虫的产品标识：只能有字母、数字、空格、连字符、下划线和点")))
            return nil
        }
        guard let purpose = purpose.flatMap({ Purpose(rawValue: $0) }),
            let compliance = compliance.flatMap({ Compliance(rawValue: $0) }), let day
        else { return nil }
        self.init(token: key.text, purpose: purpose, compliance: compliance, verifiedOn: day, source: source)
    }

    private static func isToken(_ text: String) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy { byte in
                switch byte {
                case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x20, 0x2D, 0x2E, 0x5F: true
                default: false
                }
            }
    }
}

extension FieldSource {
    fileprivate var isMapping: Bool { if case .mapping = node { true } else { false } }
}
