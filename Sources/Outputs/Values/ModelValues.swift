import Bytes
import Jinja
import SiteModel

/// A model of the catalog as its page shows it.
enum ModelValues {
    typealias Source = (context: PageContext, offer: ModelOffer)

    static let price = RecordDefinition<(context: PageContext, offer: ModelOffer, price: Price)>(
        "price",
        [
            .init("meter", .text, "What is counted, in words.") {
                .text($0.context.view.phrase("meter_" + $0.price.meter, in: $0.context.language))
            },
            .init("condition", .optional(.text), "Under which condition the price holds.") { source in
                .optional(source.price.tier?.contextOver.map { "> \($0)" } ?? source.price.tier?.service)
            },
            .init("unit", .text, "For how much.") { source in
                source.price.per == 1_000_000
                    ? .text(source.context.view.phrase(.perMillion, in: source.context.language)) : .text(source.price.unit)
            },
            .init("price", .html, "The amount: a data element.") {
                .html(PriceElement.html($0.price, of: $0.offer, in: $0.context.language, $0.context.view))
            },
        ])

    static let capability = RecordDefinition<(name: String, isSupported: Bool)>(
        "capability",
        [
            .init("name", .text, "What it can do.") { .text($0.name) },
            .init("is_supported", .boolean, "Whether it can.") { .boolean($0.isSupported) },
        ])

    static let definition = RecordDefinition<Source>("model", facts + dates)

    private static let facts: [RecordDefinition<Source>.Field] = [
        .init("id", .text, "The exact id.") { .text($0.offer.id) },
        .init("name", .text, "Its name.") { .text($0.offer.name) },
        .init("vendor", .optional(.text), "Who makes it.") { .optional($0.offer.vendor) },
        .init("kind", .text, "Such as chat.") { .text($0.offer.kind) },
        .init("context", .optional(.text), "Tokens of context.") { .optional($0.offer.context.map(String.init)) },
        .init("max_output", .optional(.text), "Most tokens of output.") { .optional($0.offer.maxOutput.map(String.init)) },
        .init("input_modalities", .list(of: .text), "What it reads.") { .texts($0.offer.inputModalities) },
        .init("output_modalities", .list(of: .text), "What it gives.") { .texts($0.offer.outputModalities) },
        .init("capabilities", .list(of: .record(capability.type)), "What it can do.") {
            .list($0.offer.capabilities.map { capability.value($0) })
        },
        .init("prices", .list(of: .record(price.type)), "Every price.") { source in
            .list(source.offer.prices.map { price.value((source.context, source.offer, $0)) })
        },
    ]

    private static let dates: [RecordDefinition<Source>.Field] = [
        .init("is_withdrawn", .boolean, "No longer offered.") { .boolean($0.offer.status == .withdrawn) },
        .init("first_seen", .optional(.record(DayValues.definition.type)), "First seen.") { $0.context.day($0.offer.firstSeen) },
        .init("last_changed", .optional(.record(DayValues.definition.type)), "Last changed.") {
            $0.context.day($0.offer.lastChanged)
        },
        .init("last_seen", .optional(.record(DayValues.definition.type)), "Last seen, when withdrawn.") {
            $0.context.day($0.offer.lastSeen)
        },
        .init("note", .optional(.text), "The editor's note.") { .optional($0.offer.note) },
        .init("source", .text, "The catalog source's id.") { .text($0.offer.source) },
    ]
}

/// Models side by side.
enum ModelTableValues {
    struct Source: Sendable {
        let context: PageContext
        let offers: [ModelOffer]
        let columns: [String]
    }

    static let row = RecordDefinition<(table: Source, offer: ModelOffer)>(
        "model row",
        [
            .init("id", .text, "The exact id.") { .text($0.offer.id) },
            .init("name", .text, "Its name.") { .text($0.offer.name) },
            .init("url", .text, "Its page.") { source in
                let view = source.table.context.view
                let page = view.page(PageID("models/" + source.offer.slug), in: source.table.context.language)
                return .text(page.map { view.header($0).address.path } ?? "/models/")
            },
            .init("cells", .list(of: .html), "One for each column.") { source in
                .list(source.table.columns.map { .html(PriceElement.cell($0, of: source.offer, source.table.context)) })
            },
            .init("is_withdrawn", .boolean, "No longer offered.") { .boolean($0.offer.status == .withdrawn) },
        ])

    static let definition = RecordDefinition<Source>(
        "model table",
        [
            .init("caption", .text, "What the table shows.") {
                .text($0.context.view.phrase(.modelTableCaption, in: $0.context.language))
            },
            .init("columns", .list(of: .text), "The heads of the columns.") { source in
                .texts(
                    source.columns.map {
                        source.context.view.phrase($0 == "context" ? "context" : "meter_" + $0, in: source.context.language)
                    })
            },
            .init("rows", .list(of: .record(row.type)), "One for each model.") { source in
                .list(source.offers.map { row.value((source, $0)) })
            },
        ])
}

/// The one place that writes a price in HTML. Source: the catalog contract, section 5.
enum PriceElement {
    static func html(_ price: Price, of offer: ModelOffer, in language: Language, _ view: SiteView) -> SafeHTML {
        var buffer = ByteBuffer(capacity: 256)
        buffer.append("<data class=\"price\"")
        if let amount = price.amount { buffer.append(text: " value=\"\(amount.text)\"") }
        buffer.append(" data-model=\"")
        buffer.append(htmlEscaped: offer.id)
        buffer.append(text: "\" data-meter=\"\(price.meter)\" data-state=\"\(offer.status == .withdrawn ? "withdrawn" : price.state.rawValue)\"")
        if view.catalog?.isConfirmed == false { buffer.append(" data-confirmed=\"false\"") }
        buffer.append(">")
        switch price.state {
        case .fixed: buffer.append(htmlEscaped: (price.currency == "USD" ? "$" : price.currency + " ") + (price.amount?.text ?? ""))
        case .free: buffer.append(htmlEscaped: view.phrase(.free, in: language))
        case .variable: buffer.append(htmlEscaped: view.phrase(.variable, in: language))
        case .unknown: buffer.append(htmlEscaped: view.phrase(.unknown, in: language))
        }
        buffer.append("</data>")
        return SafeHTML(trusted: buffer.bytes)
    }

    /// A cell of a table: the base price of a meter, or a fact.
    static func cell(_ column: String, of offer: ModelOffer, _ context: PageContext) -> SafeHTML {
        if column == "context" { return SafeHTML(escaping: offer.context.map(String.init) ?? "–") }
        guard let price = offer.prices.first(where: { $0.meter == column && $0.tier == nil }) else {
            return SafeHTML(trusted: "–")
        }
        return html(price, of: offer, in: context.language, context.view)
    }
}
