import Bytes
import Incremental
import SiteModel

/// Replies to questions about parts of the catalog.
extension SiteReplies {
    func writeCatalogPart(_ question: SiteQuestion, into writer: inout RecordWriter) {
        let (code, rest) = Self.parts(of: question.key)
        switch question.kind {
        case .catalogStanding:
            writer.write(view.catalogStanding) { writer, standing in
                writer.write(standing.isConfirmed)
                writer.write(standing.unconfirmedSince?.day)
            }
        case .snapshotDate:
            writer.write(view.snapshotDate(source: question.key.isEmpty ? nil : question.key)?.dateTime)
        case .offer: writer.write(view.offer(rest, source: code.isEmpty ? nil : code)) { write($1, into: &$0) }
        case .presented:
            writer.write(page(question.key).flatMap { view.offer(presentedOn: $0) }) {
                Self.writeName(of: $1, into: &$0)
            }
        case .filtered:
            let offers = ModelFilter(key: question.key).map { view.offers(passing: $0) } ?? []
            writer.write(offers) { Self.writeName(of: $1, into: &$0) }
        case .vendor:
            let page = page(question.key)
            writer.write(page.flatMap { view.wholeSite.catalog?.vendor(presentedBy: view.header($0)) })
        case .modelIDs: writer.write(view.catalogOfIDs?.models ?? []) { Self.writeName(of: $1, into: &$0) }
        case .catalogSummary: writer.write(page(question.key).flatMap { view.catalogSummary(of: $0) })
        case .surroundings:
            writer.write(view.offer(rest, source: code)) { writeSurroundings(of: $1, into: &$0) }
        default: break
        }
    }

    func writeCatalogState(into writer: inout RecordWriter) {
        writer.write(view.catalogState) { writer, state in
            writer.write(state.asOf?.day)
            writer.write(state.isConfirmed)
            writer.write(state.sources) { $0.write($1) }
        }
    }
}

extension SiteReplies {
    private static func writeName(of offer: ModelOffer, into writer: inout RecordWriter) {
        writer.write(offer.source)
        writer.write(offer.id)
    }

    /// Everything that the snapshot and the overlay say of a model.
    private func write(_ offer: ModelOffer, into writer: inout RecordWriter) {
        var json = IndentedJSON(.compact)
        offer.write(into: &json, url: nil)
        writer.write(Fingerprint(of: json.bytes))
        writer.write(offer.groups) { $0.write($1) }
        writer.write(offer.successor)
        if let note = offer.note { write(note, into: &writer) }
    }

    private func writeSurroundings(of offer: ModelOffer, into writer: inout RecordWriter) {
        guard let catalog = view.catalog(around: offer) else { return }
        writer.write(catalog.events(of: offer)) { $0.write(Fingerprint(of: $1.line)) }
        writer.write(catalog.sources.first { $0.id == offer.source }?.adapter)
        writer.write(catalog.aliases(of: offer)) { writer, alias in
            for text in [alias.id, alias.name, alias.slug] { writer.write(text) }
        }
        writer.write(catalog.slug(ofVendor: offer.vendor))
    }
}
