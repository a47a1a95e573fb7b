import Foundation
import Testing

/// Diagnostic codes: each is listed, explained in both languages, and known to `citable explain`.
@Suite struct CodesTests {
    private struct Code {
        let file: House.File
        let line: Int
        let name: String
        let id: String
        let english: String
        let chinese: String
    }

    private static let codes: [Code] = House.sources.flatMap { file, code in
        code.calls().filter { $0.name == "DiagnosticCode" && $0.argument("en") != nil }.compactMap { call in
            guard let first = call.arguments.first, let id = file.literal(first) else { return nil }
            let words = file.text.split(separator: "\n", omittingEmptySubsequences: false)[call.line - 1].split(
                separator: " ")
            let name = words.firstIndex(of: "=").map { String(words[$0 - 1]) } ?? ""
            return Code(
                file: file, line: call.line, name: name, id: id,
                english: call.argument("en").flatMap { file.literal($0) } ?? "",
                chinese: call.argument("zh").flatMap { file.literal($0) } ?? "")
        }
    }

    /// The lists `…Codes.all`, with the source of each and the words that stand on it.
    private static let lists: [(name: String, file: House.File, entries: Set<String>)] = House.sources.flatMap {
        file, code in
        code.typeDeclarations().filter { $0.keyword == "enum" && $0.name.hasSuffix("Codes") }.map { type in
            let body = code.text.components(separatedBy: "static let all").dropFirst().joined()
            let list = body.components(separatedBy: "=").dropFirst().joined().components(separatedBy: "]")[0]
            return (type.name, file, Set(SwiftCode(list).words().map(\.word)))
        }
    }

    @Test func everyCodeIsOnTheListOfItsRoom() {
        #expect(Self.codes.count > 20)
        let unlisted = Self.codes.filter { code in
            !Self.lists.contains { $0.file.room == code.file.room && $0.entries.contains(code.name) }
        }
        #expect(unlisted.map { "\($0.file.path):\($0.line): \($0.name)" } == [])
    }

    @Test func everyListIsKnownToExplain() throws {
        let sources = House.sources.filter { $0.file.room == "CommandLineTool" }
        let unknown = Self.lists.filter { list in !sources.contains { $0.file.text.contains("\(list.name).all") } }
        #expect(unknown.map { "\($0.file.path): \($0.name)" } == [])
    }

    @Test func idsAreUniqueAndWellFormed() {
        let ids = Self.codes.map(\.id)
        let twice = Dictionary(grouping: ids) { $0 }.filter { $0.value.count > 1 }.keys.sorted()
        #expect(twice == [])
        let form = "^[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*$"
        #expect(ids.filter { $0.range(of: form, options: .regularExpression) == nil } == [])
    }

    @Test func everyCodeIsExplainedInBothLanguages() {
        for code in Self.codes {
            #expect(code.english.utf8.count >= 15, "\(code.id)")
            #expect(code.chinese.unicodeScalars.contains { Wording.isHan($0) }, "\(code.id)")
        }
    }
}
