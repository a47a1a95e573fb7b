import Bytes
import Jinja
import SiteModel

/// What templates see as `page`: one list of fields for all kinds, in three parts.
enum PageValues {
    typealias Field = RecordDefinition<PageContext>.Field

    static let definition = RecordDefinition<PageContext>("page", identity + people + content + lists)

    private static let dayType = ValueType.optional(.record(DayValues.definition.type))
    private static let cardsType = ValueType.list(of: .record(CardValues.definition.type))

    private static let identity: [Field] = [
        .init("kind", .text, "The name of the page's kind.") { .text($0.header.kind) },
        .init("id", .text, "The page's id, the same in all languages.") { .text($0.header.id.text) },
        .init("title", .text, "The title.") { .text($0.header.title) },
        .init("heading", .text, "The title as a heading shows it: no line ends inside a word.") {
            TitleHeading.value(of: $0.header.title)
        },
        .init("head_title", .text, "Title and site name, for the title element.") { .text($0.headTitle) },
        .init("description", .text, "The meta description; begins as the short answer does.") {
            .text($0.texts.description)
        },
        .init("lead", .optional(.text), "The editor's description, when the page has one.") {
            .optional($0.header.description)
        },
        .init("url", .text, "The address: a site-absolute path.") { .text($0.header.address.path) },
        .init("canonical", .text, "The absolute URL.") { .text($0.view.canonical($0.page)) },
        .init("twin", .text, "Path of the Markdown twin.") { .text($0.header.address.twinPath) },
        .init("llms", .text, "Path of the nearest llms.txt: that of the page's section, else that of its language.") {
            .text($0.view.llmsPath(for: $0.page))
        },
        .init("language", .record(LanguageValues.definition.type), "The page's language.") {
            LanguageValues.definition.value($0.language)
        },
        .init("noindex", .boolean, "True when machines are asked to leave the page out.") {
            .boolean($0.header.isHiddenFromMachines)
        },
        .init("is_draft", .boolean, "True for drafts, which only --drafts builds.") { .boolean($0.header.isDraft) },
        .init("og_type", .text, "article or website.") {
            .text($0.facets.structuredData.isArticle ? "article" : "website")
        },
        .init("social_image", .optional(.text), "Absolute URL of the image for shared links.") { context in
            .optional(context.view.settings.socialImage.map { context.view.url($0) })
        },
        .init("jsonld", .html, "The structured data: a whole script element.") { context in
            var buffer = ByteBuffer(capacity: 4096)
            StructuredData.script(for: context.texts, context.view, into: &buffer)
            return .html(SafeHTML(trusted: buffer.bytes))
        },
        .init("breadcrumbs", .list(of: .record(LinkValues.definition.type)), "Home first, the page last.") {
            $0.breadcrumbs
        },
        .init("navigation", .list(of: .record(LinkValues.definition.type)), "The main navigation.") { $0.navigation },
        .init(
            "translations", .list(of: .record(TranslationValues.definition.type)),
            "The page in all its languages, itself included; empty when there is only one."
        ) { $0.translations },
        .init("edit_url", .optional(.text), "Where the source can be edited.") { .optional($0.editURL) },
    ]

    private static let people: [Field] = [
        .init(
            "author", .optional(.record(PersonValues.definition.type)),
            "Who wrote it; the organisation when nobody is named."
        ) { $0.author },
        .init("published", dayType, "When it was first published.") { $0.day($0.header.published) },
        .init("updated", dayType, "When its content last changed.") { $0.day($0.view.modified(of: $0.page)) },
        .init("reviewed", dayType, "When it was last reviewed.") { $0.day($0.header.reviewed) },
        .init("reviewed_by", .optional(.record(PersonValues.definition.type)), "Who reviewed it.") {
            $0.person($0.header.reviewedBy)
        },
        .init("review_by", dayType, "When the next review is due.") { $0.day($0.header.reviewBy) },
        .init(
            "review_is_due", .boolean, "True when the date of the next review has passed at --now and is to be shown."
        ) { context in
            .boolean(context.view.settings.review.showsBanner && context.view.isReviewDue(context.page))
        },
        .init(
            "part", .integer, "Which part of a long hub it is, from 2 on at its own address; 1 of all other pages."
        ) { .integer($0.header.part) },
        .init(
            "previous", .optional(.record(CardValues.definition.type)),
            "The page before in its section, of an answer in its topic; of a hub the part before."
        ) {
            $0.neighbour(-1)
        },
        .init(
            "next", .optional(.record(CardValues.definition.type)),
            "The page after in its section, of an answer in its topic; of a hub the part after."
        ) {
            $0.neighbour(1)
        },
        .init("topic", .optional(.record(TopicValues.definition.type)), "The page's topic.") { $0.topic },
        .init("tags", .list(of: .text), "Keywords.") { .texts($0.header.tags) },
        .init("reading_minutes", .integer, "About 350 Han characters or 220 words a minute; at least 1.") {
            .integer($0.readingMinutes)
        },
    ]

    private static let content: [Field] = [
        .init("question", .optional(.text), "The question as users type it.") { .optional($0.facets.question) },
        .init("short_answer", .optional(.html), "The short answer.") { $0.html($0.facets.shortAnswer) },
        .init("term", .optional(.text), "The term.") { .optional($0.facets.term) },
        .init("definition", .optional(.html), "The term's definition.") { $0.html($0.facets.definition) },
        .init("term_aliases", .list(of: .text), "Other names of the term.") {
            .texts($0.facets.termAliases.map(\.text))
        },
        .init("english_summary", .optional(.html), "English summary on a page in another language.") {
            $0.html($0.facets.englishSummary)
        },
        .init("evidence", .list(of: .html), "Grounds and limits.") { .list($0.linked($0.facets.evidence)) },
        .init("next_steps", .list(of: .html), "What to do next.") { .list($0.linked($0.facets.nextSteps)) },
        .init("steps", .list(of: .record(StepValues.definition.type)), "Steps of a guide, items of a checklist.") {
            context in
            .list(context.facets.steps.map { StepValues.definition.value((context, $0)) })
        },
        .init("follow_ups", .list(of: .record(QuestionValues.definition.type)), "Questions and answers.") { context in
            .list(context.facets.questions.map { QuestionValues.definition.value((context, $0)) })
        },
        .init("sources", .list(of: .record(SourceValues.definition.type)), "What the claims rest on.") {
            .list($0.header.sources.map { SourceValues.definition.value($0) })
        },
        .init("changes", .list(of: .record(ChangeValues.definition.type)), "What changed, the newest first.") {
            .list(PageChange.marked($0.header.changes).map { ChangeValues.definition.value($0) })
        },
        .init("code", .list(of: .record(CodeValues.definition.type)), "Code samples of an example.") {
            .list($0.facets.code.map { CodeValues.definition.value($0) })
        },
        .init("tested_with", .optional(.text), "What the code was run with.") { .optional($0.facets.testedWith) },
        .init("body", .optional(.html), "The rendered body.") { context in
            guard let text = context.body?.text, !text.isEmpty else { return .none }
            return context.linked(text)
        },
        .init(
            "outline", .list(of: .record(HeadingValues.definition.type)),
            "Second- and third-level headings of the body."
        ) {
            .list($0.outline.map { HeadingValues.definition.value($0) })
        },
        .init("notes", .list(of: .record(NoteValues.definition.type)), "Shared texts that the page references.") {
            context in
            .list(context.notes.map { NoteValues.definition.value((context, $0)) })
        },
    ]

    private static let lists: [Field] = [
        .init("related", cardsType, "Related pages.") { $0.cards($0.texts.related) },
        .init("mentions", cardsType, "Of a model's page: the pages that name the model.") { context in
            guard context.header.kind == "model" else { return .list([]) }
            return context.cards(context.catalogRows.mentions(of: context.page, without: context.texts.related))
        },
        .init("siblings", cardsType, "Pages of the same topic or section.") { $0.cards($0.texts.siblings) },
        .init("groups", .list(of: .record(GroupValues.definition.type)), "A hub's pages.") { context in
            guard context.header.kind == "hub" else { return .list([]) }
            return .list(context.view.groups(of: context.page).map { GroupValues.definition.value((context, $0)) })
        },
        .init("jumps", .list(of: .record(JumpValues.definition.type)), "Where the groups of a hub's pages stand.") {
            context in
            guard context.header.kind == "hub" else { return .list([]) }
            return .list(context.view.jumps(on: context.page).map { JumpValues.definition.value($0) })
        },
        .init("sections", .list(of: .record(SectionValues.definition.type)), "The sections, of home and search page.") {
            $0.sections
        },
        .init("model", .optional(.record(ModelValues.definition.type)), "The model that the page presents.") {
            context in
            guard context.header.kind == "model" else { return .none }
            let offer = context.view.offer(presentedOn: context.page)
            return offer.map { ModelValues.definition.value((context, $0)) } ?? .none
        },
        .init(
            "prices_from", .optional(.record(PricesFromValues.definition.type)),
            "Where the prices of the page come from; none where it shows no table of prices."
        ) { context in
            guard context.view.showsCatalog(context.page), let state = context.view.catalogState else { return .none }
            return PricesFromValues.definition.value((state, context.view.settings.catalog?.sources ?? []))
        },
        .init("unconfirmed", .optional(.text), "What to say of prices on the page that are not confirmed.") { context in
            .optional(
                context.catalogRows.warning(
                    on: context.page, body: context.body?.text, listing: context.view.listed(on: context.texts)))
        },
        .init("uptime", .optional(.record(UptimeValues.definition.type)), "The record of the status page.") { context in
            guard context.header.kind == "model" || context.header.kind == "status" else { return .none }
            return UptimeRows(context.view, for: context.header).block(of: context.page)
                .map { UptimeValues.definition.value($0) } ?? .none
        },
        .init("model_table", .optional(.record(ModelTableValues.definition.type)), "Models side by side.") { context in
            CatalogRows(context.view, for: context.header).table(of: context.page)
                .map { ModelTableValues.definition.value($0) } ?? .none
        },
    ]
}
