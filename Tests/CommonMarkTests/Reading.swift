import Bytes
import CommonMark
import Diagnostics

/// The directives that the tests know.
let testDirectives: [DirectiveSyntax] = [
    DirectiveSyntax(name: "price", forms: [.inline], label: .raw, attributes: ["meter"]),
    DirectiveSyntax(name: "lang", forms: [.inline], label: .markdown, attributes: ["tag"]),
    DirectiveSyntax(name: "model-table", forms: [.leaf], label: .none, attributes: ["fields", "id", "class"]),
    DirectiveSyntax(name: "title", forms: [.leaf], label: .markdown),
    DirectiveSyntax(name: "note", forms: [.container], label: .raw, attributes: ["title"]),
    DirectiveSyntax(name: "tabs", forms: [.container], label: .none),
]

/// Options with every output, the given dialect, and no holes for links.
func options(
    _ dialect: MarkdownOptions.Dialect = .extended, _ change: (inout MarkdownOptions) -> Void = { _ in }
) -> MarkdownOptions {
    var options = MarkdownOptions(dialect: dialect, outputs: [.html, .twin, .plainText])
    options.directives = testDirectives
    change(&options)
    return options
}

func read(_ text: String, _ options: MarkdownOptions = options()) -> MarkdownContent {
    MarkdownContent(MarkdownSource(file: SourceFile(path: "a.md", bytes: Array(text.utf8))), options: options)
}

func readField(_ text: String, _ options: MarkdownOptions = options()) -> MarkdownContent {
    let file = SourceFile(path: "a.md", bytes: Array(text.utf8))
    return .inline(MarkdownSource(file: file), options: options)
}

extension MarkdownContent {
    /// The output with each hole shown: a destination in guillemets, a directive's name in double brackets.
    func shown(_ output: HoledBytes) -> String {
        var bytes: [UInt8] = []
        var start = 0
        for hole in output.holes {
            bytes += output.bytes[start..<hole.offset]
            start = hole.offset
            switch insertions[hole.index] {
            case .link(let destination, _), .image(let destination, _): bytes += "«\(destination)»".utf8
            case .directive(let call):
                let part = hole.part == .whole ? "" : hole.part == .opening ? "<" : ">"
                bytes += "⟦\(part)\(call.name)⟧".utf8
            }
        }
        bytes += output.bytes[start...]
        return String(decoding: bytes, as: UTF8.self)
    }

    var htmlText: String { shown(html) }
    var twinText: String { shown(twin) }
    var text: String { shown(plainText) }

    /// `line:column+length code: message`, in order of place.
    var problems: [String] {
        diagnostics.sorted().map { diagnostic in
            let place = diagnostic.location.map { "\($0.line):\($0.column)+\($0.length)" } ?? "-"
            return "\(place) \(diagnostic.code.id): \(diagnostic.message.english)"
        }
    }
}

/// The HTML of one paragraph, without its tags.
func paragraph(_ text: String) -> String {
    let html = read(text).htmlText
    guard html.hasPrefix("<p>"), html.hasSuffix("</p>\n") else { return html }
    return String(html.dropFirst(3).dropLast(5))
}
