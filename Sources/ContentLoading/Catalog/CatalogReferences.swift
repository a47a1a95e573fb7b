import Diagnostics
import SiteModel

/// Checks what front matter says of the catalog: `model:`, `models:`, and the columns of a comparison.
struct CatalogReferences {
    private let catalog: Catalog?

    init(_ catalog: Catalog?) { self.catalog = catalog }

    func check(_ page: any Page) -> [Diagnostic] {
        let header = page.header
        // Generated pages have no file, and name models that exist.
        guard header.sourcePath != nil else { return [] }
        let named = [page.face.model].compactMap(\.self) + page.face.models
        return named.compactMap { check(model: $0, header) }
            + page.face.comparedFields.compactMap { check(column: $0, header) }
    }

    private func check(model: LocatedText, _ header: PageHeader) -> Diagnostic? {
        let place = header.location(model.range)
        guard let offer = catalog?.offer(model.text) else {
            let words = ModelReference.unknown(model.text, source: nil, among: catalog?.models ?? [])
            return Diagnostic(.unknownModel, at: place, words.message, hint: words.hint)
        }
        guard offer.isWithdrawn else { return nil }
        return Diagnostic(
            .withdrawnModel, at: place, ModelReference.withdrawn(offer), hint: ModelReference.successor(of: offer))
    }

    private func check(column: LocatedText, _ header: PageHeader) -> Diagnostic? {
        guard ModelColumn(named: column.text) == nil else { return nil }
        let words = ModelColumn.unknown(column.text)
        return Diagnostic(.unknownColumn, at: header.location(column.range), words.message, hint: words.hint)
    }
}
