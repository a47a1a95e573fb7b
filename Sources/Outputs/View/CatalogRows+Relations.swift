import Bytes
import Directives
import SiteModel

/// What a model's page leads to: its vendor's hub, its other names, what takes its place, and the pages that speak of it.
extension CatalogRows {
    /// The address of the hub of the vendor's models; nil when there is none in this language.
    func vendorPage(of offer: ModelOffer) -> SiteAddress? {
        guard let slug = view.catalog(around: offer)?.slug(ofVendor: offer.vendor) else { return nil }
        return view.page(Catalog.vendorID(of: slug), in: facts.language).map { view.header($0).address }
    }

    func aliases(of offer: ModelOffer) -> [ModelOffer] { view.catalog(around: offer)?.aliases(of: offer) ?? [] }

    /// The model that editors name as the successor, while the catalog knows it.
    func successor(of offer: ModelOffer) -> ModelOffer? { offer.successor.flatMap { facts.offer($0, source: nil) } }

    /// The pages that name the model of a page, without those that it lists anyway.
    func mentions(of page: PageIndex, without others: [PageIndex]) -> [PageIndex] {
        guard view.hasCatalog, let id = view.face(page).model?.text else { return [] }
        let pages = view.pages(naming: id, in: facts.language).lazy.filter { $0 != page && !others.contains($0) }
        return Array(pages.prefix(Self.mentionLimit))
    }

    /// More would be a list of its own.
    private static let mentionLimit = 12

    /// Lines of a twin.
    func writeRelations(of offer: ModelOffer, into buffer: inout ByteBuffer) {
        let aliases = aliases(of: offer)
        if !aliases.isEmpty { writeLinks(.otherNames, aliases, into: &buffer) }
        if let successor = successor(of: offer) { writeLinks(.successor, [successor], into: &buffer) }
        guard !offer.endpoints.isEmpty else { return }
        buffer.append(text: "- " + facts.phrase(.endpoints) + facts.phrase(.colon))
        buffer.append(markdownEscaped: offer.endpoints.joined(separator: facts.phrase(.listComma)))
        buffer.append("\n")
    }

    private func writeLinks(_ phrase: Phrase, _ offers: [ModelOffer], into buffer: inout ByteBuffer) {
        buffer.append(text: "- " + facts.phrase(phrase) + facts.phrase(.colon))
        for (position, offer) in offers.enumerated() {
            if position > 0 { buffer.append(text: facts.phrase(.listComma)) }
            ModelTable([offer], columns: [], facts).writeName(of: offer, as: .markdown, into: &buffer)
        }
        buffer.append("\n")
    }
}
