import Jinja
import SiteModel

/// A day, for machines and for people.
enum DayValues {
    static let definition = RecordDefinition<Moment>(
        "day",
        [
            .init("iso", .text, "For the datetime attribute: ISO 8601, as it was written.") { .text($0.iso8601) },
            .init("text", .text, "For people: YYYY-MM-DD.") { .text($0.day) },
        ])
}

/// A link to another page with what lists show of it.
enum CardValues {
    static let definition = RecordDefinition<(view: SiteView, page: PageIndex)>(
        "card",
        [
            .init("title", .text, "The page's title.") { .text($0.view.header($0.page).title) },
            .init("heading", .text, "The title as a heading shows it: no line ends inside a word.") {
                TitleHeading.value(of: $0.view.header($0.page).title)
            },
            .init("url", .text, "Its address: a site-absolute path.") { .text($0.view.header($0.page).address.path) },
            .init(
                "summary", .text,
                "Its short answer, definition or description as text, in which prices carry their data; may be empty."
            ) { summary(of: $0.page, $0.view) },
            .init(
                "updated", .optional(.record(DayValues.definition.type)),
                "When it last changed; of a model, when it came."
            ) {
                $0.view.card($0.page).listed.map { DayValues.definition.value($0) } ?? .none
            },
            .init("kind", .text, "The name of its kind.") { .text($0.view.header($0.page).kind) },
            .init("term", .optional(.text), "The term, of glossary pages.") { .optional($0.view.card($0.page).term) },
        ])

    /// What lists say about a page.
    static func summary(of page: PageIndex, _ view: SiteView) -> Value {
        view.summaryWithPrices(of: page).map { .html(SafeHTML(trusted: $0)) } ?? .text(view.summary(of: page))
    }
}

/// An assistant in which readers may open a page.
enum AssistantValues {
    static let definition = RecordDefinition<Assistant>(
        "assistant",
        [
            .init("name", .text, "What readers call it.") { .text($0.name) },
            .init("before", .text, "Its address, as far as the question.") { .text($0.parts.before) },
            .init("after", .text, "What follows the question in its address.") { .text($0.parts.after) },
            .init("takes_prompt", .boolean, "True when its address takes a question.") { .boolean($0.takesPrompt) },
        ])
}

/// A person or team.
enum PersonValues {
    struct Source: Sendable {
        let name: String
        let url: String?
        let isOrganization: Bool
    }

    static let definition = RecordDefinition<Source>(
        "person",
        [
            .init("name", .text, "The name alone.") { .text($0.name) },
            .init("url", .optional(.text), "A page about the person.") { .optional($0.url) },
            .init("is_organization", .boolean, "True for a team.") { .boolean($0.isOrganization) },
        ])
}

/// A language of the site.
enum LanguageValues {
    static let definition = RecordDefinition<Language>(
        "language",
        [
            .init("code", .text, "The code in addresses, such as zh.") { .text($0.code) },
            .init("tag", .text, "BCP 47, for lang and hreflang.") { .text($0.tag) },
            .init("name", .text, "The language's name in itself.") { .text($0.name) },
            .init("is_rtl", .boolean, "True when its lines run from right to left, for dir.") {
                .boolean($0.isRightToLeft)
            },
        ])
}

/// A page in one of its languages.
enum TranslationValues {
    struct Source: Sendable {
        let view: SiteView
        let page: PageIndex
        let isCurrent: Bool
    }

    static let definition = RecordDefinition<Source>(
        "translation",
        [
            .init("code", .text, "The language's code.") { .text($0.view.header($0.page).language.code) },
            .init("tag", .text, "The language's tag, for hreflang.") { .text($0.view.header($0.page).language.tag) },
            .init("name", .text, "The language's name in itself.") { .text($0.view.header($0.page).language.name) },
            .init("url", .text, "The address: a site-absolute path.") { .text($0.view.header($0.page).address.path) },
            .init("canonical", .text, "The absolute URL.") { .text($0.view.canonical($0.page)) },
            .init("title", .text, "The title in that language.") { .text($0.view.header($0.page).title) },
            .init("is_current", .boolean, "True for the page itself.") { .boolean($0.isCurrent) },
            .init("is_default", .boolean, "True for the site's default language, for hreflang x-default.") {
                .boolean($0.view.header($0.page).language.code == $0.view.settings.defaultLanguage.code)
            },
        ])
}

/// An entry of the navigation or the breadcrumb.
enum LinkValues {
    struct Source: Sendable {
        let title: String
        let url: String
        let isCurrent: Bool
    }

    static let definition = RecordDefinition<Source>(
        "link",
        [
            .init("title", .text, "What it says.") { .text($0.title) },
            .init("url", .text, "Where it leads.") { .text($0.url) },
            .init("is_current", .boolean, "True when it leads to this page or its section.") { .boolean($0.isCurrent) },
        ])
}
