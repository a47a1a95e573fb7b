import Diagnostics
import SiteModel
import TestSupport
import Testing

@testable import Gateway

/// Replies that are no catalog: each is refused as a whole, with every mistake named, and nothing of it quoted but the value.
@Suite struct BadReplyTests {
    @Test func everyMistakeIsNamed() throws {
        var report = ""
        for name in try Replies.names("bad") {
            let adapter = name.split(separator: ".").last.map(String.init) ?? ""
            let read = Replies.read(try Replies.bytes("bad/\(name)"), name, Replies.source(adapter))
            #expect(read.content == nil)
            #expect(!read.diagnostics.isEmpty)
            for diagnostic in read.diagnostics {
                let place = diagnostic.location.map { "\($0.file):\($0.line):\($0.column)" } ?? ""
                report += "\(place): \(diagnostic.message.english) [\(diagnostic.code.id)]\n"
                #expect(diagnostic.location?.lineText == "" && diagnostic.message.english.utf8.count < 400)
            }
        }
        #expect(try GoldenFile("Fixtures/bad.expected").difference(from: report) == nil)
    }

    @Test func aByteOrderMarkIsNoMistake() throws {
        let reply = [0xEF, 0xBB, 0xBF] + Array("{\"object\":\"list\",\"data\":[{\"id\":\"sea/a\"}]}".utf8)
        #expect(Replies.read(reply, "r", Replies.source("auto")).content?.models.map(\.id) == ["sea/a"])
    }

    /// Go writes an empty list so.
    @Test func nullIsAnEmptyList() {
        let reply = Array("{\"success\":true,\"data\":null}".utf8)
        #expect(Replies.read(reply, "r", Replies.source("new-api")).content?.models.isEmpty == true)
    }

    @Test func moreModelsThanAGatewayHas() {
        let entries = (0...20_000).map { "{\"id\":\"m\($0)\"}" }.joined(separator: ",")
        let reply = Array("{\"object\":\"list\",\"data\":[\(entries)]}".utf8)
        let codes = Replies.read(reply, "r", Replies.source("openai")).diagnostics.map(\.code.id)
        #expect(codes == ["catalog/too-many-models"])
    }
}
