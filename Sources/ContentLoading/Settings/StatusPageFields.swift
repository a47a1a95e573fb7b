import Diagnostics
import SiteModel

/// How `catalog.status` of `site.yaml` is read.
extension CatalogSettings.StatusPage {
    init(reading fields: inout FieldReader) {
        let url = fields.text("url", Message(en: "The base address of uptime-kuma", zh: "uptime-kuma 的基础地址"))
        let page = fields.text(
            "page", Message(en: "The last part of the status page's address", zh: "状态页地址的最后一段"))
        self.init(url: url, page: page)
        readAccess(&fields)
        assignments =
            fields.records(
                "monitors", owner: Message(en: "a monitor", zh: "监控项"),
                Message(
                    en: "Which monitors watch which models; the others watch the whole gateway",
                    zh: "各监控项对应哪些模型；其余监控项视为监控整个网关")
            ) { fields in
                Assignment(
                    monitor: fields.text("name", Message(en: "The monitor's name", zh: "监控项名称")),
                    models: fields.texts("models", Message(en: "Ids of models", zh: "模型 id")).map(\.text))
            }
    }

    private mutating func readAccess(_ fields: inout FieldReader) {
        maxAgeHours = count(
            "max_age_hours", maxAgeHours, 1...8760, "Older records are shown as old", "超过这个小时数视为旧数据", &fields)
        timeout = count("timeout", timeout, 1...3600, "Seconds for the whole fetch", "整个抓取的秒数上限", &fields)
        allowsLoopback =
            fields.flag("allow_loopback", Message(en: "Permits http:// and loopback", zh: "允许 http:// 和本机地址")) ?? false
        allowsPrivate =
            fields.flag("allow_private", Message(en: "Permits private networks", zh: "允许私有网络地址")) ?? false
        if !url.isEmpty, let problem = GatewayAddress.problem(of: url, allowsLoopback: allowsLoopback) {
            refuse("url", problem, &fields)
        }
        let isName = page.utf8.allSatisfy {
            (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
        }
        if !isName || page.utf8.count > 64 {
            refuse(
                "page",
                Message(en: "‘page’ is lower-case letters, digits and hyphens", zh: "page 由小写字母、数字和连字符组成"), &fields)
        }
    }

    private func count(
        _ name: String, _ standard: Int, _ allowed: ClosedRange<Int>, _ en: String, _ zh: String,
        _ fields: inout FieldReader
    ) -> Int {
        guard let value = fields.integer(name, Message(en: en, zh: zh)) else { return standard }
        if allowed.contains(value) { return value }
        refuse(name, Message(en: "‘\(name)’ can’t be \(value)", zh: "\(name) 不能是 \(value)"), &fields)
        return standard
    }

    private func refuse(_ field: String, _ message: Message, _ fields: inout FieldReader) {
        fields.add(Diagnostic(.badSetting, at: fields.location(ofField: field), message))
    }
}
