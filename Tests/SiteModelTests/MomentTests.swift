import SiteModel
import Testing

/// Dates are read strictly, printed as they were written, and counted right.
@Suite struct MomentTests {
    @Test(arguments: [
        ("2026-11-23", "2026-11-23", 1_795_392_000), ("2024-02-29", "2024-02-29", 1_709_164_800),
        ("1970-01-01", "1970-01-01", 0), ("1969-12-31", "1969-12-31", -86_400),
        ("2000-02-29", "2000-02-29", 951_782_400), ("1600-02-29", "1600-02-29", -11_670_998_400),
        ("0001-01-01", "0001-01-01", -62_135_596_800), ("9999-12-31", "9999-12-31", 253_402_214_400),
    ])
    func dates(_ text: String, _ printed: String, _ seconds: Int) throws {
        let moment = try #require(Moment(text))
        #expect(moment.iso8601 == printed)
        #expect(moment.seconds == seconds)
        #expect(moment.zoneMinutes == nil)
    }

    @Test(arguments: [
        ("2026-11-23T08:00:00+08:00", "2026-11-23T08:00:00+08:00", 1_795_392_000),
        ("2026-11-23T00:00Z", "2026-11-23T00:00:00Z", 1_795_392_000),
        ("2026-11-23 08:00+08:00", "2026-11-23T08:00:00+08:00", 1_795_392_000),
        ("2026-11-22T16:30:00-07:30", "2026-11-22T16:30:00-07:30", 1_795_392_000),
        ("2026-11-23t00:00:00z", "2026-11-23T00:00:00Z", 1_795_392_000),
        ("2026-11-23T00:00:00.987654Z", "2026-11-23T00:00:00Z", 1_795_392_000),
        ("2026-11-23T08:00:00+0800", "2026-11-23T08:00:00+08:00", 1_795_392_000),
        ("1969-12-31T23:59Z", "1969-12-31T23:59:00Z", -60),
        ("1970-01-01T00:00:01+14:00", "1970-01-01T00:00:01+14:00", -50_399),
        ("2026-01-01T00:30:00-00:00", "2026-01-01T00:30:00Z", 1_767_227_400),
    ])
    func times(_ text: String, _ printed: String, _ seconds: Int) throws {
        let moment = try #require(Moment(text))
        #expect(moment.iso8601 == printed)
        #expect(moment.seconds == seconds)
    }

    @Test(arguments: [
        "2026-02-30", "2025-02-29", "1900-02-29", "2100-02-29", "2026-04-31", "2026-13-01", "2026-00-10", "2026-01-00",
        "2026-01-32", "26-1-1", "2026-1-01", "2026/01/01", "20260101", "+2026-01-01", "-2026-01-01", "2026-01-01 ",
        " 2026-01-01", "2026-01-01T", "2026-11-23T08:00", "2026-11-23T08:00:00", "2026-11-23T24:00Z",
        "2026-11-23T08:60Z",
        "2026-11-23T08:00:60Z", "2026-11-23 25:00Z", "2026-11-23T8:00Z", "2026-11-23T08:00:00.Z", "2026-11-23T08Z",
        "2026-11-23T08:00+8", "2026-11-23T08:00+24:00", "2026-11-23T08:00+08:60", "2026-11-23T08:00Zx", "昨天", "",
        "２０２６-11-23", "2026-11-23T08:00 Z", "2026-W47-1", "2026-327", "2026-11",
    ])
    func whatIsNoDateIsRefused(_ text: String) { #expect(Moment(text) == nil) }

    /// Every day of four centuries, one after the other: the calendar has no gap and no day twice.
    @Test func everyDayOfFourCenturies() throws {
        var seconds = try #require(Moment("1899-12-31")).seconds
        for year in 1900..<2300 {
            let isLeap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
            for (month, length) in zip(1...12, [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]) {
                for day in [1, length] {
                    let text = "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
                    let moment = try #require(Moment(text))
                    seconds += (day == 1 ? 1 : length - 1) * 86_400
                    #expect(moment.seconds == seconds)
                    #expect(moment.iso8601 == text)
                }
            }
        }
    }

    @Test func theDayIsThatOfTheZone() throws {
        #expect(try #require(Moment("2026-11-23T00:30:00+08:00")).day == "2026-11-23")
        #expect(try #require(Moment("2026-11-23T23:30:00-08:00")).day == "2026-11-23")
        #expect(Moment(seconds: -1, zoneMinutes: 0).dateTime == "1969-12-31T23:59:59Z")
        #expect(Moment(seconds: -1, zoneMinutes: 1).dateTime == "1970-01-01T00:00:59+00:01")
    }

    @Test func aDateAloneIsItsMidnightInFeeds() throws {
        #expect(try #require(Moment("2026-11-23")).dateTime == "2026-11-23T00:00:00Z")
    }

    @Test func orderIsThatOfTime() throws {
        let early = try #require(Moment("2026-11-23T01:00:00+08:00"))
        let late = try #require(Moment("2026-11-22T18:00:00Z"))
        #expect(early < late)
        #expect(!(late < early))
    }
}
