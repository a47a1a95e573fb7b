import Jinja
import SiteModel

/// The record of the status page as templates see it.
enum UptimeValues {
    static let row = RecordDefinition<UptimeRows.Row>(
        "monitor",
        [
            .init("name", .text, "Its name on the status page.") { .text($0.name) },
            .init("percent", .optional(.text), "The share of 24 hours; none when the page states none.") {
                .optional($0.percent)
            },
            .init("summary", .text, "How many checks, and how many failed.") { .text($0.summary) },
            .init("chart", .optional(.html), "The last checks as an SVG; none without checks.") {
                $0.chart.map { .html(SafeHTML(trusted: $0)) } ?? .none
            },
        ])

    static let definition = RecordDefinition<UptimeRows.Block>(
        "uptime",
        [
            .init("as_of", .optional(.text), "When the record was fetched; none when it never was.") {
                .optional($0.asOf?.minute)
            },
            .init("as_of_iso", .optional(.text), "The same for the datetime attribute.") {
                .optional($0.asOf?.dateTime)
            },
            .init("is_old", .boolean, "True when the record is older than the settings allow.") { .boolean($0.isOld) },
            .init("live_url", .optional(.text), "The status page for people.") { .optional($0.liveURL) },
            .init("monitors", .list(of: .record(row.type)), "One for each monitor.") { source in
                .list(source.rows.map { row.value($0) })
            },
        ])
}
