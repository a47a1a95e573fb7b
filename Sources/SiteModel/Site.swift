package import Diagnostics

/// The whole site as one immutable value. Outputs and checks only read it.
package struct Site: Sendable {
    package let settings: SiteSettings
    package let phrases: Phrases
    /// Of the pages, sorted by the bytes of their address.
    package let headers: [PageHeader]
    /// By page position.
    package let faces: [PageFace]
    /// By page position.
    private let details: [DetailPlace]
    package let catalog: Catalog?
    package let people: [Person]
    package let topics: [Topic]
    /// Sorted by where they lead from.
    package let redirects: [Redirect]
    package let sharedTexts: [SharedText]
    /// Sorted by path.
    package let staticFiles: [StaticFile]
    /// Reads bodies and details on demand, so that not all of them are held at once.
    package let reading: any PageReading
    package let index: SiteIndex
    /// Drafts and the like, for messages.
    package let withheld: WithheldPages

    package init(
        settings: SiteSettings, phrases: Phrases, pages: [any Page], catalog: Catalog?, people: [Person],
        topics: [Topic], redirects: [Redirect], sharedTexts: [SharedText], staticFiles: [StaticFile],
        reading: any PageReading, withheld: WithheldPages = WithheldPages()
    ) {
        let paths = pages.map(\.header.address.path)
        let sorted = paths.indices.sorted { paths[$0].precedesByBytes(paths[$1]) }.map { pages[$0] }
        self.settings = settings
        self.phrases = phrases
        headers = sorted.map(\.header)
        faces = sorted.map(\.face)
        details = sorted.map(\.details)
        self.catalog = catalog
        self.people = people.sorted { $0.id < $1.id }
        self.topics = topics
        self.redirects = redirects
        self.sharedTexts = sharedTexts
        self.staticFiles = staticFiles
        self.reading = reading
        self.withheld = withheld
        index = SiteIndex(headers: headers, faces: faces, settings: settings)
    }

    private init(_ other: Site, catalog: Catalog?) {
        settings = other.settings
        phrases = other.phrases
        headers = other.headers
        faces = other.faces
        details = other.details
        self.catalog = catalog
        people = other.people
        topics = other.topics
        redirects = other.redirects
        sharedTexts = other.sharedTexts
        staticFiles = other.staticFiles
        reading = other.reading
        withheld = other.withheld
        index = other.index
    }

    /// The same site with another catalog.
    package func with(_ catalog: Catalog?) -> Site { Site(self, catalog: catalog) }

    /// All facets of a page. It may have to be read for them, so ask once.
    package func facets(of page: PageIndex) -> PageFacets {
        let (header, face) = (headers[page.position], faces[page.position])
        switch details[page.position] {
        case .held(let details): return PageFacets(face, details)
        case .stored(let place):
            if let details = reading.details(at: place, of: header) { return PageFacets(face, details) }
        case .source: break
        }
        return reading.facets(of: header) ?? PageFacets(face, PageDetails())
    }
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

/// Reads what a page's file holds. The result depends on that file alone.
package protocol PageReading: Sendable {
    /// - Parameter withPlainText: whether the plain projection is wanted; else it is empty.
    /// - Returns: nil for pages without a body.
    func body(of header: PageHeader, withPlainText: Bool) -> ParsedBody?

    /// - Returns: nil for pages without a file.
    func facets(of header: PageHeader) -> PageFacets?

    /// - Returns: nil when they can't be read.
    func details(at place: Range<Int>, of header: PageHeader) -> PageDetails?
}

extension PageReading {
    /// Who stores no details has none.
    package func details(at place: Range<Int>, of header: PageHeader) -> PageDetails? { nil }
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
