package import Bytes
package import Diagnostics

/// Markdown after rendering, as values: HTML, Markdown for the twin and plain text, with holes for what only the whole site knows.
package struct MarkdownContent: Sendable {
    package internal(set) var html = HoledBytes.empty
    package internal(set) var twin = HoledBytes.empty
    package internal(set) var plainText = HoledBytes.empty
    /// What the holes stand for.
    package internal(set) var insertions: [MarkdownInsertion] = []
    package internal(set) var outline: [MarkdownHeading] = []
    package internal(set) var diagnostics: [Diagnostic] = []

    /// Renders a text with blocks.
    /// - Parameter body: byte offsets in the file.
    package init(_ file: SourceFile, body: Range<Int>, options: MarkdownOptions) {
        var renderer = MarkdownRenderer(file, options, line: LineTable(file.bytes, body))
        renderer.renderBlocks(body)
        self = renderer.finish()
    }

    /// Renders a short text inline, without a paragraph around it.
    /// - Parameter place: where it stands in the file.
    package init(inline text: String, in file: SourceFile, place: Range<Int>, options: MarkdownOptions) {
        let bytes = Array(text.utf8)
        var renderer = MarkdownRenderer(file, options, line: LineTable(fixed: place))
        renderer.renderInline(bytes[...])
        self = renderer.finish()
    }

    /// Whether a text could hold any Markdown; most field values hold none.
    package static func hasSyntax(_ text: String) -> Bool {
        text.utf8.contains { byte in
            switch byte {
            case 0x21, 0x26, 0x2A, 0x3A, 0x3C, 0x5B, 0x5C, 0x5F, 0x60, 0x7E, 0x0A: true
            default: false
            }
        }
    }

    init() {}
}

package enum MarkdownInsertion: Sendable, Hashable {
    case link(destination: String, range: Range<Int>)
    case image(destination: String, range: Range<Int>)
    case directive(MarkdownDirective)
}

/// A directive as it stands in the text.
package struct MarkdownDirective: Sendable, Hashable {
    package enum Form: Sendable, Hashable {
        case inline, leaf, container
    }

    package let name: String
    package let form: Form
    package let label: String?
    package let attributes: [(name: String, value: String)]
    package let range: Range<Int>

    package static func == (one: Self, other: Self) -> Bool { one.range == other.range && one.name == other.name }
    package func hash(into hasher: inout Hasher) { hasher.combine(range) }
}

package struct MarkdownHeading: Sendable, Hashable {
    package let level: Int
    package let id: String
    package let text: String
    package let range: Range<Int>
    package internal(set) var hasContent: Bool
}

package struct MarkdownOptions: Sendable {
    /// Names of known directives; true when the label is Markdown that is rendered inside.
    package var directives: [String: Bool]
    /// Titles of the five alerts, by lower-case name.
    package var alertTitles: [String: String]

    package init(directives: [String: Bool], alertTitles: [String: String]) {
        self.directives = directives
        self.alertTitles = alertTitles
    }
}

extension DiagnosticCode {
    package static let rawHTML = DiagnosticCode(
        "markdown/raw-html", .warning, en: "Raw HTML is left out.", zh: "原始 HTML 会被丢弃。",
        wrong: "<div>文字</div>", right: "文字")
    package static let unknownDirective = DiagnosticCode(
        "markdown/unknown-directive", en: "There is no directive of this name.", zh: "没有这个名字的指令。",
        wrong: ":pirce[gpt-4o]", right: ":price[gpt-4o]")
    package static let unclosedContainer = DiagnosticCode(
        "markdown/unclosed-container", en: "A container directive is never closed.", zh: "容器指令没有结束。",
        wrong: ":::note\n文字", right: ":::note\n文字\n:::")
    package static let markdownNesting = DiagnosticCode(
        "markdown/nesting", en: "Lists, quotes or directives stand too deeply inside each other.", zh: "列表、引用或指令嵌套过深。")
}

/// The codes of this room.
package enum MarkdownCodes {
    package static let all: [DiagnosticCode] = [.rawHTML, .unknownDirective, .unclosedContainer, .markdownNesting]
}

/// From a line of the text that was parsed to byte offsets in the file.
struct LineTable: Sendable {
    private var starts: [Int] = []
    private let end: Int
    private let fixed: Range<Int>?

    init(_ bytes: [UInt8], _ body: Range<Int>) {
        starts = [body.lowerBound]
        for index in body where bytes[index] == 0x0A { starts.append(index + 1) }
        end = body.upperBound
        fixed = nil
    }

    /// Every line is the same place: for field values.
    init(fixed place: Range<Int>) {
        fixed = place
        end = place.upperBound
    }

    /// - Parameter line: 0-based.
    func range(_ line: Int) -> Range<Int> {
        if let fixed { return fixed }
        guard line >= 0, line < starts.count else { return end..<end }
        let next = line + 1 < starts.count ? starts[line + 1] - 1 : end
        return starts[line]..<max(next, starts[line])
    }

    /// The 0-based line on which an offset stands.
    func line(at offset: Int) -> Int {
        if fixed != nil { return 0 }
        var low = 0
        var high = starts.count
        while low + 1 < high {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle } else { high = middle }
        }
        return low
    }
}
