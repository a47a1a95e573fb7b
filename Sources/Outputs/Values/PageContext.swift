import Bytes
import Jinja
import SiteModel

/// One page as its template's values are worked out. A class, because each of its values may refer to it.
final class PageContext: Sendable {
    let view: SiteView
    let page: PageIndex
    let header: PageHeader
    let facets: PageFacets
    let texts: PageTexts
    let writer: RichTextWriter
    let globals: SiteGlobals

    init(_ view: SiteView, _ texts: PageTexts, globals: SiteGlobals) {
        let page = texts.page
        self.view = view
        self.page = page
        header = view.header(page)
        facets = texts.facets
        self.texts = texts
        writer = RichTextWriter(view, for: header)
        self.globals = globals
    }

    var body: ParsedBody? { texts.body }

    var language: Language { header.language }

    func html(_ text: RichText) -> Value {
        var buffer = ByteBuffer(capacity: text.likelyLength)
        writer.write(text, as: .html, into: &buffer)
        return .html(SafeHTML(trusted: buffer.bytes))
    }

    func html(_ text: RichText?) -> Value { text.map { html($0) } ?? .none }

    /// A text with its terms linked, as a section of its own.
    func linked(_ text: RichText) -> Value {
        guard var scan = view.termScan(on: page, language) else { return html(text) }
        return linked(text, with: &scan)
    }

    /// Texts that stand in one section, with their terms linked.
    func linked(_ texts: [RichText]) -> [Value] {
        guard !texts.isEmpty, var scan = view.termScan(on: page, language) else { return texts.map { html($0) } }
        return texts.map { linked($0, with: &scan) }
    }

    private func linked(_ text: RichText, with scan: inout TermScan) -> Value {
        var buffer = ByteBuffer(capacity: text.likelyLength)
        writer.write(text, as: .html, into: &buffer)
        return .html(SafeHTML(trusted: view.linkTerms(in: buffer.bytes, with: &scan)))
    }

    func card(_ page: PageIndex) -> Value {
        view.noteCard(of: page)
        return globals.card(page) ?? CardValues.definition.value((view, page))
    }

    func cards(_ pages: [PageIndex]) -> Value { .list(pages.map { card($0) }) }

    func day(_ moment: Moment?) -> Value { moment.map { DayValues.definition.value($0) } ?? .none }
}

extension RichText {
    /// Bytes of HTML that it takes when nothing unusual stands in it.
    fileprivate var likelyLength: Int {
        switch storage {
        case .plain(let text): text.utf8.count + text.utf8.count / 4
        case .rendered(let rendered): rendered.html.bytes.count + rendered.insertions.count * 96
        }
    }
}
