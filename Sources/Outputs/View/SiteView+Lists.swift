package import SiteModel

/// Pages under one heading of a hub.
package struct PageGroup: Sendable {
    /// The topic's id or the initial letter; empty for the rest.
    package let id: String
    /// Empty when the pages stand under no heading of their own.
    package let title: String
    package let pages: [PageIndex]
}

/// A section as the home page shows it.
package struct SectionOverview: Sendable {
    package let folder: String
    package let title: String
    package let hub: PageIndex?
    package let count: Int
    /// The newest ones.
    package let pages: [PageIndex]
}

/// The lists of hubs and home pages, the same in HTML, twin and structured data.
extension SiteView {
    package func isHub(_ page: PageIndex) -> Bool { cards[page.position].isHub }

    package func isHome(_ page: PageIndex) -> Bool { cards[page.position].isHome }

    /// What a section is called: the title of its hub, else the phrase for its kind.
    package func sectionTitle(_ folder: String, in language: Language) -> String {
        if let hub = page(PageID(folder), in: language) { return cards[hub.position].title }
        return phrase("kind_" + folder, in: language)
    }

    /// The pages of a hub: a glossary by initial letter, other sections by topic, the pages without a topic last.
    package func groups(of hub: PageIndex) -> [PageGroup] {
        let card = cards[hub.position]
        guard card.isHub, let language = settings.language(card.languageCode) else { return [] }
        let members = members(of: card.folder, in: language)
        return card.folder == "glossary" ? groupsByInitial(members) : groupsByTopic(members, language)
    }

    /// The sections of a home page with their newest pages.
    package func overview(in language: Language, newest count: Int = 5) -> [SectionOverview] {
        sections(in: language).map { folder in
            let members = members(of: folder, in: language)
            let newest = members.sorted { one, other in
                let first = cards[one.position].modified?.seconds ?? 0
                let second = cards[other.position].modified?.seconds ?? 0
                return first != second ? first > second : one < other
            }
            return SectionOverview(
                folder: folder, title: sectionTitle(folder, in: language), hub: page(PageID(folder), in: language),
                count: members.count, pages: Array(newest.prefix(count)))
        }
    }

    /// The pages whose short answers stand at the end of a page.
    package func shortAnswerSiblings(of page: PageIndex) -> [PageIndex] {
        let card = cards[page.position]
        guard card.shortAnswer != nil, !card.isHub, !card.isHome else { return [] }
        return siblings(of: page).filter { cards[$0.position].shortAnswer != nil }
    }

    /// The listed pages that belong to no section of the home page: home itself, the price page and the like.
    package func pagesOutsideSections(in language: Language) -> [PageIndex] {
        let sections = Set(sections(in: language))
        return listedPages(in: language).filter { !sections.contains(cards[$0.position].folder) }
    }
}

extension SiteView {
    private func groupsByTopic(_ members: [PageIndex], _ language: Language) -> [PageGroup] {
        let byTopic = Dictionary(grouping: members) { cards[$0.position].topic ?? "" }
        let ordered = byTopic.keys.sorted { one, other in
            if one.isEmpty || other.isEmpty { return !one.isEmpty }
            let first = topic(one)?.order ?? Int.max
            let second = topic(other)?.order ?? Int.max
            return first != second ? first < second : one < other
        }
        return ordered.map { id in
            let title = topic(id)?.name.text(in: language.code) ?? id
            return PageGroup(id: id, title: title, pages: byTopic[id] ?? [])
        }
    }

    private func groupsByInitial(_ members: [PageIndex]) -> [PageGroup] {
        let byInitial = Dictionary(grouping: members) { initial(of: $0) }
        return byInitial.keys.sorted().map { PageGroup(id: $0.lowercased(), title: $0, pages: byInitial[$0] ?? []) }
    }

    /// The first letter of the sort key in upper case; `#` for anything but a letter of ASCII.
    private func initial(of page: PageIndex) -> String {
        let key = header(page).sortKey ?? facets(page).term ?? cards[page.position].title
        guard let byte = key.utf8.first, (0x41...0x5A).contains(byte & 0xDF), byte >= 0x41 else { return "#" }
        return String(UnicodeScalar(byte & 0xDF))
    }
}
