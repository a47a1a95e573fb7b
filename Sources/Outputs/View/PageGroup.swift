package import SiteModel

/// Pages of a hub that stand under one heading.
package struct PageGroup: Sendable {
    package let id: String
    /// Empty for a hub with a single group.
    package let title: String
    package let pages: [PageIndex]
}

extension SiteView {
    /// What a hub lists, of one with several parts what this one does.
    package func groups(of hub: PageIndex) -> [PageGroup] { hubPart(hub)?.groups ?? allGroups(of: hub) }

    /// The members of a hub: the glossary by initial letter of the sort key, other sections by topic where
    /// there are topics, and by month where many pages have none.
    func allGroups(of hub: PageIndex) -> [PageGroup] {
        let card = card(hub)
        guard let language = settings.language(card.languageCode) else { return [] }
        let members = members(of: card.folder, in: language)
        if card.folder == "glossary" { return groupsByInitial(members) }
        let vendors = card.folder == "models" ? members.filter { self.card($0).kind == "vendor" } : []
        if vendors.isEmpty { return groupsByTopic(members, language) }
        let own = groupsByTopic(members.filter { self.card($0).kind != "vendor" }, language)
        return [PageGroup(id: "vendors", title: phrase(.vendors, in: language), pages: vendors)]
            + own.map {
                $0.id == "all" || $0.id == "more"
                    ? PageGroup(id: $0.id, title: phrase(.models, in: language), pages: $0.pages)
                    : $0
            }
    }

    private func groupsByTopic(_ members: [PageIndex], _ language: Language) -> [PageGroup] {
        let known = Set(topics.map(\.id))
        let byTopic = Dictionary(grouping: members) { page in
            card(page).topic.flatMap { known.contains($0) ? $0 : nil } ?? ""
        }
        var groups = topics.compactMap { topic -> PageGroup? in
            guard let pages = byTopic[topic.id] else { return nil }
            return PageGroup(id: topic.id, title: topic.name.text(in: language.code) ?? topic.id, pages: pages)
        }
        guard let rest = byTopic[""] else { return groups }
        if rest.count > Self.pagesInOneGroup { return groups + groupsByMonth(rest, language) }
        groups.append(
            groups.isEmpty
                ? PageGroup(id: "all", title: "", pages: rest)
                : PageGroup(id: "more", title: phrase(.morePages, in: language), pages: rest))
        return groups
    }

    /// A longer list is cut by months, so that readers can find their way and an address leads into it.
    private static let pagesInOneGroup = 120

    /// Pages by the month in which they were published, the newest first.
    private func groupsByMonth(_ pages: [PageIndex], _ language: Language) -> [PageGroup] {
        let byMonth = Dictionary(grouping: pages) { card($0).published.map { String($0.day.prefix(7)) } ?? "" }
        return byMonth.keys.sorted(by: >).compactMap { month in
            byMonth[month].map { pages in
                month.isEmpty
                    ? PageGroup(id: "more", title: phrase(.morePages, in: language), pages: pages)
                    : PageGroup(id: "month-" + month, title: month, pages: pages)
            }
        }
    }

    private func groupsByInitial(_ members: [PageIndex]) -> [PageGroup] {
        var groups: [(title: String, pages: [PageIndex])] = []
        for page in members {
            let title = initial(of: page)
            if groups.last?.title == title {
                groups[groups.count - 1].pages.append(page)
            } else {
                groups.append((title, [page]))
            }
        }
        return groups.map { group in
            let name = group.title == "#" ? "other" : group.title == "…" ? "more" : group.title.lowercased()
            return PageGroup(id: "letter-" + name, title: group.title, pages: group.pages)
        }
    }

    /// The first letter of the sort key: `#` for digits and signs, `…` for anything outside ASCII.
    private func initial(of page: PageIndex) -> String {
        let key = header(page).sortKey ?? card(page).term ?? card(page).title
        guard let scalar = key.unicodeScalars.first else { return "#" }
        guard scalar.isASCII else { return "…" }
        return scalar.properties.isAlphabetic ? scalar.properties.uppercaseMapping : "#"
    }
}
