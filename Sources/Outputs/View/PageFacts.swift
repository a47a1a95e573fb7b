import Bytes
import Directives
import SiteModel

/// The facts that directives ask for, as seen from the page that is being rendered.
struct PageFacts: DirectiveFacts {
    private let writer: RichTextWriter

    init(_ writer: RichTextWriter) { self.writer = writer }

    private var view: SiteView { writer.view }

    var language: Language { writer.header.language }

    func phrase(_ phrase: Phrase) -> String { view.phrase(phrase, in: language) }

    func phrase(named key: String) -> String? { view.optionalPhrase(key, in: language) }

    func offer(_ id: String, source: String?) -> ModelOffer? { view.offer(id, source: source) }

    func offers() -> [ModelOffer] { view.catalog?.models ?? [] }

    func offers(passing filter: ModelFilter) -> [ModelOffer] { view.offers(passing: filter) }

    func snapshotDate(source: String?) -> Moment? { view.snapshotDate(source: source) }

    var catalogDay: Moment? { view.catalogState?.asOf }

    var isCatalogConfirmed: Bool { view.catalogStanding?.isConfirmed ?? true }

    func rate(from base: String, to target: String) -> ExchangeRate? {
        view.settings.catalog?.rates.first { $0.base == base && $0.target == target }
    }

    func address(of offer: ModelOffer) -> SiteAddress? {
        view.page(of: offer, in: language).map { view.header($0).address }
    }

    func term(_ name: String) -> (address: SiteAddress, term: String)? {
        guard let page = view.term(name, in: language) else { return nil }
        return (view.header(page).address, view.card(page).term ?? name)
    }

    func termNames() -> [String] { view.termNames(in: language) }

    func sharedText(_ id: String) -> SharedText? { view.sharedText(id, in: language) }

    func sharedTextIDs() -> [String] { view.sharedTextIDs(in: language) }

    func destination(of address: SiteAddress, as projection: Projection) -> String {
        projection == .markdown ? view.url(address.twinPath) : address.path
    }

    func write(_ text: RichText, as projection: Projection, into buffer: inout ByteBuffer) {
        guard writer.depth < 8 else { return }
        RichTextWriter(view, for: writer.header, depth: writer.depth + 1).write(text, as: projection, into: &buffer)
    }
}
