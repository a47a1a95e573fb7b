package import Diagnostics
import JSON
import SiteModel

/// The pages of a site with the hashes of what they say: kept from one publication to the next, in `.citable/published.json`.
package struct ContentManifest: Sendable, Hashable {
    package struct Entry: Sendable, Hashable {
        package let url: String
        package let hash: String
        /// Of the texts that the page shares with others; nil when it has none.
        package let shared: String?
        /// The date that the page shows; nil when it has none.
        package let updated: String?
        /// Path of the source inside the project; nil for generated pages.
        package let source: String?
    }

    /// Sorted by URL.
    package let entries: [Entry]

    /// Addresses that were published once and are no pages any more, sorted: what answers them has to stay.
    package let former: [String]

    private static let schemaVersion = 1

    package init(_ entries: [Entry], former: [String] = []) {
        self.entries = entries.sorted { $0.url.precedesByBytes($1.url) }
        self.former = former.sorted { $0.precedesByBytes($1) }
    }

    /// The same pages, which know what was published before them.
    package func following(_ old: ContentManifest) -> ContentManifest {
        let present = Set(entries.map(\.url))
        let former = Set(old.former + old.entries.map(\.url)).subtracting(present)
        return ContentManifest(entries, former: Array(former))
    }

    /// Nil when the file is no manifest of this schema.
    package init?(_ file: SourceFile) {
        let root = JSONParser.parse(file).root
        guard let root, root.member("schema_version")?.integerValue == Self.schemaVersion,
            let pages = root.member("pages")?.elements
        else { return nil }
        self.init(
            pages.compactMap { page in
                guard let url = page.member("url")?.stringValue, let hash = page.member("hash")?.stringValue else {
                    return nil
                }
                return Entry(
                    url: url, hash: hash, shared: page.member("shared")?.stringValue,
                    updated: page.member("updated")?.stringValue, source: page.member("source")?.stringValue)
            }, former: root.member("former")?.elements?.compactMap(\.stringValue) ?? [])
    }

    /// The file, with one entry a line.
    package var file: [UInt8] {
        var lines: [String] = []
        for entry in entries {
            var json = IndentedJSON(.compact)
            json.object { json in
                json.member("url", entry.url)
                json.member("hash", entry.hash)
                json.member("shared", ifAny: entry.shared)
                json.member("updated", ifAny: entry.updated)
                json.member("source", ifAny: entry.source)
            }
            lines.append(String(decoding: json.bytes, as: UTF8.self))
        }
        let list = lines.isEmpty ? "" : "\n" + lines.joined(separator: ",\n") + "\n"
        var json = IndentedJSON(.compact)
        json.array(of: former) { $0.string($1) }
        let old = former.isEmpty ? "" : ",\"former\":" + String(decoding: json.bytes, as: UTF8.self)
        return Array("{\"schema_version\":\(Self.schemaVersion),\"pages\":[\(list)]\(old)}\n".utf8)
    }
}

/// What became of a page since a manifest.
package struct ContentChange: Sendable, Hashable {
    package enum Kind: String, Sendable {
        case added, changed, removed
    }

    package let kind: Kind
    package let url: String
    package let source: String?
    /// Whether the page's own words changed and its date did not. A text that many pages share has no date of theirs.
    package let isDateUnmoved: Bool

    /// - Returns: sorted by URL.
    package static func between(_ old: ContentManifest, _ new: ContentManifest) -> [ContentChange] {
        let known = Dictionary(old.entries.map { ($0.url, $0) }, uniquingKeysWith: { first, _ in first })
        var changes = new.entries.compactMap { entry -> ContentChange? in
            guard let before = known[entry.url] else {
                return ContentChange(kind: .added, url: entry.url, source: entry.source, isDateUnmoved: false)
            }
            let isOwn = before.hash != entry.hash
            guard isOwn || before.shared != entry.shared else { return nil }
            return ContentChange(
                kind: .changed, url: entry.url, source: entry.source,
                isDateUnmoved: isOwn && before.updated == entry.updated)
        }
        let present = Set(new.entries.map(\.url))
        changes += old.entries.filter { !present.contains($0.url) }.map {
            ContentChange(kind: .removed, url: $0.url, source: $0.source, isDateUnmoved: false)
        }
        return changes.sorted { $0.url.precedesByBytes($1.url) }
    }
}
