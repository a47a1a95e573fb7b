package import Diagnostics
package import SiteModel

/// Many questions with short answers.
package struct FAQ: PageKind {
    package static let name = "faq"
    package static let folder = "faq"
    package static let article = Message(en: "an FAQ page", zh: "常见问题页")

    package var header: PageHeader
    package let facets: PageFacets

    package init(header: PageHeader, reading fields: inout FieldReader) {
        var header = header
        header.read(&fields)
        var facets = PageFacets()
        facets.structuredData = .faq
        facets.readCommon(&fields, questionsRequired: true)
        facets.readModels(&fields)
        self.header = header
        self.facets = facets
    }
}
