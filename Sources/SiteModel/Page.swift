package import Diagnostics

/// A page of the site. Each kind is a type of its own in `PageKinds`.
package protocol Page: Sendable {
    var header: PageHeader { get set }
    var face: PageFace { get }
    /// Nil where they were left in the page's file.
    var details: PageDetails? { get }
}

/// A page with all that was read of it.
package protocol WholePage: Page {
    var facets: PageFacets { get }
}

extension WholePage {
    package var face: PageFace { facets.face }
    package var details: PageDetails? { facets.details }
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
