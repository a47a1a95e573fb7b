package import SiteModel

/// The models that a page puts side by side.
package struct ModelSelection: Sendable {
    package let models: [ModelOffer]
    /// Names of meters or facts, such as `input`, `context`.
    package let columns: [String]
}

/// Which models stand on which page.
extension SiteView {
    /// The table of a comparison, of the list of models or of the price page; nil for other pages.
    package func modelTable(of page: PageIndex) -> ModelSelection? {
        guard let catalog else { return nil }
        switch cards[page.position].structuredData {
        case .modelList:
            return ModelSelection(models: catalog.models, columns: ["vendor", "input", "output", "context"])
        case .comparison:
            let facets = facets(page)
            let columns = facets.comparedFields.map(\.text)
            return ModelSelection(
                models: facets.models.compactMap { catalog.offer($0.text) },
                columns: columns.isEmpty ? ["input", "output", "context"] : columns)
        default: return nil
        }
    }
}
