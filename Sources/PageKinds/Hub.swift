package import Diagnostics
package import SiteModel

/// The list of a section, with a text of its own from `index.md`.
package struct Hub: PageKind {
    package static let name = "hub"
    package static let folder = ""
    package static let article = Message(en: "a hub", zh: "栏目页")

    package var header: PageHeader
    package let facets: PageFacets

    package init(header: PageHeader, reading fields: inout FieldReader) {
        var header = header
        header.read(&fields)
        header.readParts(&fields)
        var facets = PageFacets()
        facets.structuredData =
            header.folder == "glossary" ? .glossary : header.folder == "models" ? .modelList : .collection
        facets.readCommon(&fields)
        facets.readModels(&fields)
        self.header = header
        self.facets = facets
    }
}
