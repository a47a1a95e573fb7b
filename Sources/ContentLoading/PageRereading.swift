import PageKinds
import SiteModel

/// What a page's file holds, read from it when it is asked for.
struct PageRereading: PageReading {
    let loader: PageLoader
    let store: DetailStore?

    func body(of header: PageHeader, withPlainText: Bool) -> ParsedBody? {
        header.body.map {
            loader.markdown.text(of: $0, in: header.language.code, withPlainText: withPlainText)
        }
    }

    func facets(of header: PageHeader) -> PageFacets? {
        guard let file = header.body?.file, let kind = PageKindRegistry.kind(named: header.kind) else { return nil }
        return loader.facets(of: file, kind, header)
    }

    func details(at place: Range<Int>, of header: PageHeader) -> PageDetails? {
        store?.details(at: place, of: header.body?.file)
    }
}
