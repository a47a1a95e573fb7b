package import Diagnostics
package import SiteModel

/// The first page of a language.
package struct Home: PageKind {
    package static let name = "home"
    package static let folder = ""
    package static let article = Message(en: "the home page", zh: "首页")

    package var header: PageHeader
    package let facets: PageFacets

    package init(header: PageHeader, reading fields: inout FieldReader) {
        var header = header
        header.read(&fields)
        var facets = PageFacets()
        facets.structuredData = .website
        facets.readCommon(&fields)
        facets.readModels(&fields)
        self.header = header
        self.facets = facets
    }
}
