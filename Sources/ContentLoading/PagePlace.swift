import Diagnostics
import PageKinds
import SiteModel

/// What the path of a content file says about the page in it: kind, folder, slug.
struct PagePlace: Sendable {
    enum Role: Sendable, Hashable {
        case home
        case hub
        case member
    }

    let role: Role
    /// The kind folder; empty for the home page.
    let folder: String
    /// What follows the kind folder, without topic and suffix; of a doc the whole path below `docs/`.
    let slug: String
    /// The topic folder, when there is one.
    let topic: String?

    /// - Parameter path: the path below the language's folder, such as `answers`, `relay`, `what-is-a-relay.md`.
    init?(_ path: ArraySlice<String>) {
        guard let name = path.last, name.utf8.suffix(3).elementsEqual(".md".utf8) else { return nil }
        let last = String(name.dropLast(3))
        let segments = path.dropLast() + [last]
        guard let first = segments.first else { return nil }
        if segments.count == 1 {
            guard last == "index" else { return nil }
            self.init(role: .home, folder: "", slug: "", topic: nil)
            return
        }
        guard PageKindRegistry.kind(inFolder: first) != nil else { return nil }
        if segments.count == 2, last == "index" {
            self.init(role: .hub, folder: first, slug: "", topic: nil)
        } else if first == "docs" {
            // Under docs the address is the path; a nested index stands for its folder.
            let rest = segments.dropFirst()
            let slug = last == "index" ? rest.dropLast().joined(separator: "/") + "/" : rest.joined(separator: "/")
            self.init(role: .member, folder: first, slug: slug, topic: nil)
        } else if segments.count <= 3, last != "index" {
            self.init(
                role: .member, folder: first, slug: last, topic: segments.count == 3 ? segments.dropFirst().first : nil)
        } else {
            return nil
        }
    }

    /// The place of another file in the same folder; nil unless both are plain members.
    ///
    /// - Parameter name: the name of the other file.
    func sibling(_ name: Substring.UTF8View) -> PagePlace? {
        let suffix = ".md".utf8
        guard role == .member, folder != "docs", name.count > suffix.count, name.suffix(3).elementsEqual(suffix),
            !name.dropLast(3).elementsEqual("index".utf8)
        else { return nil }
        return PagePlace(
            role: .member, folder: folder, slug: String(Substring(name.dropLast(3))), topic: topic)
    }

    private init(role: Role, folder: String, slug: String, topic: String?) {
        self.role = role
        self.folder = folder
        self.slug = slug
        self.topic = topic
    }

    /// The kind that reads the page.
    var kind: any PageKind.Type {
        switch role {
        case .home: Home.self
        case .hub: Hub.self
        case .member: PageKindRegistry.kind(inFolder: folder) ?? DocPage.self
        }
    }

    /// The page's id with the slug that is in force.
    func id(slug: String) -> PageID {
        switch role {
        case .home: .home
        case .hub: PageID(folder)
        case .member: PageID(folder + "/" + (slug.hasSuffix("/") ? String(slug.dropLast()) : slug))
        }
    }

    func address(slug: String, in language: Language, _ settings: SiteSettings) -> SiteAddress {
        let prefix = settings.prefix(of: language)
        switch role {
        case .home: return SiteAddress(prefix + "/")
        case .hub: return SiteAddress("\(prefix)/\(folder)/")
        case .member:
            let slash = settings.usesDirectoryAddresses && !slug.hasSuffix("/") ? "/" : ""
            return SiteAddress("\(prefix)/\(folder)/\(slug)\(slash)")
        }
    }

    /// Lower-case ASCII letters, digits, hyphens, underscores and dots in segments that begin with a letter or digit.
    static func isSlug(_ slug: String, isPath: Bool) -> Bool {
        guard slug.utf8.count <= 200 else { return false }
        var (isFirst, isEmpty) = (true, true)
        for byte in slug.utf8 {
            if isLetterOrDigit(byte) {
                isFirst = false
            } else if isPath, byte == 0x2F, !isFirst {
                isFirst = true
            } else if isFirst || byte != 0x2D && byte != 0x5F && byte != 0x2E {
                return false
            }
            isEmpty = false
        }
        // A path may end with a slash.
        return !isEmpty && (isPath || !isFirst)
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
    }
}
