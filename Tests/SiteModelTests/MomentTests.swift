import SiteModel
import Testing

@Suite struct MomentTests {
    @Test(arguments: [
        ("2026-11-23", "2026-11-23", 1_795_392_000), ("2024-02-29", "2024-02-29", 1_709_164_800),
        ("2026-11-23T08:00:00+08:00", "2026-11-23T08:00:00+08:00", 1_795_392_000),
        ("1969-12-31T23:59Z", "1969-12-31T23:59:00Z", -60),
    ])
    func readsAndPrints(_ text: String, _ printed: String, _ seconds: Int) throws {
        let moment = try #require(Moment(text))
        #expect(moment.iso8601 == printed)
        #expect(moment.seconds == seconds)
    }

    @Test(arguments: [
        "2026-02-30", "2025-02-29", "2026-13-01", "26-1-1", "2026-11-23T08:00", "2026-11-23 25:00Z", "昨天", "",
    ])
    func refusesWhatIsNoDate(_ text: String) { #expect(Moment(text) == nil) }
}
