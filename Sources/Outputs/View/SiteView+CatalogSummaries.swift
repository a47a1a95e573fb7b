import Directives
import SiteModel

/// What stands for a generated page of the catalog where no editor wrote a description. It names no price: in HTML each price
/// carries its data, which a description cannot.
extension SiteView {
    /// The properties of a model, or the models of the price page; nil for other pages.
    func catalogSummary(of page: PageIndex) -> String? {
        guard let known = card(page).catalogSummary else { return nil }
        // No price stands in it, so the whole text is the reply: a new price changes nothing for who lists the page.
        reads?.ask(.catalogSummary, name(of: page))
        return known.value { workOutCatalogSummary(of: page) }
    }

    /// Asks nothing that is not part of the reply, for who comes later asks nothing at all.
    private func workOutCatalogSummary(of page: PageIndex) -> String? {
        guard let catalog = wholeSite.catalog else { return nil }
        let header = header(page)
        let facts = PageFacts(RichTextWriter(self, for: header))
        if header.kind == "model" { return unnotedOffer(presentedOn: page).map { properties(of: $0, facts) } }
        let vendor = header.kind == "vendor" ? catalog.vendor(presentedBy: header) : nil
        let names = catalog.offers(passing: ModelFilter(vendor: vendor, limit: 12)).map(\.name)
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
