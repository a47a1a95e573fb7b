package import Diagnostics

/// The whole site as one immutable value. Outputs and checks only read it.
package struct Site: Sendable {
    package let settings: SiteSettings
    package let phrases: Phrases
    /// Sorted by the bytes of their address.
    package let pages: [any Page]
    /// The headers and facets of the pages, by position: asked for far more often than the pages as such.
    package let headers: [PageHeader]
    package let facets: [PageFacets]
    package let catalog: Catalog?
    package let people: [Person]
    package let topics: [Topic]
    /// Sorted by where they lead from.
    package let redirects: [Redirect]
    package let sharedTexts: [SharedText]
    /// Sorted by path.
    package let staticFiles: [StaticFile]
    /// Parses bodies on demand, so that not all of them are held at once.
    package let bodies: any BodyReading
    package let index: SiteIndex
    /// Drafts and the like, for messages.
    package let withheld: WithheldPages

    package init(
        settings: SiteSettings, phrases: Phrases, pages: [any Page], catalog: Catalog?, people: [Person],
        topics: [Topic], redirects: [Redirect], sharedTexts: [SharedText], staticFiles: [StaticFile],
        bodies: any BodyReading, withheld: WithheldPages = WithheldPages()
    ) {
        let paths = pages.map(\.header.address.path)
        let sorted = paths.indices.sorted { paths[$0].precedesByBytes(paths[$1]) }.map { pages[$0] }
        self.settings = settings
        self.phrases = phrases
        self.pages = sorted
        headers = sorted.map(\.header)
        facets = sorted.map(\.facets)
        self.catalog = catalog
        self.people = people.sorted { $0.id < $1.id }
        self.topics = topics
        self.redirects = redirects
        self.sharedTexts = sharedTexts
        self.staticFiles = staticFiles
        self.bodies = bodies
        self.withheld = withheld
        index = SiteIndex(headers: headers, facets: facets, settings: settings)
    }

    package subscript(page: PageIndex) -> any Page { pages[page.position] }
}

/// A file that is copied as it is: from `Content/static/`, or an asset of the theme.
package struct StaticFile: Sendable {
    package enum Origin: Sendable {
        /// Path inside the project.
        case file(String)
        case bytes([UInt8])
    }

    /// Path below `Output/`.
    package let path: String
    package let origin: Origin

    package init(path: String, origin: Origin) {
        self.path = path
        self.origin = origin
    }
}

/// Parses the body of a page. The result depends on that page's file alone.
package protocol BodyReading: Sendable {
    /// - Parameter withPlainText: whether the plain projection is wanted; else it is empty.
    /// - Returns: nil for pages without a body.
    func body(of header: PageHeader, withPlainText: Bool) -> ParsedBody?
}

/// A body after parsing, with what was wrong in it.
package struct ParsedBody: Sendable {
    package let text: RichText
    package let diagnostics: [Diagnostic]

    package init(text: RichText, diagnostics: [Diagnostic]) {
        self.text = text
        self.diagnostics = diagnostics
    }
}
