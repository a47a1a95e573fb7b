package import Bytes
import Directives
package import SiteModel

/// What page templates and twins show of the catalog: the prices of a model, and tables of models. Plain values.
package struct CatalogRows {
    /// One price of a model page.
    package struct PriceRow: Sendable {
        /// "Input".
        package let meter: String
        /// "group vip, more than 200,000 tokens of context"; nil for a price that always holds.
        package let condition: String?
        /// "per 1 million tokens"; empty where no amount is shown.
        package let unit: String
        /// The `<data class="price">` element.
        package let html: [UInt8]
        package let markdown: String
    }

    /// One model of a table.
    package struct ModelRow: Sendable {
        package let id: String
        package let name: String
        /// Site-absolute path of the model's page; of the hub when it has none in this language.
        package let url: String
        /// The HTML of each column's cell.
        package let cells: [[UInt8]]
        package let isWithdrawn: Bool
    }

    package struct Table: Sendable {
        package let caption: String
        /// What stands above each column, the first one with the names left out.
        package let columns: [String]
        /// Of each column, whether it holds numbers.
        package let areNumbers: [Bool]
        package let rows: [ModelRow]
    }

    let view: SiteView
    let facts: PageFacts

    package init(_ view: SiteView, for header: PageHeader) {
        self.view = view
        facts = PageFacts(RichTextWriter(view, for: header))
    }
}

extension CatalogRows {
    /// Every price of a model, by group, meter and tier.
    package func prices(of offer: ModelOffer) -> [PriceRow] {
        offer.pricesInReadingOrder.map { price in
            let element = PriceElement(price, of: offer, facts)
            var html = ByteBuffer(capacity: 256)
            element.write(as: .html, into: &html)
            var markdown = ByteBuffer(capacity: 64)
            element.write(as: .markdown, into: &markdown)
            return PriceRow(
                meter: facts.label(ofMeter: price.meter), condition: facts.condition(of: price),
                unit: element.unit ?? "",
                html: html.bytes, markdown: markdown.text)
        }
    }

    /// What a model's prices were.
    package func history(of offer: ModelOffer) -> PriceHistory {
        PriceHistory(view.catalog(around: offer)?.events(of: offer) ?? [], facts)
    }

    /// The base prices over time as an SVG element; nil when nothing ever changed.
    package func chart(of offer: ModelOffer) -> [UInt8]? {
        PriceChart(view.catalog(around: offer)?.events(of: offer) ?? [], of: offer, facts)?.svg()
    }

    /// The table that a page shows beside its text: of a comparison its models, of the price page and the models hub all
    /// that are listed; nil for other pages and without a catalog.
    package func table(of page: PageIndex) -> Table? {
        modelTable(of: page).map { table in
            Table(
                caption: table.caption, columns: table.columns.map { table.heading($0) },
                areNumbers: table.columns.map(\.isNumber),
                rows: table.offers.map { row($0, table) })
        }
    }

    /// Writes into a twin what the HTML page shows of the catalog: a model's facts and prices, or the table of models; and
    /// on every page with prices that they are not confirmed, when they aren't.
    /// - Parameter others: the pages that the page lists; asked only when prices are not confirmed.
    package func writeTwin(
        of page: PageIndex, body: RichText?, listing others: @autoclosure () -> [PageIndex] = [],
        into buffer: inout ByteBuffer
    ) {
        let header = view.header(page)
        if let warning = warning(on: page, body: body, listing: others()) {
            buffer.append("> ")
            buffer.append(text: warning + "\n\n")
        }
        if header.kind == "model", let offer = view.offer(presentedOn: page) {
            writeTwin(of: offer, into: &buffer)
            UptimeRows(view, for: header).writeTwin(of: page, into: &buffer)
        } else if let table = modelTable(of: page) {
            table.write(as: .markdown, into: &buffer)
            buffer.append("\n\n")
        }
    }

    /// Whether a page shows prices, so that it must say when they are not confirmed.
    /// `texts` are its body and its rich facets.
    package func showsPrices(_ page: PageIndex, texts: [RichText]) -> Bool {
        guard view.hasCatalog else { return false }
        return view.header(page).kind == "model" || modelTable(of: page) != nil || PriceUse.isShown(in: texts, facts)
    }

    /// "price not confirmed since 2026-11-24", where a page shows prices; nil while prices are confirmed.
    func warning(
        on page: PageIndex, body: RichText?, listing others: @autoclosure () -> [PageIndex] = []
    ) -> String? {
        guard let since = view.catalogStanding?.unconfirmedSince else { return nil }
        let texts = view.facets(page).richTexts + [body].compactMap(\.self)
        guard showsPrices(page, texts: texts) || others().contains(where: { view.card($0).hasPricesInSummary })
        else { return nil }
        let sentence = facts.phrase(named: "price_unconfirmed_since")?.replacing("{day}", with: since.day)
        return sentence ?? facts.phrase(.unconfirmed) + facts.phrase(.colon) + since.day
    }
}

extension SiteView {
    /// Whether a page presents a model of the catalog, or shows a table of models.
    func showsCatalog(_ page: PageIndex) -> Bool {
        guard hasCatalog else { return false }
        switch card(page).kind {
        case "model": return offer(presentedOn: page) != nil
        case "comparison", "prices", "vendor", "hub": return CatalogRows(self, for: header(page)).hasTable(page)
        default: return false
        }
    }
}

extension CatalogRows {
    fileprivate func hasTable(_ page: PageIndex) -> Bool { modelTable(of: page) != nil }

    private func row(_ offer: ModelOffer, _ table: ModelTable) -> ModelRow {
        let cells = table.columns.map { column in
            var buffer = ByteBuffer(capacity: 256)
            table.writeCell(column, of: offer, as: .html, into: &buffer)
            return buffer.bytes
        }
        return ModelRow(
            id: offer.id, name: offer.name, url: facts.address(of: offer)?.path ?? hub, cells: cells,
            isWithdrawn: offer.isWithdrawn)
    }

    private var hub: String {
        (view.page(PageID("models"), in: facts.language).map { view.header($0).address }
            ?? view.homeAddress(in: facts.language)).path
    }

    private func modelTable(of page: PageIndex) -> ModelTable? {
        guard view.hasCatalog else { return nil }
        let header = view.header(page)
        let isList = header.kind == "prices" || header.id.text == "models"
        let isTable = isList || header.kind == "comparison" || header.kind == "vendor"
        guard isTable else { return nil }
        if header.kind == "comparison" {
            let face = view.face(page)
            let offers = face.models.compactMap { view.offer($0.text) }
            let columns = face.comparedFields.compactMap { ModelColumn(named: $0.text) }
            return offers.isEmpty
                ? nil
                : ModelTable(offers, columns: columns.isEmpty ? ModelColumn.standard : columns, showsIDs: true, facts)
        }
        // A list of all models rests on all of the catalog; asking for each of them would say no more.
        let offers =
            header.kind == "vendor"
            ? view.offers(ofVendorOn: page) : view.catalog?.offers(passing: ModelFilter()) ?? []
        return offers.isEmpty ? nil : ModelTable(offers, columns: Self.columns(for: offers), showsIDs: true, facts)
    }

    /// Input and output, what else the models charge for, and the context.
    private static func columns(for offers: [ModelOffer]) -> [ModelColumn] {
        var meters: Set<String> = []
        for offer in offers { meters.formUnion(offer.prices.lazy.filter { $0.tier == nil }.map(\.meter)) }
        let others = meters.subtracting(["input", "output"]).sorted { one, other in
            let ranks = (Meter.rank(of: one), Meter.rank(of: other))
            return ranks.0 != ranks.1 ? ranks.0 < ranks.1 : one < other
        }
        return ([.price(meter: "input"), .price(meter: "output")] + others.map { .price(meter: $0) }.prefix(4)) + [
            .context
        ]
    }

    private func writeTwin(of offer: ModelOffer, into buffer: inout ByteBuffer) {
        if let note = offer.note?.text(in: facts.language.code) {
            buffer.append(markdownText: OneLine.text(note))
            buffer.append("\n\n")
        }
        buffer.append("- ")
        buffer.append(text: facts.phrase(.model) + facts.phrase(.colon))
        buffer.append(markdownEscaped: offer.id)
        buffer.append("\n")
        if offer.isWithdrawn {
            let lastSeen = offer.lastSeen.map { facts.phrase(.colon) + $0.day } ?? ""
            buffer.append(text: "- " + facts.phrase(.withdrawn) + lastSeen + "\n")
        }
        if let original = offer.aliasOf {
            buffer.append(text: "- " + facts.phrase(.aliasOf) + facts.phrase(.colon))
            buffer.append(markdownEscaped: original)
            buffer.append("\n")
        }
        writeRelations(of: offer, into: &buffer)
        for column in [
            ModelColumn.vendor, .kind, .context, .maxOutput, .modalities, .capabilities, .released, .retires,
        ] {
            guard let value = facts.value(of: column, offer) else { continue }
            buffer.append(text: "- " + facts.heading(of: column) + facts.phrase(.colon))
            buffer.append(markdownEscaped: value)
            buffer.append("\n")
        }
        writeSeen(offer, into: &buffer)
        let rows = prices(of: offer)
        buffer.append(rows.isEmpty ? "\n" : "\n## ")
        guard !rows.isEmpty else { return writeExampleCall(of: offer, into: &buffer) }
        buffer.append(text: facts.phrase(.prices) + "\n\n")
        for row in rows {
            buffer.append("- ")
            buffer.append(markdownEscaped: row.meter)
            let condition = row.condition.map { Brackets.around($0, facts.language) } ?? ""
            buffer.append(markdownEscaped: condition + facts.phrase(.colon))
            buffer.append(text: row.markdown)
            buffer.append(markdownEscaped: row.unit.isEmpty ? "" : " " + row.unit)
            buffer.append("\n")
        }
        buffer.append("\n")
        writeHistory(of: offer, into: &buffer)
        writeExampleCall(of: offer, into: &buffer)
    }

    /// Since when the catalog knows the model, and when it said something else of it last.
    private func writeSeen(_ offer: ModelOffer, into buffer: inout ByteBuffer) {
        for (phrase, moment) in [("first_seen", offer.firstSeen), ("last_changed", offer.lastChanged)] {
            guard let moment else { continue }
            let label = view.phrase(phrase, in: facts.language)
            buffer.append(text: "- " + label + facts.phrase(.colon) + moment.day + "\n")
        }
    }

    private func writeHistory(of offer: ModelOffer, into buffer: inout ByteBuffer) {
        let rows = history(of: offer).rows
        guard !rows.isEmpty else { return }
        buffer.append(text: "## " + facts.phrase(.priceHistory) + "\n\n")
        for row in rows {
            let condition = row.condition.map { Brackets.around($0, facts.language) } ?? ""
            buffer.append(text: "- " + row.at.day + facts.phrase(.colon))
            buffer.append(markdownEscaped: row.meter + condition + " " + row.old + " → " + row.new)
            buffer.append("\n")
        }
        buffer.append("\n")
    }
}

extension PageFacets {
    /// Every text that may hold a directive.
    var richTexts: [RichText] {
        [shortAnswer, definition, englishSummary].compactMap(\.self) + evidence + nextSteps
            + steps.flatMap { [$0.text, $0.why].compactMap(\.self) } + questions.flatMap { [$0.question, $0.answer] }
    }
}
