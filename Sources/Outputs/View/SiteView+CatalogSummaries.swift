import Directives
import SiteModel

/// What stands for a generated page of the catalog where no editor wrote a description. It names no price: in HTML each price
/// carries its data, which a description cannot.
extension SiteView {
    /// The properties of a model, or the models of the price page; nil for other pages.
    func catalogSummary(of page: PageIndex) -> String? {
        let card = card(page)
        guard card.isCatalogPage, catalogState != nil else { return nil }
        let header = header(page)
        let facts = PageFacts(RichTextWriter(self, for: header))
        if card.kind == "model" { return offer(presentedOn: page).map { properties(of: $0, facts) } }
        guard let catalog else { return nil }
        let vendor = card.kind == "vendor" ? catalog.vendor(presentedBy: header) : nil
        let names = catalog.models.lazy.filter { $0.status == .active && (vendor == nil || $0.vendor == vendor) }
            .prefix(12).map(\.name)
        guard !names.isEmpty else { return nil }
        return facts.phrase(.modelTableCaption) + facts.phrase(.colon)
            + names.joined(separator: facts.phrase(.listComma))
    }

    private func properties(of offer: ModelOffer, _ facts: PageFacts) -> String {
        let columns: [ModelColumn] = [.vendor, .kind, .context, .maxOutput, .modalities, .capabilities]
        let properties = columns.compactMap { column in
            facts.value(of: column, offer).map { facts.heading(of: column) + facts.phrase(.colon) + $0 }
        }
        let words = (offer.isWithdrawn ? [facts.phrase(.withdrawn)] : []) + properties
        return words.joined(separator: facts.language.isChinese ? "；" : "; ")
    }
}
