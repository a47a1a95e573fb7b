import SiteModel

/// What stands at one of the addresses of a hub that lists more pages than fit one.
struct HubPart: Sendable {
    /// Where a group of the whole hub is found.
    struct Jump: Sendable {
        let id: String
        let title: String
        /// The part itself where it has some of the group, else the first one that does.
        let part: Int
    }

    let groups: [PageGroup]
    /// The groups of the whole hub that have a title.
    let jumps: [Jump]
    /// The newest date of what it lists.
    let newest: Moment?

    /// By language and folder: the pages of the hubs that have further parts, the hub itself first.
    static func pages(_ cards: [PageCard], _ hubs: [(place: String, page: PageIndex)]) -> [String: [PageIndex]] {
        let further = cards.indices.filter { cards[$0].part > 1 }
        guard !further.isEmpty else { return [:] }
        let byPlace = Dictionary(grouping: further) { cards[$0].place }
        var pages: [String: [PageIndex]] = [:]
        for hub in hubs {
            guard let parts = byPlace[hub.place] else { continue }
            pages[hub.place] = [hub.page] + parts.sorted { cards[$0].part < cards[$1].part }.map { PageIndex($0) }
        }
        return pages
    }

    /// A hub's groups, cut after every so many pages.
    static func cut(_ groups: [PageGroup], size: Int, into count: Int, _ view: SiteView) -> [HubPart] {
        var parts = [[PageGroup]](repeating: [], count: count)
        var (part, room) = (0, size)
        for group in groups {
            var rest = group.pages[...]
            while !rest.isEmpty {
                if room == 0, part < count - 1 { (part, room) = (part + 1, size) }
                let taken = part < count - 1 ? rest.prefix(room) : rest
                parts[part].append(PageGroup(id: group.id, title: group.title, pages: Array(taken)))
                rest = rest.dropFirst(taken.count)
                room -= min(room, taken.count)
            }
        }
        let titled = groups.filter { !$0.title.isEmpty && !$0.pages.isEmpty }.map { group in
            (group: group, part: parts.firstIndex { $0.contains { $0.id == group.id } } ?? 0)
        }
        return parts.enumerated().map { index, groups in
            let own = Set(groups.map(\.id))
            return HubPart(
                groups: groups,
                jumps: titled.map { titled in
                    let number = own.contains(titled.group.id) ? index : titled.part
                    return Jump(id: titled.group.id, title: titled.group.title, part: number + 1)
                },
                newest: groups.lazy.flatMap(\.pages).compactMap { view.unnotedCard($0).listed }.max())
        }
    }
}

extension SiteView {
    /// What a page lists of a hub with several parts; nil for all other pages.
    func hubPart(_ page: PageIndex) -> HubPart? {
        guard pagedHub(of: page) != nil else { return nil }
        reads?.ask(.part, name(of: page))
        return unnotedHubPart(page)
    }

    func unnotedHubPart(_ page: PageIndex) -> HubPart? {
        guard let place = pagedHub(of: page)?.firstIndex(of: page) else { return nil }
        let all = hubParts.value {
            let view = copy(reads: nil)
            return pagedHubs.mapValues { pages in
                let size = wholeSite.headers[pages[0].position].paginateBy ?? settings.paginateBy
                return HubPart.cut(view.allGroups(of: pages[0]), size: size, into: pages.count, view)
            }
        }
        return all[unnotedCard(page).place]?[place]
    }

    /// The part of a hub so many places after this one; 1 or -1.
    func part(beside page: PageIndex, distance: Int) -> PageIndex? {
        // Not by the parts' numbers: one may be missing whose address another page claims.
        guard let pages = pagedHub(of: page), let place = pages.firstIndex(of: page),
            pages.indices.contains(place + distance)
        else { return nil }
        return pages[place + distance]
    }

    /// Where the groups of a page's hub are found, with the path where it is another page's.
    func jumps(on page: PageIndex) -> [(title: String, path: String, id: String)] {
        guard let pages = pagedHub(of: page), let part = hubPart(page) else {
            return groups(of: page).filter { !$0.title.isEmpty }.map { ($0.title, "", $0.id) }
        }
        return part.jumps.map { jump in
            let target = pages[jump.part - 1]
            return (jump.title, target == page ? "" : wholeSite.headers[target.position].address.path, jump.id)
        }
    }

    /// The listed pages of a section as indexes of the site have them: its hub, its pages, the further parts of the hub.
    func indexedPages(of folder: String, in language: Language) -> [PageIndex] {
        let hub = page(PageID(folder), in: language)
        let further = hub.flatMap { pagedHub(of: $0) }?.dropFirst() ?? []
        reads?.ask(.sections)
        return [hub].compactMap { $0 }.filter { isListed($0) } + members(of: folder, in: language)
            + further.filter { isListed($0) }
    }

    private func pagedHub(of page: PageIndex) -> [PageIndex]? {
        guard !pagedHubs.isEmpty, unnotedCard(page).isHub else { return nil }
        return pagedHubs[unnotedCard(page).place]
    }
}
