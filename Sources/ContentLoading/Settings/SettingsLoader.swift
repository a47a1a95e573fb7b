package import Diagnostics
package import Safety
package import SiteModel

/// Reads `site.yaml` and its companions.
package struct SettingsLoader: Sendable {
    let files: SiteFiles
    private let safety: SafetyScreen

    /// - Parameter safety: what the settings allow; `site.yaml` itself says it of itself.
    package init(files: SiteFiles, safety: SafetyScreen = SafetyScreen()) {
        self.files = files
        self.safety = safety
    }

    /// At most this many bytes in a settings file.
    static let sizeLimit = 1024 * 1024

    /// `Content/site.yaml`. Settings come out in any case; whether they can be used, the diagnostics say.
    package func settings() -> (settings: SiteSettings, diagnostics: [Diagnostic]) {
        let read = readSettings()
        let isUnsafe = read.diagnostics.contains { SafetyCodes.all.contains($0.code) }
        guard isUnsafe, !read.settings.allowances.isEmpty else { return read }
        let screen = SafetyScreen(allowing: read.settings.allowances.map(\.fingerprint))
        return SettingsLoader(files: files, safety: screen).readSettings()
    }

    private func readSettings() -> (settings: SiteSettings, diagnostics: [Diagnostic]) {
        guard
            let read = read(
                "Content/site.yaml", owner: SiteSettings.owner, isRequired: true, { SiteSettings(reading: &$0) })
        else { return (SiteSettings(), []) }
        // Settings are not published, and a gateway may stand in a private network; finished files are looked at for themselves.
        return (read.result, read.diagnostics.filter { $0.code != .privateAddress })
    }

    /// `Content/crawlers.yaml`, which `CrawlerList` reads; nil when there is none.
    package func crawlers() -> (file: SourceFile?, diagnostics: [Diagnostic]) {
        let path = "Content/" + CrawlerList.path
        return files.exists(path) ? SourceReading.read(path, from: files, limit: Self.sizeLimit, safety) : (nil, [])
    }

    /// `Content/people.yaml`.
    func people() -> (people: [Person], diagnostics: [Diagnostic]) {
        let read = read("Content/people.yaml", owner: Message(en: "people.yaml", zh: "people.yaml")) { fields in
            fields.eachField(shape: .record([]), Message(en: "A person by id", zh: "按 id 列出的人员")) {
                key, value, fields in
                fields.record(key.text, value, owner: Message(en: "a person", zh: "人员")) {
                    Person(id: key.text, reading: &$0)
                }
            }
        }
        return read.map { ($0.result, $0.diagnostics) } ?? ([], [])
    }

    /// `Content/topics.yaml`, in the order of `order`, then as written.
    func topics(in languages: [Language]) -> (topics: [Topic], diagnostics: [Diagnostic]) {
        let read = read("Content/topics.yaml", owner: Message(en: "topics.yaml", zh: "topics.yaml")) { fields in
            fields.eachField(shape: .record([]), Message(en: "A topic by id", zh: "按 id 列出的主题")) { key, value, fields in
                fields.record(key.text, value, owner: Message(en: "a topic", zh: "主题")) {
                    Topic(id: key.text, languages: languages, reading: &$0)
                }
            }
        }
        guard let read else { return ([], []) }
        let sorted = read.result.enumerated().sorted { one, other in
            let orders = (one.element.order ?? Int.max, other.element.order ?? Int.max)
            return orders.0 != orders.1 ? orders.0 < orders.1 : one.offset < other.offset
        }
        return (sorted.map(\.element), read.diagnostics)
    }

    /// `Content/redirects.yaml`: a list of `from`, `to` and `status`.
    func redirects() -> (redirects: [Redirect], diagnostics: [Diagnostic]) {
        let path = "Content/redirects.yaml"
        guard files.exists(path) else { return ([], []) }
        let source = SourceReading.read(path, from: files, limit: Self.sizeLimit, safety)
        guard let file = source.file else { return ([], source.diagnostics) }
        let parsed = FieldParsing.parse(file, range: 0..<file.bytes.count, isSettings: true)
        guard let root = parsed.root else { return ([], parsed.diagnostics) }
        let entry = FieldSource.Entry(key: "redirects", keyRange: root.range, value: root)
        var fields = FieldReader(
            FieldSource(.mapping([entry]), range: root.range), in: file,
            owner: Message(en: "redirects.yaml", zh: "redirects.yaml"), markdown: MarkdownReader.plain)
        let redirects = fields.records(
            "redirects", owner: Message(en: "a redirect", zh: "重定向"), Message(en: "The redirects", zh: "重定向列表")
        ) { Redirect(reading: &$0) }
        return (redirects, source.diagnostics + parsed.diagnostics + fields.diagnostics.diagnostics)
    }
}

extension SettingsLoader {
    func read<Result>(
        _ path: String, owner: Message, isRequired: Bool = false, _ body: (inout FieldReader) -> Result
    ) -> (result: Result, diagnostics: [Diagnostic])? {
        guard isRequired || files.exists(path) else { return nil }
        let source = SourceReading.read(path, from: files, limit: Self.sizeLimit, safety)
        let file = source.file ?? SourceFile(path: path, bytes: [])
        let parsed = FieldParsing.parse(file, range: 0..<file.bytes.count, isSettings: true)
        var fields = FieldReader(parsed.root, in: file, owner: owner, markdown: MarkdownReader.plain)
        let result = body(&fields)
        fields.finish()
        // After a syntax error or an unreadable file, what is missing is no news.
        let usable = source.file != nil && parsed.root != nil
        return (result, source.diagnostics + parsed.diagnostics + (usable ? fields.diagnostics.diagnostics : []))
    }
}

extension Person {
    init(id: String, reading fields: inout FieldReader) {
        let name = fields.localizedText(
            "name", required: true, Message(en: "The name alone, without titles", zh: "姓名，不带头衔"))
        let url = fields.optionalText("url", Message(en: "A page about the person", zh: "个人页面地址"))
        let role = fields.localizedText("role", Message(en: "What the person does", zh: "职责"))
        let isOrganization = fields.flag("organization", Message(en: "true for a team", zh: "true 表示团队"))
        self.init(
            id: id, name: name ?? LocalizedText(id), url: url.map { WebAddress.encoded($0) }, role: role,
            isOrganization: isOrganization ?? false)
    }
}

extension Topic {
    init(id: String, languages: [Language], reading fields: inout FieldReader) {
        var names: [String: String] = [:]
        for language in languages {
            names[language.code] = fields.optionalText(
                language.code, Message(en: "The topic's name in \(language.name)", zh: "主题的\(language.name)名称"))
        }
        let order = fields.integer("order", Message(en: "Smaller comes first", zh: "数字小的排在前面"))
        self.init(id: id, name: LocalizedText(byLanguage: names), order: order)
    }
}

extension Redirect {
    private static let statuses = [301, 302, 307, 308, 410]

    init(reading fields: inout FieldReader) {
        let from = fields.text("from", Message(en: "The old address", zh: "旧地址"))
        let target = fields.optionalText("to", Message(en: "Where it leads now", zh: "新地址"))
        let written = fields.integer(
            "status", Message(en: "301, 302, 307, 308 or 410; default 301", zh: "301、302、307、308 或 410；默认 301"))
        // For people who read the file; no output shows it.
        _ = fields.optionalText("reason", Message(en: "Why, for those who come later", zh: "原因，留给以后的维护者"))
        let (to, status) = (target ?? "", written ?? 301)
        let places = Places(from: fields.location(ofField: "from"), to: fields.location(ofField: "to"))
        let source = RedirectSource(from)
        self.init(from: source.path, to: to, status: status, places: places)
        if !from.isEmpty, let problem = source.problem {
            fields.add(Diagnostic(.badRedirect, at: places.from, problem))
        } else if !Self.statuses.contains(status) {
            fields.add(
                Diagnostic(
                    .badRedirect, at: fields.location(ofField: "status"),
                    Message(
                        en: "a redirect's status is 301, 302, 307, 308 or 410, not \(status)",
                        zh: "重定向的状态码是 301、302、307、308 或 410，不能是 \(status)")))
        } else if status != 410, target == nil {
            fields.add(
                Diagnostic(
                    .badRedirect, at: places.from,
                    Message(en: "the redirect from \(from) leads nowhere: ‘to’ is missing", zh: "\(from) 的重定向缺少 to")))
        } else if status != 410, !Self.isTarget(to) {
            fields.add(
                Diagnostic(
                    .badRedirect, at: places.to,
                    Message(
                        en: "a redirect leads to a path such as /new/page or to an http(s) URL, not to ‘\(to)’",
                        zh: "重定向的终点是 /new/page 这样的路径或 http(s) URL，不能是“\(to)”")))
        }
    }

    private static func isTarget(_ to: String) -> Bool {
        to.hasPrefix("/") && !to.hasPrefix("//") || to.hasPrefix("https://") || to.hasPrefix("http://")
    }
}
