import SiteModel

/// What a page is about, by kind.
enum MainEntityData {
    static func write(_ context: GraphContext, _ graph: inout GraphWriter) {
        switch context.facets.structuredData {
        case .answer, .article, .techArticle, .comparison: ArticleData.write(context, &graph)
        case .definedTerm: DefinedTermData.write(context, &graph)
        case .model: ServiceData.write(context, &graph)
        case .collection, .modelList: ItemListData.write(context, &graph)
        default: break
        }
    }
}

/// An article; of an answer page with its question and accepted answer.
enum ArticleData {
    static func write(_ context: GraphContext, _ graph: inout GraphWriter) {
        let header = context.header
        graph.beginObject()
        if context.facets.structuredData == .techArticle {
            graph.key("@type")
            graph.beginArray()
            graph.value("TechArticle")
            graph.value("Article")
            graph.endArray()
        } else {
            graph.member("@type", "Article")
        }
        graph.member("@id", context.id("article"))
        graph.member("headline", header.title)
        graph.member("abstract", context.facets.shortAnswer.map { context.text($0) })
        graph.member("inLanguage", header.language.tag)
        graph.member("datePublished", header.published?.iso8601)
        graph.member("dateModified", context.view.modified(of: context.page)?.iso8601)
        PersonData.writeAuthor(context, &graph)
        graph.reference("publisher", context.organizationID)
        graph.reference("mainEntityOfPage", context.id("webpage"))
        graph.reference("isPartOf", context.websiteID)
        if let image = context.view.settings.socialImage { graph.member("image", context.view.url(image)) }
        citations(context, &graph)
        if let question = context.facets.question, let answer = context.facets.shortAnswer {
            graph.key("mainEntity")
            QuestionData.write(
                question, context.text(answer), ids: (context.id("question"), context.id("answer")), context, &graph)
        }
        graph.endObject()
    }

    private static func citations(_ context: GraphContext, _ graph: inout GraphWriter) {
        guard !context.header.sources.isEmpty else { return }
        graph.key("citation")
        graph.beginArray()
        for source in context.header.sources {
            graph.beginObject()
            graph.member("@type", "CreativeWork")
            graph.member("name", source.title)
            graph.member("url", source.url)
            graph.endObject()
        }
        graph.endArray()
    }
}

/// Questions with their answers.
enum QuestionData {
    /// The questions of an FAQ page as its main entity.
    static func write(_ context: GraphContext, _ graph: inout GraphWriter) {
        guard !context.facets.questions.isEmpty else { return }
        graph.key("mainEntity")
        graph.beginArray()
        for pair in context.facets.questions {
            write(context.text(pair.question), context.text(pair.answer), ids: nil, context, &graph)
        }
        graph.endArray()
    }

    static func write(
        _ question: String, _ answer: String, ids: (question: String, answer: String)?, _ context: GraphContext,
        _ graph: inout GraphWriter
    ) {
        graph.beginObject()
        graph.member("@type", "Question")
        graph.member("@id", ids?.question)
        graph.member("name", question)
        graph.key("acceptedAnswer")
        graph.beginObject()
        graph.member("@type", "Answer")
        graph.member("@id", ids?.answer)
        graph.member("text", answer)
        if ids != nil { graph.member("url", context.url + "#answer") }
        graph.endObject()
        graph.endObject()
    }
}

/// A glossary term.
enum DefinedTermData {
    static func write(_ context: GraphContext, _ graph: inout GraphWriter) {
        graph.beginObject()
        graph.member("@type", "DefinedTerm")
        graph.member("@id", context.id("term"))
        graph.member("name", context.facets.term)
        graph.member("description", context.facets.definition.map { context.text($0) })
        graph.member("inLanguage", context.header.language.tag)
        graph.member("url", context.url)
        if !context.facets.termAliases.isEmpty {
            graph.key("alternateName")
            graph.beginArray()
            for alias in context.facets.termAliases { graph.value(alias.text) }
            graph.endArray()
        }
        if let hub = context.view.page(PageID("glossary"), in: context.header.language) {
            graph.member("inDefinedTermSet", context.view.canonical(hub))
        }
        graph.endObject()
    }
}

/// A model that the gateway offers, with one offer for each price that is known, unconditional and confirmed.
enum ServiceData {
    static func write(_ context: GraphContext, _ graph: inout GraphWriter) {
        guard let offer = context.view.catalog?.offer(presentedBy: context.header, context.facets) else { return }
        graph.beginObject()
        graph.member("@type", "Service")
        graph.member("@id", context.id("service"))
        graph.member("name", offer.name)
        graph.member("serviceType", "LLM inference")
        graph.reference("provider", context.organizationID)
        graph.member("url", context.url)
        let isConfirmed = context.view.catalog?.isConfirmed ?? false
        let prices = offer.prices.filter { ($0.state == .fixed || $0.state == .free) && $0.tier == nil }
        if isConfirmed, offer.status == .active, !prices.isEmpty {
            graph.key("offers")
            graph.beginArray()
            for price in prices { write(price, offer, context, &graph) }
            graph.endArray()
        }
        graph.endObject()
    }

    private static func write(
        _ price: Price, _ offer: ModelOffer, _ context: GraphContext, _ graph: inout GraphWriter
    ) {
        graph.beginObject()
        graph.member("@type", "Offer")
        graph.member("url", context.url)
        graph.key("priceSpecification")
        graph.beginObject()
        graph.member("@type", "UnitPriceSpecification")
        graph.member("name", price.meter)
        graph.member("price", price.amount?.text)
        graph.member("priceCurrency", price.currency)
        graph.member("validFrom", offer.lastChanged?.iso8601)
        graph.key("referenceQuantity")
        graph.beginObject()
        graph.member("@type", "QuantitativeValue")
        graph.member("value", String(price.per))
        graph.member("unitText", price.unit)
        graph.endObject()
        graph.endObject()
        graph.endObject()
    }
}

/// The pages that a hub lists.
enum ItemListData {
    static func write(_ context: GraphContext, _ graph: inout GraphWriter) {
        let members = context.view.members(of: context.header.folder, in: context.header.language)
            .filter { $0 != context.page }
        graph.beginObject()
        graph.member("@type", "ItemList")
        graph.member("@id", context.id("list"))
        graph.member("numberOfItems", number: members.count)
        graph.key("itemListElement")
        graph.beginArray()
        for (position, page) in members.enumerated() {
            graph.beginObject()
            graph.member("@type", "ListItem")
            graph.member("position", number: position + 1)
            graph.member("name", context.view.header(page).title)
            graph.member("url", context.view.canonical(page))
            graph.endObject()
        }
        graph.endArray()
        graph.endObject()
    }
}
