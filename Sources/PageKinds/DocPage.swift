package import Diagnostics
package import SiteModel

/// A plain page of documentation, at any depth.
package struct DocPage: PageKind {
    package static let name = "doc"
    package static let folder = "docs"
    package static let article = Message(en: "a doc page", zh: "文档页")

    package var header: PageHeader
    package let facets: PageFacets

    package init(header: PageHeader, reading fields: inout FieldReader) {
        var header = header
        header.read(&fields)
        var facets = PageFacets()
        facets.structuredData = .techArticle
        facets.readCommon(&fields)
        facets.readModels(&fields)
        self.header = header
        self.facets = facets
    }
}
