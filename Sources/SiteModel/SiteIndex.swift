/// The ways into the list of pages, worked out once.
package struct SiteIndex: Sendable {
    private let byID: ByLanguage<[String: PageIndex]>
    private let byAddress: [String: PageIndex]
    private let byFolder: ByLanguage<[String: [PageIndex]]>
    private let bySource: [String: PageIndex]
    /// Codes, in the order of the settings.
    private let languages: [String]

    init(headers: [PageHeader], faces: [PageFace], settings: SiteSettings) {
        var byID: [String: [String: PageIndex]] = [:]
        var byAddress = [String: PageIndex](minimumCapacity: headers.count)
        var byFolder: [String: [String: [PageIndex]]] = [:]
        var bySource = [String: PageIndex](minimumCapacity: headers.count)
        // Pages of one language and folder mostly stand beside each other: each of these is looked up once for all of them.
        var (language, ids): (String, [String: PageIndex]) = ("", [:])
        var (folder, members): (String, [PageIndex]) = ("", [])
        for (position, header) in headers.enumerated() {
            let index = PageIndex(position)
            if header.languageCode != language || header.folder != folder {
                if !members.isEmpty { byFolder[language, default: [:]][folder, default: []] += members }
                members.removeAll(keepingCapacity: true)
                folder = header.folder
            }
            if header.languageCode != language {
                if !ids.isEmpty { byID[language] = ids }
                language = header.languageCode
                ids = byID.removeValue(forKey: language) ?? Dictionary(minimumCapacity: headers.count)
            }
            ids[header.id.text] = index
            byAddress[header.address.path] = index
            if let source = header.sourcePath { bySource[source] = index }
            // A hub is not a member of its own section, in none of its parts.
            if !folder.isEmpty, header.part == 1, header.id.text != folder { members.append(index) }
        }
        if !members.isEmpty { byFolder[language, default: [:]][folder, default: []] += members }
        if !ids.isEmpty { byID[language] = ids }
        self.byID = ByLanguage(byID)
        self.byAddress = byAddress
        self.bySource = bySource
        self.byFolder = ByLanguage(byFolder.mapValues { $0.mapValues { Self.listed($0, headers, faces) } })
        languages = settings.languages.map(\.code)
    }

    /// The page with this id in a language.
    package func page(_ id: PageID, in language: String) -> PageIndex? { byID[language]?[id.text] }

    /// The page at this address.
    package func page(at path: String) -> PageIndex? { byAddress[path] }

    /// The page that comes from this file.
    package func page(from source: String) -> PageIndex? { bySource[source] }

    /// The pages of a section without its hub: by sort key where there are any, else newest first, then by address.
    package func members(of folder: String, in language: String) -> [PageIndex] { byFolder[language]?[folder] ?? [] }

    /// The page in all its languages, in the order of the settings; itself included.
    package func translations(of id: PageID) -> [PageIndex] { languages.compactMap { byID[$0]?[id.text] } }
}

extension SiteIndex {
    private static func listed(
        _ members: [PageIndex], _ headers: [PageHeader], _ faces: [PageFace]
    ) -> [PageIndex] {
        struct Key {
            let index: PageIndex
            let sortKey: String?
            let seconds: Int
        }
        let keys = members.map { index in
            let header = headers[index.position]
            return Key(
                index: index,  // Capitals stand beside their small letters.
                sortKey: (header.sortKey ?? faces[index.position].term)?.lowercased(),
                seconds: header.listed?.seconds ?? 0)
        }
        return keys.sorted { one, other in
            switch (one.sortKey, other.sortKey) {
            case (let first?, let second?) where first != second:
                return first.precedesByBytes(second)
            case (_?, nil): return true
            case (nil, _?): return false
            default: return one.seconds != other.seconds ? one.seconds > other.seconds : one.index < other.index
            }
        }.map(\.index)
    }
}
