package import SiteModel

/// Pages of a hub that stand under one heading.
package struct PageGroup: Sendable {
    package let id: String
    /// Empty for a hub with a single group.
    package let title: String
    package let pages: [PageIndex]
}

extension SiteView {
    /// The members of a hub: the glossary by initial letter of the sort key, other sections by topic where there are topics.
    package func groups(of hub: PageIndex) -> [PageGroup] {
        let header = header(hub)
        let members = members(of: header.folder, in: header.language)
        if header.folder == "glossary" { return byInitial(members) }
        let topics = site.topics.map(\.id)
        guard members.contains(where: { self.header($0).topic != nil }), !topics.isEmpty else {
            return members.isEmpty ? [] : [PageGroup(id: "all", title: "", pages: members)]
        }
        var groups: [PageGroup] = []
        for topic in site.topics {
            let pages = members.filter { self.header($0).topic?.text == topic.id }
            if !pages.isEmpty {
                let name = topic.name.text(in: header.language.code) ?? topic.id
                groups.append(PageGroup(id: topic.id, title: name, pages: pages))
            }
        }
        let rest = members.filter { !topics.contains(self.header($0).topic?.text ?? "") }
        if !rest.isEmpty {
            groups.append(PageGroup(id: "more", title: phrase("more_pages", in: header.language), pages: rest))
        }
        return groups
    }

    private func byInitial(_ members: [PageIndex]) -> [PageGroup] {
        var groups: [PageGroup] = []
        for page in members {
            let key = header(page).sortKey ?? facets(page).term ?? header(page).title
            let initial = key.unicodeScalars.first.map { scalar in
                scalar.isASCII ? (scalar.properties.isAlphabetic ? scalar.properties.uppercaseMapping : "#") : "…"
            }
            let title = initial ?? "#"
            if let last = groups.last, last.title == title {
                groups[groups.count - 1] = PageGroup(id: last.id, title: title, pages: last.pages + [page])
            } else {
                let name = title == "#" ? "other" : title == "…" ? "more" : title.lowercased()
                groups.append(PageGroup(id: "letter-" + name, title: title, pages: [page]))
            }
        }
        return groups
    }
}
