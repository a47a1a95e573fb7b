import Bytes
import Directives
package import SiteModel

/// What a page says, without how it says it: no template, no phrase of the interface, no date. Its hash tells whether there is
/// anything new for who has read the page before.
package struct VisibleContent {
    private let view: SiteView

    /// - Parameter now: decides what is published, as in a build.
    package init(_ site: Site, now: Moment) {
        view = SiteView(site.withoutFetchTimes, now: now)
    }

    /// The listed pages, sorted by URL.
    package func manifest() -> ContentManifest {
        ContentManifest(
            view.listedPages().map { page in
                ContentManifest.Entry(
                    url: view.canonical(page), hash: hash(of: page), shared: sharedHash(of: page),
                    updated: view.modified(of: page)?.iso8601, source: view.header(page).sourcePath)
            })
    }

    private func hash(of page: PageIndex) -> String {
        let header = view.header(page)
        let facets = view.facets(page)
        var buffer = ByteBuffer(capacity: 16_384)
        let writer = RichTextWriter(view, for: header)
        func add(_ text: String?) {
            if let text { buffer.append(text: text) }
            // Parts don't run into each other.
            buffer.append(byte: 0)
        }
        func add(_ text: RichText?) {
            if let text { writer.write(text, as: .markdown, into: &buffer) }
            buffer.append(byte: 0)
        }
        add(header.title)
        add(header.description)
        add(facets.question)
        for text in [facets.shortAnswer, facets.definition, facets.englishSummary] { add(text) }
        for text in facets.evidence + facets.nextSteps { add(text) }
        for step in facets.steps {
            add(step.text)
            add(step.why)
        }
        for question in facets.questions {
            add(question.question)
            add(question.answer)
        }
        for sample in facets.code { add(sample.text) }
        for source in header.sources { add(source.title + " " + source.url) }
        for change in header.changes { add(change.date.day + " " + change.note) }
        add(view.body(of: page)?.text)
        for offer in offers(facets) { add(Self.text(of: offer)) }
        if let model = facets.model, let offer = view.catalog?.offer(model.text) {
            add(Self.facts(of: offer, in: header.language))
        }
        for note in header.notes { add(note.text) }
        // Their order may follow their dates.
        for member in members(page, header).sorted() { add(view.title(of: member) + " " + view.canonical(member)) }
        return Fingerprint(of: buffer.bytes).hexadecimal
    }
}

extension VisibleContent {
    /// The texts that stand on the page and are said once for many.
    private func sharedHash(of page: PageIndex) -> String? {
        let header = view.header(page)
        let notes = header.notes.compactMap { view.sharedText($0.text, in: header.language) }
        guard !notes.isEmpty else { return nil }
        var buffer = ByteBuffer(capacity: 1024)
        let writer = RichTextWriter(view, for: header)
        for note in notes {
            buffer.append(text: note.title)
            buffer.append(byte: 0)
            writer.write(note.body, as: .markdown, into: &buffer)
            buffer.append(byte: 0)
        }
        return Fingerprint(of: buffer.bytes).hexadecimal
    }

    /// What a model's own page shows beside its prices.
    private static func facts(of offer: ModelOffer, in language: Language) -> String {
        let numbers = [offer.context, offer.maxOutput].map { $0.map(String.init) ?? "" }
        let capabilities = offer.capabilities.map { "\($0.name)=\($0.isSupported)" }
        let words = [
            offer.vendor, offer.kind, offer.status.rawValue, offer.aliasOf, offer.successor, offer.released,
            offer.retires, offer.note?.text(in: language.code),
        ].map { $0 ?? "" }
        let lists = [offer.inputModalities, offer.outputModalities, capabilities, offer.endpoints]
        return (numbers + words + lists.map { $0.joined(separator: " ") }).joined(separator: "\n")
    }

    /// The models whose facts the page shows.
    private func offers(_ facets: PageFacets) -> [ModelOffer] {
        guard let catalog = view.catalog else { return [] }
        if facets.structuredData == .modelList { return catalog.models }
        return ([facets.model].compactMap { $0 } + facets.models).compactMap { catalog.offer($0.text) }
    }

    private static func text(of offer: ModelOffer) -> String {
        let prices = offer.prices.map { price in
            [price.meter, price.group ?? "", price.amount?.text ?? price.state.rawValue, price.currency].joined(
                separator: " ")
        }
        return ([offer.id, offer.name ?? ""] + prices).joined(separator: "\n")
    }

    /// What a hub or home page lists.
    private func members(_ page: PageIndex, _ header: PageHeader) -> [PageIndex] {
        if view.isHub(page) { return view.groups(of: page).flatMap(\.pages) }
        return view.isHome(page) ? view.overview(in: header.language).flatMap(\.pages) : []
    }
}

extension Site {
    /// The same site, whose catalog doesn't say when it was fetched.
    fileprivate var withoutFetchTimes: Site {
        guard let catalog else { return self }
        let never = Moment(seconds: 0, zoneMinutes: 0)
        let sources = catalog.sources.map { Catalog.Source(id: $0.id, adapter: $0.adapter, fetchedAt: never) }
        return with(Catalog(sources: sources, models: catalog.models, isConfirmed: catalog.isConfirmed))
    }
}
