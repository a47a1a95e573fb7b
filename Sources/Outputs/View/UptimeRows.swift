import Bytes
import Directives
import SiteModel

/// What pages show of the status page's record: shares of 24 hours with the time of the record. Never a statement about now,
/// and nothing for structured data.
struct UptimeRows {
    /// One monitor.
    struct Row: Sendable {
        let name: String
        /// `99.87%`; nil when the status page states none.
        let percent: String?
        /// "100 checks, 2 failed".
        let summary: String
        /// An SVG element; nil without checks.
        let chart: [UInt8]?
    }

    struct Block: Sendable {
        /// When the record was fetched; nil when it never was.
        let asOf: Moment?
        /// True when the record is older than the settings allow.
        let isOld: Bool
        /// The status page for people; nil when it isn't known.
        let liveURL: String?
        let rows: [Row]
    }

    private let view: SiteView
    private let facts: PageFacts

    init(_ view: SiteView, for header: PageHeader) {
        self.view = view
        facts = PageFacts(RichTextWriter(view, for: header))
    }

    /// What a page shows: the status page all monitors, a model's page those that watch it or the whole gateway; nil for
    /// other pages, and for sites without a status page.
    func block(of page: PageIndex) -> Block? {
        let header = view.header(page)
        guard header.kind == "status" || header.kind == "model", let settings = view.settings.catalog?.status,
            view.hasCatalog
        else { return nil }
        guard let record = view.uptime else { return Block(asOf: nil, isOld: false, liveURL: nil, rows: []) }
        let monitors =
            header.kind == "status"
            ? record.monitors
            : Self.monitors(of: view.face(page).model?.text ?? "", in: record, settings)
        let limit = Moment(seconds: record.fetchedAt.seconds + settings.maxAgeHours * 3600, zoneMinutes: 0)
        return Block(
            asOf: record.fetchedAt, isOld: view.isPast(limit), liveURL: record.url, rows: monitors.map(row))
    }

    /// The block as a part of a twin.
    func writeTwin(of page: PageIndex, into buffer: inout ByteBuffer) {
        guard let block = block(of: page) else { return }
        buffer.append(text: "## " + facts.phrase(.uptime) + "\n\n")
        guard let asOf = block.asOf, let live = block.liveURL else {
            buffer.append(text: facts.phrase(.uptimeMissing) + "\n\n")
            return
        }
        if block.isOld { buffer.append(text: "> " + facts.phrase(.uptimeOld) + "\n\n") }
        buffer.append(text: facts.phrase(.uptimeAsOf) + facts.phrase(.colon) + asOf.minute + "\n\n[")
        buffer.append(text: facts.phrase(.uptimeLive) + "](")
        buffer.append(linkDestination: live)
        buffer.append(")\n\n")
        for row in block.rows {
            buffer.append("- ")
            buffer.append(markdownEscaped: row.name)
            buffer.append(text: facts.phrase(.colon))
            buffer.append(markdownEscaped: (row.percent ?? facts.phrase(.uptimeUnknown)) + " · " + row.summary)
            buffer.append("\n")
        }
        if !block.rows.isEmpty { buffer.append("\n") }
    }
}

extension UptimeRows {
    /// A monitor watches a model when the settings say so, or when it bears the model's id; one that watches no model at
    /// all watches the gateway.
    private static func monitors(
        of model: String, in record: UptimeSnapshot, _ settings: CatalogSettings.StatusPage
    ) -> [UptimeSnapshot.Monitor] {
        let assigned = settings.assignments
        let own = record.monitors.filter { monitor in
            monitor.name == model || assigned.contains { $0.monitor == monitor.name && $0.models.contains(model) }
        }
        if !own.isEmpty { return own }
        let general = record.monitors.filter { monitor in !assigned.contains { $0.monitor == monitor.name } }
        return Array(general.prefix(generalLimit))
    }

    /// A model's page isn't the status page.
    private static let generalLimit = 5

    private func row(_ monitor: UptimeSnapshot.Monitor) -> Row {
        let summary = facts.filled(
            .uptimeChecks, ["{n}": PageFacts.grouped(monitor.checks.count), "{m}": PageFacts.grouped(monitor.failures)])
        return Row(
            name: monitor.name, percent: monitor.percent,
            summary: monitor.checks.isEmpty ? facts.phrase(.uptimeUnknown) : summary,
            chart: UptimeChart(monitor, summary, facts)?.svg())
    }
}

extension SiteView {
    /// The record of the status page; nil when there is none.
    var uptime: UptimeSnapshot? {
        reads?.ask(.uptime)
        return wholeSite.catalog?.uptime
    }
}

extension Moment {
    /// "2026-11-23 08:00 UTC", for people.
    var minute: String {
        let text = Moment(seconds: seconds, zoneMinutes: 0).dateTime
        return text.prefix(10) + " " + text.dropFirst(11).prefix(5) + " UTC"
    }
}
