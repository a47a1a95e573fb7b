import Jinja
import SiteModel

/// The site-wide values of each language, worked out once and shared by all pages.
package struct SiteGlobals: Sendable {
    /// What the theme's files are called in this build.
    package struct Assets: Sendable {
        let stylesheet: String
        let script: String?
        /// Name with `_` for `.`, `-` and `/`, and the site-absolute path; sorted by name.
        let paths: [(name: String, path: String)]

        package init(stylesheet: String, script: String?, paths: [(name: String, path: String)]) {
            self.stylesheet = stylesheet
            self.script = script
            self.paths = paths
        }
    }

    /// A link of the main navigation.
    struct NavigationLink: Sendable {
        let target: PageIndex?
        /// The id of the target, which is the folder of its section.
        let section: String
        /// The link on the pages that it leads to, and on others.
        let current: Value
        let other: Value
    }

    private let navigations: [String: [NavigationLink]]
    private let sites: [String: Value]
    private let texts: [String: Value]
    /// The phrases, as the schema and the values know them.
    let textType: RecordType
    let assets: Assets
    /// The card of each page, by position: worked out once, since many pages list it. Empty when few will be asked for.
    private let cards: [CardValue]

    /// - Parameter cards: of all pages, or none.
    package init(_ view: SiteView, assets: Assets, cards: [CardValue] = []) {
        let textType = RecordType(
            "text", view.phraseKeys.map { RecordType.Field($0, .text, "A phrase of the interface.") })
        self.init(view, assets: assets, textType: textType, cards: cards)
    }

    /// The same values as other objects; the cards, of which each is used by few pages, are shared.
    func copy(with view: SiteView) -> SiteGlobals {
        SiteGlobals(view, assets: assets, textType: textType, cards: cards)
    }

    private init(_ view: SiteView, assets: Assets, textType: RecordType, cards: [CardValue]) {
        self.assets = assets
        self.textType = textType
        self.cards = cards
        var navigations: [String: [NavigationLink]] = [:]
        var sites: [String: Value] = [:]
        var texts: [String: Value] = [:]
        for language in view.settings.languages {
            navigations[language.code] = view.settings.navigation.compactMap {
                Self.item($0, in: language, view)
            }
            sites[language.code] = SiteValues.definition.value(
                SiteValues.Source(view: view, language: language, assets: assets))
            texts[language.code] = .record(
                Record(textType.shape, view.phraseKeys.map { .text(view.phrase($0, in: language)) }))
        }
        self.navigations = navigations
        self.sites = sites
        self.texts = texts
    }

    /// Nil when the page that is meant is not there.
    private static func item(
        _ setting: NavigationItem, in language: Language, _ view: SiteView
    ) -> NavigationLink? {
        var (target, section): (PageIndex?, String) = (nil, "")
        var (title, url) = (setting.title?.text(in: language.code) ?? setting.url ?? "", setting.url ?? "")
        if let named = setting.page {
            guard let page = view.page(PageID(named.text), in: language) else { return nil }
            let header = view.header(page)
            (target, section) = (page, header.id.text)
            (title, url) = (setting.title?.text(in: language.code) ?? header.title, header.address.path)
        }
        return NavigationLink(
            target: target, section: section,
            current: LinkValues.definition.value(.init(title: title, url: url, isCurrent: true)),
            other: LinkValues.definition.value(.init(title: title, url: url, isCurrent: false)))
    }

    func navigation(in language: Language) -> [NavigationLink] { navigations[language.code] ?? [] }

    /// The cards of some pages.
    package static func cards(of pages: Range<Int>, _ view: SiteView) -> [CardValue] {
        pages.map { CardValue(value: CardValues.definition.value((view, PageIndex($0)))) }
    }

    func card(_ page: PageIndex) -> Value? { cards.isEmpty ? nil : cards[page.position].value }

    func site(in language: Language) -> Value { sites[language.code] ?? .none }

    func text(in language: Language) -> Value { texts[language.code] ?? .none }

    /// The template with what is the same on every page of a language.
    func bound(_ template: CompiledTemplate, in language: Language) -> CompiledTemplate {
        var bound = template
        if case .record(let text) = text(in: language) { bound = bound.binding("text", to: text) }
        if case .record(let site) = site(in: language) { bound = bound.binding("site", to: site) }
        return bound
    }
}

/// What lists show of a page, worked out.
package struct CardValue: Sendable {
    let value: Value
}

/// What templates see as `site`.
enum SiteValues {
    struct Source: Sendable {
        let view: SiteView
        let language: Language
        let assets: SiteGlobals.Assets

        func cards(_ pages: [PageIndex]) -> Value { .list(pages.map { CardValues.definition.value((view, $0)) }) }
    }

    static let organization = RecordDefinition<SiteView>(
        "organization",
        [
            .init("name", .text, "The organisation's name.") { .text($0.settings.organization.name) },
            .init("url", .text, "Its address.") { .text($0.path(ofURL: $0.settings.organization.url)) },
            .init("logo", .optional(.text), "Path or URL of its logo.") { .optional($0.settings.organization.logo) },
        ])

    static let catalog = RecordDefinition<SiteView.CatalogStanding>(
        "catalog",
        [
            .init("is_confirmed", .boolean, "False when the snapshot is too old.") { .boolean($0.isConfirmed) },
            .init("json", .text, "Path of the catalog as JSON.") { _ in .text("/catalog.json") },
        ])

    static let definition = RecordDefinition<Source>(
        "site",
        [
            .init("name", .text, "The site's name.") { .text($0.view.siteName(in: $0.language)) },
            .init("description", .text, "What the site is; may be empty.") {
                .text($0.view.settings.description?.text(in: $0.language.code) ?? "")
            },
            .init("url", .text, "The site's address without a slash at its end.") { .text($0.view.settings.baseURL) },
            .init("home", .text, "Path of the home page in this language.") {
                .text($0.view.homeAddress(in: $0.language).path)
            },
            .init("language", .record(LanguageValues.definition.type), "The language of the page.") {
                LanguageValues.definition.value($0.language)
            },
            .init("organization", .record(organization.type), "Who publishes the site.") {
                organization.value($0.view)
            },
            .init("stylesheet", .text, "Path of the style sheet.") { .text($0.assets.stylesheet) },
            .init("script", .optional(.text), "Path of the optional script.") { .optional($0.assets.script) },
            .init("assets", .dictionary(of: .text), "Paths of the theme's files, by name with _ for . - and /.") {
                .pairs($0.assets.paths.map { ($0.name, .text($0.path)) })
            },
            .init("llms", .text, "Path of the llms.txt of this language.") { .text($0.view.llmsPath(in: $0.language)) },
            .init("llms_full", .text, "Path of the llms-full.txt of this language.") {
                .text($0.view.settings.prefix(of: $0.language) + "/llms-full.txt")
            },
            .init("sitemap", .text, "Path of the sitemap.") { _ in .text("/sitemap.xml") },
            .init("manifest", .optional(.text), "Path of site.webmanifest, when settings name icons.") {
                let isThere = !$0.view.settings.machines.icons.isEmpty && $0.view.settings.wants(output: "webmanifest")
                return .optional(isThere ? "/site.webmanifest" : nil)
            },
            .init("opensearch", .optional(.text), "Path of opensearch.xml, when settings name a search page.") {
                let isThere =
                    $0.view.settings.machines.searchPage != nil && $0.view.settings.wants(output: "opensearch")
                return .optional(isThere ? "/opensearch.xml" : nil)
            },
            .init("search", .optional(.text), "Path of the search page in this language, when the site has search.") {
                .optional($0.view.searchPath(in: $0.language))
            },
            .init(
                "assistants", .list(of: .record(AssistantValues.definition.type)),
                "Assistants in which readers may open a page."
            ) { .list($0.view.settings.machines.assistants.map { AssistantValues.definition.value($0) }) },
            .init("feed", .optional(.text), "Path of the Atom feed of this language.") {
                OutputRegistry.has("feeds") && $0.view.settings.wants(output: "feeds")
                    ? .text($0.view.settings.prefix(of: $0.language) + "/feed.xml") : .none
            },
            .init("catalog", .optional(.record(catalog.type)), "The catalog, when the site has one.") {
                $0.view.catalogStanding.map { catalog.value($0) } ?? .none
            },
            .init("trust", .list(of: .record(CardValues.definition.type)), "The trust pages.") {
                $0.cards($0.view.members(of: "trust", in: $0.language))
            },
            .init("glossary", .optional(.text), "Path of the glossary.") { source in
                .optional(
                    source.view.page(PageID("glossary"), in: source.language).map {
                        source.view.header($0).address.path
                    })
            },
        ])
}
