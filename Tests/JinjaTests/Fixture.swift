import Bytes
import Diagnostics
import Foundation
import Jinja
import Testing

/// A case on disk: JSON context, template, further templates, and what they must give.
struct Fixture: CustomTestStringConvertible {
    let name: String
    let url: URL
    let context: String
    let templates: [(name: String, text: String)]
    let expected: String

    var testDescription: String { name }

    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures")

    /// All cases, by name.
    static let all: [Fixture] = {
        let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        return paths.filter { $0.hasSuffix(".jinja") }.sorted().compactMap(read)
    }()

    static func read(_ name: String) -> Fixture? {
        let url = folder.appendingPathComponent(name)
        guard let text = try? String(contentsOf: url, encoding: .utf8) else { return nil }
        return parse(text, name: name, url: url)
    }

    static func parse(_ text: String, name: String, url: URL) -> Fixture? {
        var sections: [[Substring]] = [[]]
        var templates: [(name: String, lines: [Substring])] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line == "---", sections.count < 3 {
                sections.append([])
                if sections.count == 2 { templates.append(("page.html", [])) }
            } else if sections.count == 2, line.hasPrefix("--- ") {
                templates.append((String(line.dropFirst(4)), []))
            } else if sections.count == 2 {
                templates[templates.count - 1].lines.append(line)
            } else {
                sections[sections.count - 1].append(line)
            }
        }
        guard sections.count == 3 else { return nil }
        return Fixture(
            name: name, url: url, context: sections[0].joined(separator: "\n"),
            templates: templates.map { ($0.name, $0.lines.joined(separator: "\n")) },
            expected: sections[2].joined(separator: "\n"))
    }

    /// What Citable gives: the page, or the printed errors.
    func run() throws -> String {
        let files = templates.map { SourceFile(path: $0.name, bytes: Array($0.text.utf8)) }
        guard case .dictionary(let data) = try JSONReader.read(context.isEmpty ? "{}" : context) else { return "" }
        let page = Record(
            RecordShape("page", data.pairs.compactMap { if case .text(let key) = $0.key { key } else { nil } }),
            data.pairs.map(\.value))
        return Self.render(files, page: page, schema: .open)
    }

    static func render(
        _ files: [SourceFile], page: Record, schema: TemplateSchema, budget: RenderBudget = RenderBudget()
    )
        -> String
    {
        let library = TemplateLibrary(files: files)
        var collector = DiagnosticCollector()
        collector.add(contentsOf: library.diagnostics)
        let compiled = library.compile("page.html", schema: schema, into: &collector)
        guard let compiled, !collector.hasErrors else {
            return TextFormat.report(collector.sorted(), language: .english, colour: false)
        }
        var buffer = ByteBuffer()
        do {
            try compiled.render(page, into: &buffer, budget: budget)
            return buffer.text + "\n"
        } catch {
            return TextFormat.report(error.diagnostics, language: .english, colour: false)
        }
    }
}
