import Diagnostics
import Foundation
import Testing

/// What programs read.
@Suite struct JSONFormatTests {
    private struct Report: Decodable, Equatable {
        struct Entry: Decodable, Equatable {
            let severity: String
            let code: String
            let message: String
            let hint: String?
            let file: String?
            let line: Int
            let column: Int
            let length: Int
            let notes: [Note]
        }

        struct Note: Decodable, Equatable {
            let message: String
            let file: String?
            let line: Int
            let column: Int
        }

        let diagnostics: [Entry]
        let errors: Int
        let warnings: Int
    }

    private static func report(_ diagnostics: [Diagnostic], _ language: MessageLanguage) throws -> Report {
        let text = JSONFormat.report(diagnostics, language: language, colour: true)
        return try JSONDecoder().decode(Report.self, from: Data(text.utf8))
    }

    @Test func everyPartOfADiagnosticIsThere() throws {
        let text = "一\n中文 bad\n"
        let place = Samples.location(of: "bad", in: text)
        let note = DiagnosticNote(at: nil, Message(en: "see also", zh: "另见"))
        let diagnostics = [
            Diagnostic(Samples.lenient, at: nil, Samples.message),
            Diagnostic(Samples.code, at: place, Samples.message, hint: Message(en: "mend", zh: "改"), notes: [note]),
        ]
        let report = try Self.report(diagnostics, .chinese)
        let expected = Report(
            diagnostics: [
                .init(
                    severity: "warning", code: "test/lenient", message: "有错误", hint: nil, file: nil, line: 0, column: 0,
                    length: 0, notes: []),
                .init(
                    severity: "error", code: "test/sample", message: "有错误", hint: "改", file: "Content/zh/a.md", line: 2,
                    column: 4, length: 3, notes: [.init(message: "另见", file: nil, line: 0, column: 0)]),
            ], errors: 1, warnings: 1)
        #expect(report == expected)
    }

    @Test func nothingToSayIsADocumentToo() throws {
        #expect(try Self.report([], .english) == Report(diagnostics: [], errors: 0, warnings: 0))
    }

    @Test func everyCharacterSurvives() throws {
        var text = "\u{10FFFF}\u{2028}😀"
        for value in UInt32(0)..<0x180 { if let scalar = Unicode.Scalar(value) { text.unicodeScalars.append(scalar) } }
        let message = Message(en: text, zh: text)
        let diagnostic = Diagnostic(Samples.code, at: SourceLocation(file: text), message, hint: message)
        let entry = try #require(try Self.report([diagnostic], .english).diagnostics.first)
        for value in [entry.message, entry.hint, entry.file] {
            #expect(value.map { Array($0.utf8) } == Array(text.utf8))
        }
    }

    @Test func theDocumentEndsWithALineBreak() {
        #expect(JSONFormat.report([], language: .english, colour: false).hasSuffix("}\n"))
    }

    @Test func formatsAreFoundByName() {
        #expect(DiagnosticFormatRegistry.all.map { $0.name } == DiagnosticFormatRegistry.all.map { $0.name }.sorted())
    }
}
