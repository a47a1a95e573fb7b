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
        facets = view.facets(page)
        self.texts = texts
        writer = RichTextWriter(view, for: header)
        self.globals = globals
    }

    var body: ParsedBody? { texts.body }

    var language: Language { header.language }

    func html(_ text: RichText) -> Value {
        var buffer = ByteBuffer(capacity: 1024)
        writer.write(text, as: .html, into: &buffer)
        return .html(SafeHTML(trusted: buffer.bytes))
    }

    func html(_ text: RichText?) -> Value { text.map { html($0) } ?? .none }

    func htmls(_ texts: [RichText]) -> Value { .list(texts.map { html($0) }) }

    func card(_ page: PageIndex) -> Value {
        view.noteCard(of: page)
        return globals.card(page) ?? CardValues.definition.value((view, page))
    }

    func cards(_ pages: [PageIndex]) -> Value { .list(pages.map { card($0) }) }

    func day(_ moment: Moment?) -> Value { moment.map { DayValues.definition.value($0) } ?? .none }
}
