import Foundation
import Testing

/// Runs the programs that `.ci/checks/jinja` makes and writes down what comes out; the check compares it with Jinja2.
struct ProgramTests {
    private static let folder = ProcessInfo.processInfo.environment["CITABLE_JINJA_PROGRAMS"]
    /// Ends a program and a result.
    private static let end = "\u{1E}\n"

    @Test(.enabled(if: folder != nil))
    func programs() throws {
        let folder = URL(fileURLWithPath: try #require(Self.folder))
        let text = try String(contentsOf: folder.appendingPathComponent("programs"), encoding: .utf8)
        let programs = text.components(separatedBy: Self.end).dropLast()
        #expect(!programs.isEmpty)
        var results = ""
        for program in programs {
            let fixture = try #require(Fixture.parse(program + "---\n", name: "program", url: folder))
            results += try fixture.run() + Self.end
        }
        try results.write(to: folder.appendingPathComponent("results"), atomically: true, encoding: .utf8)
    }
}
