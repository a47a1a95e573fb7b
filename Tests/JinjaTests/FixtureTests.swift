import Foundation
import Testing

/// Every case gives what real Jinja2 gave, or the error that stands in it.
struct FixtureTests {
    @Test(arguments: Fixture.all)
    func fixture(_ fixture: Fixture) throws {
        let actual = try fixture.run()
        let isOurs = fixture.url.lastPathComponent.hasPrefix("err-") || fixture.url.lastPathComponent.hasPrefix("own-")
        if isOurs, ProcessInfo.processInfo.environment["CITABLE_UPDATE_GOLDEN"] == "1", actual != fixture.expected {
            let text = try String(contentsOf: fixture.url, encoding: .utf8)
            try (String(text.dropLast(fixture.expected.count)) + actual).write(
                to: fixture.url, atomically: true, encoding: .utf8)
        } else {
            #expect(actual == fixture.expected)
        }
    }

    @Test func thereAreEnoughCases() { #expect(Fixture.all.count >= 430) }
}
