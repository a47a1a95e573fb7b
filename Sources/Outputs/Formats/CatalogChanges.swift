import Bytes
import Directives
import SiteModel

/// `catalog/changes.xml`: an Atom feed of what changed in the catalog, newest first. Source: RFC 4287.
package enum CatalogChanges: SiteFormat {
    package static let name = "catalog-changes"

    private static let path = "/catalog/changes.xml"

    /// The most entries; older ones stay in the histories.
    private static let limit = 200

    package static func tasks(_ view: SiteView, _ products: PageProducts) -> [OutputTask] {
        view.catalogState == nil ? [] : [OutputTask(path: String(path.dropFirst()))]
    }

    package static func render(_ task: OutputTask, _ view: SiteView, _ products: PageProducts) -> [FilePiece] {
        guard let catalog = view.catalog else { return [] }
        let events = catalog.events.reversed().filter { !$0.isFirst }.prefix(limit)
        let language = view.settings.defaultLanguage
        var buffer = ByteBuffer(capacity: 4096)
        buffer.append(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"")
        buffer.append(xmlEscaped: language.tag)
        buffer.append("\">\n")
        element("id", view.url(path), &buffer)
        let subject = view.phrase(.catalogChanges, in: language)
        element("title", subject + (language.isChinese ? "｜" : " | ") + view.siteName(in: language), &buffer)
        if let updated = events.first?.at ?? catalog.asOf { element("updated", updated.dateTime, &buffer) }
        link("self", view.url(path), &buffer)
        link("alternate", view.url(hub(view)), &buffer)
        buffer.append("<author>")
        let organization = view.settings.organization.name
        element("name", organization.isEmpty ? view.siteName(in: language) : organization, &buffer)
        buffer.append("</author>\n")
        let facts = PageFacts(view, in: language)
        for event in events { entry(event, catalog, view, facts, &buffer) }
        buffer.append("</feed>\n")
        return [.bytes(buffer.bytes)]
    }
}

extension CatalogChanges {
    private static func entry(
        _ event: CatalogEvent, _ catalog: Catalog, _ view: SiteView, _ facts: PageFacts, _ buffer: inout ByteBuffer
    ) {
        buffer.append("<entry>\n")
        element("id", view.url(path) + "#" + event.id, &buffer)
        element("title", title(event, facts), &buffer)
        element("updated", event.at.dateTime, &buffer)
        let page = catalog.offer(event.model, source: event.source).flatMap { ModelAddress.url(of: $0, view) }
        link("alternate", page ?? view.url(hub(view)), &buffer)
        buffer.append("</entry>\n")
    }

    /// "gpt-5: Input (group vip) 1.25 → 1.5 USD per 1 million tokens", "gpt-5: added".
    private static func title(_ event: CatalogEvent, _ facts: PageFacts) -> String {
        var title = event.model + facts.phrase(.colon)
        if let word = word(for: event.event) { return title + facts.phrase(word) }
        if let meter = event.meter { title += facts.label(ofMeter: meter) }
        if let condition = facts.condition(group: event.group, tier: event.tier) {
            title += Brackets.around(condition, facts.language)
        }
        title += " \(text(event.old)) → \(text(event.new))"
        if let currency = event.currency { title += " " + currency }
        if let meter = event.meter { title += " " + facts.unit(ofMeter: meter) }
        return title
    }

    /// Nil for changes of a price.
    private static func word(for event: CatalogEvent.Kind) -> Phrase? {
        switch event {
        case .added: .modelAdded
        case .removed: .modelRemoved
        case .returned: .modelReturned
        case .detailsChanged: .detailsChanged
        case .priceUp, .priceDown, .becameFree, .becamePaid, .meterAdded, .meterRemoved, .stateChanged,
            .currencyChanged:
            nil
        }
    }

    /// The exact amount; a dash for a state without one.
    private static func text(_ amount: CatalogEvent.Amount?) -> String {
        if case .number(let number)? = amount { number.text } else { "—" }
    }

    private static func hub(_ view: SiteView) -> String {
        let language = view.settings.defaultLanguage
        return
            (view.page(PageID("models"), in: language).map { view.header($0).address }
            ?? view.homeAddress(in: language)).path
    }

    private static func element(_ name: StaticString, _ text: String, _ buffer: inout ByteBuffer) {
        buffer.append("<")
        buffer.append(name)
        buffer.append(">")
        buffer.append(xmlEscaped: text)
        buffer.append("</")
        buffer.append(name)
        buffer.append(">\n")
    }

    private static func link(_ relation: StaticString, _ url: String, _ buffer: inout ByteBuffer) {
        buffer.append("<link rel=\"")
        buffer.append(relation)
        buffer.append("\" href=\"")
        buffer.append(xmlEscaped: url)
        buffer.append("\"/>\n")
    }
}

extension PageFacts {
    /// As seen from no page in particular: for machine files in one language.
    fileprivate init(_ view: SiteView, in language: Language) {
        let header = PageHeader(
            id: .home, kind: "home", folder: "", language: language, address: view.homeAddress(in: language), title: "")
        self.init(RichTextWriter(view, for: header))
    }
}
