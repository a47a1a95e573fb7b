package import SiteModel

/// A section as the home page shows it.
package struct SectionOverview: Sendable {
    package let title: String
    package let hub: PageIndex
    package let count: Int
    /// The first ones.
    package let pages: [PageIndex]
}

/// The lists of hubs and home pages, the same in HTML, twin and structured data.
extension SiteView {
    package func isHub(_ page: PageIndex) -> Bool { card(page).isHub }

    package func isHome(_ page: PageIndex) -> Bool { card(page).isHome }

    /// What a section is called: the title of its hub, else the phrase for its kind.
    package func sectionTitle(_ folder: String, in language: Language) -> String {
        if let hub = page(PageID(folder), in: language) { return card(hub).title }
        return phrase("kind_" + folder, in: language)
    }

    /// How many pages of a section the home page shows.
    package static let pagesPerSectionOnHome = 4

    /// The sections of a home page with their first pages; sections without a hub are not shown there.
    package func overview(in language: Language) -> [SectionOverview] {
        sections(in: language).compactMap { folder in
            guard let hub = page(PageID(folder), in: language) else { return nil }
            let members = members(of: folder, in: language)
            return SectionOverview(
                title: card(hub).title, hub: hub, count: members.count,
                pages: Array(members.prefix(Self.pagesPerSectionOnHome)))
        }
    }

    /// The pages that stand with their summaries in the lists of a page.
    func listed(on texts: PageTexts) -> [PageIndex] {
        let page = texts.page
        let others = texts.related + texts.siblings
        if isHub(page) { return others + groups(of: page).flatMap(\.pages) }
        guard isHome(page), let language = settings.language(card(page).languageCode) else { return others }
        return others + overview(in: language).flatMap { [$0.hub] + $0.pages }
    }

    /// The listed pages that belong to no section of the home page: home itself, the price page and the like.
    package func pagesOutsideSections(in language: Language) -> [PageIndex] {
        let sections = Set(sections(in: language))
        return listedPages(in: language).filter { !sections.contains(card($0).folder) }
    }
}
