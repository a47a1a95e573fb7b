import Diagnostics
import Foundation
import Testing

/// What code scanning and workflows read.
@Suite struct MachineFormatTests {
    private static func sample() -> Diagnostic {
        let place = Samples.location(of: "bad", in: "一\n中文 bad\n")
        return Diagnostic(
            DiagnosticCode("a/b", en: "explained", zh: "说明", wrong: "", right: ""), at: place,
            Message(en: "50%\nof \"it\"", zh: "一半"), hint: Message(en: "mend it", zh: "改正"),
            notes: [DiagnosticNote(at: place, Message(en: "here", zh: "这里"))])
    }

    @Test func aWorkflowCommandIsOneLine() {
        let text = GitHubFormat.report([Self.sample()], language: .english, colour: false)
        #expect(text.split(separator: "\n").count == 1)
        #expect(text.hasPrefix("::error file="))
        #expect(text.contains(",line=2,endLine=2,col=4,endColumn=7,title=a/b::50%25%0Aof \"it\"%0A"))
        #expect(text.hasSuffix("%0Ahint: mend it\n"))
    }

    @Test func sarifIsJSONWithRulesAndPlaces() throws {
        let text = SARIFFormat.report([Self.sample(), Self.sample()], language: .chinese, colour: false)
        let root = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        #expect(root["version"] as? String == "2.1.0")
        let run = try #require((root["runs"] as? [[String: Any]])?.first)
        let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
        #expect((driver["rules"] as? [[String: Any]])?.map { $0["id"] as? String } == ["a/b"])
        let result = try #require((run["results"] as? [[String: Any]])?.first)
        #expect(result["level"] as? String == "error")
        #expect((result["message"] as? [String: Any])?["text"] as? String == "一半\n改正")
        let location = try #require(
            (result["locations"] as? [[String: Any]])?.first?["physicalLocation"] as? [String: Any])
        let region = try #require(location["region"] as? [String: Int])
        #expect(region == ["startLine": 2, "startColumn": 4, "endColumn": 7])
    }

    @Test func nothingWrongIsAReportAsWell() throws {
        let text = SARIFFormat.report([], language: .english, colour: false)
        let root = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        let run = try #require((root["runs"] as? [[String: Any]])?.first)
        #expect((run["results"] as? [Any])?.isEmpty == true)
        #expect(GitHubFormat.report([], language: .english, colour: false) == "")
    }
}
