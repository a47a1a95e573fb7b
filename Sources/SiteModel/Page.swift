package import Diagnostics

/// A page of the site. Each kind is a type of its own in `PageKinds`.
package protocol Page: Sendable {
    var header: PageHeader { get set }
    var face: PageFace { get }
    var details: DetailPlace { get }
}

/// Where the details of a page are.
package enum DetailPlace: Sendable {
    case held(PageDetails)
    /// With those who read pages, at these bytes.
    case stored(Range<Int>)
    /// In the page's file alone.
    case source
}

/// A page with all that was read of it.
package protocol WholePage: Page {
    var facets: PageFacets { get }
}

extension WholePage {
    package var face: PageFace { facets.face }
    package var details: DetailPlace { .held(facets.details) }
}

/// A kind of page that editors write: its folder, its fields, and the facets they fill.
package protocol PageKind: WholePage {
    /// The kind's name and its template's, such as `glossary-term`.
    static var name: String { get }
    /// The folder below the language, such as `glossary`; empty for the home page.
    static var folder: String { get }
    /// What a page of this kind is called in messages: "an answer".
    static var article: Message { get }

    /// Reads the fields. Mistakes go to the reader; a page comes out in any case, so that one mistake doesn't cause others.
    init(header: PageHeader, reading fields: inout FieldReader)
}
