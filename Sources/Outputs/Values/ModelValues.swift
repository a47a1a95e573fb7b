import Directives
import Jinja
import SiteModel

/// A model of the catalog as its page shows it.
enum ModelValues {
    typealias Source = (context: PageContext, offer: ModelOffer)

    static let price = RecordDefinition<CatalogRows.PriceRow>(
        "price",
        [
            .init("meter", .text, "What is counted, in words.") { .text($0.meter) },
            .init("condition", .optional(.text), "Under which condition the price holds.") { .optional($0.condition) },
            .init("unit", .text, "For how much; empty where no amount is shown.") { .text($0.unit) },
            .init("price", .html, "The amount: a data element.") { .html(SafeHTML(trusted: $0.html)) },
        ])

    static let change = RecordDefinition<(context: PageContext, row: PriceHistory.Row)>(
        "price change",
        [
            .init("day", .optional(.record(DayValues.definition.type)), "When it was found.") {
                $0.context.day($0.row.at)
            },
            .init("meter", .text, "What is counted, in words.") { .text($0.row.meter) },
            .init("condition", .optional(.text), "Under which condition.") { .optional($0.row.condition) },
            .init("old", .text, "The exact amount before; a dash when there was none.") { .text($0.row.old) },
            .init("new", .text, "The exact amount since.") { .text($0.row.new) },
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
        .init("vendor_url", .optional(.text), "The hub of its vendor's models.") {
            .optional($0.context.catalogRows.vendorPage(of: $0.offer).map { $0.path })
        },
        .init("kind", .text, "What it is for, in words.") {
            .text($0.context.catalogRows.facts.text(of: $0.offer.kind, as: .kind))
        },
        .init("alias_of", .optional(.text), "The id of the model that this one is another name of.") {
            .optional($0.offer.aliasOf)
        },
        .init("aliases", .list(of: .record(LinkValues.definition.type)), "Models that are other names of this one.") {
            source in
            .list(source.context.catalogRows.links(to: source.context.catalogRows.aliases(of: source.offer)))
        },
        .init("successor", .optional(.record(LinkValues.definition.type)), "The model that takes its place.") {
            source in
            let successor = source.context.catalogRows.successor(of: source.offer)
            return source.context.catalogRows.links(to: [successor].compactMap(\.self)).first ?? .none
        },
        .init("endpoints", .list(of: .text), "Requests that the gateway answers for it.") {
            .texts($0.offer.endpoints)
        },
        .init("context", .optional(.text), "Tokens of context.") { .optional($0.context.count($0.offer.context)) },
        .init("max_output", .optional(.text), "Most tokens of output.") {
            .optional($0.context.count($0.offer.maxOutput))
        },
        .init("input_modalities", .list(of: .text), "What it reads.") { modalities($0, \.inputModalities) },
        .init("output_modalities", .list(of: .text), "What it gives.") { modalities($0, \.outputModalities) },
        .init("capabilities", .list(of: .record(capability.type)), "What it can do.") {
            source in
            let facts = source.context.catalogRows.facts
            return .list(
                source.offer.capabilities.map { name, isSupported in
                    capability.value((facts.text(of: name, as: .capability), isSupported))
                })
        },
        .init("prices", .list(of: .record(price.type)), "Every price.") { source in
            .list(source.context.catalogRows.prices(of: source.offer).map { price.value($0) })
        },
        .init("history", .list(of: .record(change.type)), "Every change of a price, newest first.") { source in
            .list(source.context.catalogRows.history(of: source.offer).rows.map { change.value((source.context, $0)) })
        },
        .init("chart", .optional(.html), "The prices over time as an SVG; none when nothing changed.") { source in
            source.context.catalogRows.chart(of: source.offer).map { .html(SafeHTML(trusted: $0)) } ?? .none
        },
    ]

    private static let dates: [RecordDefinition<Source>.Field] = [
        .init("example_call", .optional(.text), "A shell command that calls it; none when there is no common form.") {
            .optional($0.context.catalogRows.exampleCall(of: $0.offer))
        },
        .init("released", .optional(.text), "When it was released, as the source says.") {
            .optional($0.offer.released)
        },
        .init("retires", .optional(.text), "When it goes, as the source says.") { .optional($0.offer.retires) },
        .init("is_withdrawn", .boolean, "No longer offered.") { .boolean($0.offer.isWithdrawn) },
        .init("first_seen", .optional(.record(DayValues.definition.type)), "First seen.") {
            $0.context.day($0.offer.firstSeen)
        },
        .init("last_changed", .optional(.record(DayValues.definition.type)), "Last changed.") {
            $0.context.day($0.offer.lastChanged)
        },
        .init("last_seen", .optional(.record(DayValues.definition.type)), "Last seen, when withdrawn.") {
            $0.context.day($0.offer.lastSeen)
        },
        .init("note", .optional(.text), "The editor's note.") { source in
            .optional(source.offer.note?.text(in: source.context.language.code))
        },
        .init("source", .text, "The catalog source's id.") { .text($0.offer.source) },
    ]
}

extension ModelValues {
    private static func modalities(_ source: Source, _ names: KeyPath<ModelOffer, [String]>) -> Value {
        let facts = source.context.catalogRows.facts
        return .texts(source.offer[keyPath: names].map { facts.text(of: $0, as: .modality) })
    }
}

/// Models side by side.
enum ModelTableValues {
    static let row = RecordDefinition<CatalogRows.ModelRow>(
        "model row",
        [
            .init("id", .text, "The exact id.") { .text($0.id) },
            .init("name", .text, "Its name.") { .text($0.name) },
            .init("url", .text, "Its page.") { .text($0.url) },
            .init("cells", .list(of: .html), "One for each column.") { source in
                .list(source.cells.map { .html(SafeHTML(trusted: $0)) })
            },
            .init("is_withdrawn", .boolean, "No longer offered.") { .boolean($0.isWithdrawn) },
        ])

    static let definition = RecordDefinition<CatalogRows.Table>(
        "model table",
        [
            .init("caption", .text, "What the table shows, with the date of the data.") { .text($0.caption) },
            .init("columns", .list(of: .text), "The heads of the columns.") { .texts($0.columns) },
            .init("numbers", .list(of: .boolean), "Of each column, whether it holds amounts or counts.") { source in
                .list(source.areNumbers.map { .boolean($0) })
            },
            .init("rows", .list(of: .record(row.type)), "One for each model.") { source in
                .list(source.rows.map { row.value($0) })
            },
        ])
}

extension CatalogRows {
    /// Models as links to their pages.
    func links(to offers: [ModelOffer]) -> [Value] {
        offers.map { offer in
            LinkValues.definition.value(
                .init(title: offer.name, url: facts.address(of: offer)?.path ?? "", isCurrent: false))
        }
    }
}

extension PageContext {
    /// What this page shows of the catalog.
    var catalogRows: CatalogRows { CatalogRows(view, for: header) }

    /// A count as people read it: `128,000`.
    fileprivate func count(_ number: Int?) -> String? { number.map { PageFacts.grouped($0) } }
}
