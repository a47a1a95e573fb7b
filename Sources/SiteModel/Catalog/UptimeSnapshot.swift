/// What a status page said of the last 24 hours when it was fetched. It is a record of the past and says nothing of now.
package struct UptimeSnapshot: Sendable, Hashable {
    /// What a check of a service found.
    package enum Finding: UInt8, Sendable {
        case down = 0
        case up = 1
        case pending = 2
        case maintenance = 3
    }

    /// One service that is checked.
    package struct Monitor: Sendable, Hashable {
        package let id: String
        package let name: String
        package let group: String?
        /// The share of 24 hours, 0 to 1, with the digits of the reply; nil when the page states none.
        package let uptime: DecimalNumber?
        /// The last checks, oldest first.
        package let checks: [Finding]
        /// When the first and the last of them were made.
        package let span: (from: Moment, to: Moment)?

        package init(
            id: String, name: String, group: String?, uptime: DecimalNumber?, checks: [Finding],
            span: (from: Moment, to: Moment)?
        ) {
            self.id = id
            self.name = name
            self.group = group
            self.uptime = uptime
            self.checks = checks
            self.span = span
        }

        package static func == (one: Monitor, other: Monitor) -> Bool {
            one.id == other.id && one.name == other.name && one.group == other.group && one.uptime == other.uptime
                && one.checks == other.checks && one.span?.from == other.span?.from && one.span?.to == other.span?.to
        }

        package func hash(into hasher: inout Hasher) { hasher.combine(id) }
    }

    package static let schemaVersion = 1
    /// The most checks of one monitor that are kept; status pages give about as many.
    package static let checkLimit = 100

    package let fetchedAt: Moment
    /// The address of the status page for people.
    package let url: String
    /// In the order of the page.
    package let monitors: [Monitor]

    package init(fetchedAt: Moment, url: String, monitors: [Monitor]) {
        self.fetchedAt = fetchedAt
        self.url = url
        self.monitors = monitors
    }
}

extension UptimeSnapshot {
    /// The path of the file inside the site; it stands beside the price snapshots and touches none of them.
    package static let path = "Content/catalog/status.json"

    /// The file: checks are one digit each, so that a fetch changes few lines.
    package var file: [UInt8] {
        var json = IndentedJSON()
        json.object { json in
            json.member("schema_version", Self.schemaVersion)
            json.member("fetched_at", fetchedAt.dateTime)
            json.member("url", url)
            json.key("monitors")
            json.array(of: monitors) { json, monitor in
                json.object { json in
                    json.member("id", monitor.id)
                    json.member("name", monitor.name)
                    json.member("group", ifAny: monitor.group)
                    json.member("uptime_24h", ifAny: monitor.uptime?.text)
                    json.member("checks", monitor.checks.map { String($0.rawValue) }.joined())
                    json.member("from", ifAny: monitor.span?.from.dateTime)
                    json.member("to", ifAny: monitor.span?.to.dateTime)
                }
            }
        }
        return json.file
    }
}

extension UptimeSnapshot.Monitor {
    /// The share as people read it, `99.98%`, cut and never rounded up: what failed once is never 100 %.
    package var percent: String? {
        guard let uptime else { return nil }
        var digits = Array(uptime.text.utf8.filter { $0 != 0x2E })
        while digits.count < 5 { digits.append(0x30) }
        // One digit before the point, so two more are whole percents.
        let whole = Int(String(decoding: digits[..<3], as: UTF8.self)) ?? 0
        return "\(whole)." + String(decoding: digits[3..<5], as: UTF8.self) + "%"
    }

    /// How many of the checks found the service down.
    package var failures: Int { checks.count { $0 == .down } }
}
