/// What a page is called across languages: kind folder and slug, such as `answers/what-is-a-relay`; a hub is its folder
/// (`answers`), the home page `index`.
package struct PageID: Sendable, Hashable {
    package let text: String

    package init(_ text: String) { self.text = text }

    package static let home = PageID("index")
}

/// A page's position in `Site.headers`.
package struct PageIndex: Sendable, Hashable, Comparable {
    package let position: Int

    package init(_ position: Int) { self.position = position }

    package static func < (one: PageIndex, other: PageIndex) -> Bool { one.position < other.position }
}
