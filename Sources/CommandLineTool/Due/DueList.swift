import Diagnostics
import SiteModel

/// What is due on a site, sorted by time.
struct DueList {
    static let formats = ["text", "json", "ics"]

    private(set) var items: [DueItem] = []
    let now: Moment
    let siteName: String
    /// Without scheme; identifies the site's entries in a calendar.
    let host: String

    /// - Parameter site: with the pages that are not published.
    init(_ site: Site, now: Moment) {
        self.now = now
        let settings = site.settings
        siteName = settings.name.text(in: settings.defaultLanguage.code) ?? ""
        host = settings.baseURL.split(separator: "/").dropFirst().first.map(String.init) ?? settings.baseURL
        for header in site.headers where header.sourcePath != nil && !header.isDraft {
            let isOver = header.expireAt.map { $0 <= now } ?? false
            if isOver { continue }
            if let moment = header.publishAt, now < moment { add(.publish, moment, header, settings) }
            if let moment = header.expireAt { add(.expire, moment, header, settings) }
            if let moment = header.reviewBy { add(.review, moment, header, settings) }
            addTranslations(of: header, site)
        }
        items.sort { one, other in
            if one.moment != other.moment { return one.moment < other.moment }
            if one.source != other.source { return one.source.precedesByBytes(other.source) }
            return (one.what.rawValue, one.language) < (other.what.rawValue, other.language)
        }
    }

    mutating func keep(until second: Int) { items.removeAll { $0.moment.seconds > second } }

    private mutating func add(
        _ what: DueItem.What, _ moment: Moment, _ header: PageHeader, _ settings: SiteSettings
    ) {
        items.append(
            DueItem(
                what: what, moment: moment, page: header.id.text, language: header.languageCode, title: header.title,
                url: settings.baseURL + header.address.path, source: header.sourcePath ?? ""))
    }
}

extension DueList {
    /// Translations that are older than the page in the default language; missing ones where the settings ask for them.
    private mutating func addTranslations(of header: PageHeader, _ site: Site) {
        let settings = site.settings
        guard header.languageCode == settings.defaultLanguage.code, let changed = header.modified else { return }
        let level = settings.checkLevels["page/missing-translation"]
        let wantsAll = level != nil && level != .off
        for language in settings.languages where language.code != header.languageCode {
            let known = site.index.page(header.id, in: language.code).map { site.headers[$0.position] }
            if let known, let translated = known.modified {
                guard translated < changed, !known.isDraft else { continue }
                add(.translate, changed, known, settings)
                items[items.count - 1].reason = Message(
                    en: "translated \(translated.day), changed \(changed.day) in \(header.sourcePath ?? "")",
                    zh: "译于 \(translated.day)，原文 \(header.sourcePath ?? "") 已于 \(changed.day) 修改")
            } else if known == nil, wantsAll {
                items.append(
                    DueItem(
                        what: .translate, moment: changed, page: header.id.text, language: language.code,
                        title: header.title, url: settings.baseURL + header.address.path,
                        source: header.sourcePath ?? "",
                        reason: Message(en: "not there in \(language.name)", zh: "还没有\(language.name)版本")))
            }
        }
    }
}

extension DueList {
    /// Whole days until a moment, by the UTC day; negative when it is over.
    func days(until moment: Moment) -> Int { Self.day(moment.seconds) - Self.day(now.seconds) }

    private static func day(_ seconds: Int) -> Int {
        seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
    }

    func text(in language: MessageLanguage) -> String {
        let isChinese = language == .chinese
        if items.isEmpty { return isChinese ? "没有待办。\n" : "Nothing is due.\n" }
        return items.map { item in
            let days = days(until: item.moment)
            let distance =
                days == 0
                ? (isChinese ? "今天" : "today")
                : days > 0
                    ? (isChinese ? "还有 \(days) 天" : "in \(days) d")
                    : (isChinese ? "已逾 \(-days) 天" : "\(-days) d ago")
            let reason = item.reason.map { isChinese ? "（\($0.chinese)）" : " (\($0.english))" } ?? ""
            return "\(item.moment.iso8601)  \(distance)  \(item.what.word.text(in: language))  "
                + "\(item.language)/\(item.page)  \(item.title)  \(item.source)\(reason)\n"
        }.joined()
    }

    var json: String {
        var json = IndentedJSON()
        json.object { json in
            json.member("schema_version", 1)
            json.member("now", now.dateTime)
            json.key("due")
            json.array(of: items) { json, item in
                json.object { json in
                    json.member("what", item.what.rawValue)
                    json.member("date", item.moment.iso8601)
                    json.member("days", days(until: item.moment))
                    json.member("page", item.page)
                    json.member("language", item.language)
                    json.member("title", item.title)
                    json.member("url", item.url)
                    json.member("source", item.source)
                    json.member("reason", ifAny: item.reason?.english)
                }
            }
        }
        return String(decoding: json.file, as: UTF8.self)
    }
}
