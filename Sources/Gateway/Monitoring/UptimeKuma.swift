package import Diagnostics
import JSON
package import SiteModel

/// Reads the two replies of an uptime-kuma status page: the monitors, and their last checks with the share of 24 hours.
///
/// Only names, groups, shares and results are taken: addresses, messages and incidents stay in the replies.
package enum UptimeKuma {
    /// More monitors than this are no status page.
    private static let monitorLimit = 1000
    private static let dayKey = "_24"

    package static func path(of page: String) -> String { "/api/status-page/" + page }

    package static func heartbeatPath(of page: String) -> String { "/api/status-page/heartbeat/" + page }

    /// Where people see the page.
    package static func livePath(of page: String) -> String { "/status/" + page }

    /// Nil after a mistake; one mistake refuses the whole of it.
    package static func read(
        page: SourceFile, heartbeats: SourceFile
    ) -> (monitors: [UptimeSnapshot.Monitor]?, diagnostics: [Diagnostic]) {
        let parsed = [page, heartbeats].map { CatalogReply.parse($0) }
        guard let root = parsed[0].root, let beats = parsed[1].root else {
            return (nil, parsed.flatMap(\.diagnostics))
        }
        var reading = StatusReading(file: page)
        guard let groups = root.member("publicGroupList")?.elements else {
            reading.refuse(root, Message(en: "the reply has no ‘publicGroupList’", zh: "回复中没有“publicGroupList”"))
            return (nil, reading.mistakes)
        }
        var entries: [(fields: EntryFields, id: String, group: String?)] = []
        for group in groups.compactMap({ EntryFields($0) }) {
            for value in group.elements("monitorList") {
                guard let fields = EntryFields(value), let id = fields["id"]?.numberText, fields.text("name") != nil
                else {
                    reading.refuse(value, Message(en: "a monitor has no id or no name", zh: "有一个监控项缺少 id 或名称"))
                    continue
                }
                // A monitor may stand in several groups.
                if !entries.contains(where: { $0.id == id }) { entries.append((fields, id, group.text("name"))) }
            }
        }
        if entries.count > monitorLimit {
            reading.refuse(
                root, Message(en: "\(entries.count) monitors are no status page", zh: "监控项过多：\(entries.count) 个"))
        }
        reading.file = heartbeats
        guard let lists = beats.member("heartbeatList"), lists.members != nil,
            let shares = beats.member("uptimeList"), shares.members != nil
        else {
            reading.refuse(
                beats,
                Message(en: "the reply has no ‘heartbeatList’ or ‘uptimeList’", zh: "回复中缺少“heartbeatList”或“uptimeList”")
            )
            return (nil, reading.mistakes)
        }
        let monitors = entries.map { entry in
            let checks = reading.checks(lists.member(entry.id)?.elements ?? [])
            return UptimeSnapshot.Monitor(
                id: entry.id, name: entry.fields.text("name") ?? "", group: entry.group,
                uptime: checks.isEmpty ? nil : reading.share(shares.member(entry.id + dayKey)),
                checks: checks.map(\.finding),
                span: checks.first.flatMap { first in checks.last.map { (first.at, $0.at) } })
        }
        return reading.mistakes.isEmpty ? (monitors, []) : (nil, reading.mistakes.sorted())
    }
}

/// What was wrong with the replies of a status page so far.
private struct StatusReading {
    var file: SourceFile
    private(set) var mistakes: [Diagnostic] = []

    init(file: SourceFile) { self.file = file }

    /// The text of the reply is not quoted around the place.
    mutating func refuse(_ value: JSONValue, _ message: Message) {
        let place = file.location(of: value.range)
        mistakes.append(
            Diagnostic(
                .badStatusReply, at: SourceLocation(file: file.path, line: place.line, column: place.column), message))
    }

    /// The last checks, oldest first; the order of a reply is not to be relied on.
    mutating func checks(_ values: [JSONValue]) -> [(at: Moment, finding: UptimeSnapshot.Finding)] {
        var checks: [(at: Moment, finding: UptimeSnapshot.Finding)] = []
        for value in values {
            guard let status = value.member("status")?.integerValue, let code = UInt8(exactly: status),
                let finding = UptimeSnapshot.Finding(rawValue: code),
                let at = value.member("time")?.stringValue.flatMap(Self.moment)
            else {
                refuse(value, Message(en: "a check has a status 0 to 3 and a time", zh: "检查结果须有 0 到 3 的 status 和时间"))
                continue
            }
            checks.append((at, finding))
        }
        return checks.enumerated().sorted { ($0.element.at.seconds, $0.offset) < ($1.element.at.seconds, $1.offset) }
            .map(\.element).suffix(UptimeSnapshot.checkLimit)
    }

    /// The share of 24 hours; nil where the page states none.
    mutating func share(_ value: JSONValue?) -> DecimalNumber? {
        guard let value, !value.isNull else { return nil }
        if let number = value.numberText.flatMap({ try? DecimalNumber(priceText: $0) }), number <= .one {
            return number
        }
        refuse(value, Message(en: "a share of uptime is a number from 0 to 1", zh: "可用率应为 0 到 1 之间的数"))
        return nil
    }

    /// `2026-11-23 20:58:00.000`, in UTC. Source: uptime-kuma writes times of checks without a zone.
    private static func moment(_ text: String) -> Moment? {
        let bytes = Array(text.utf8)
        guard bytes.count >= 19, bytes[10] == 0x20 || bytes[10] == 0x54 else { return nil }
        return Moment(String(decoding: bytes[..<10] + [0x54] + bytes[11..<19] + [0x5A], as: UTF8.self))
    }
}
