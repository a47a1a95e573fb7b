package import Diagnostics
package import SiteModel

/// How to do something, with optional numbered steps.
package struct Guide: PageKind {
    package static let name = "guide"
    package static let folder = "guides"
    package static let article = Message(en: "a guide", zh: "指南页")

    package var header: PageHeader
    package let facets: PageFacets

    package init(header: PageHeader, reading fields: inout FieldReader) {
        var header = header
        header.read(&fields)
        var facets = PageFacets()
        facets.structuredData = .techArticle
        facets.readCommon(&fields)
        facets.steps = fields.records(
            "steps", owner: Message(en: "a step", zh: "步骤"), Message(en: "The steps, in order", zh: "按顺序排列的步骤")
        ) { PageFacets.Step(reading: &$0) }
        facets.readModels(&fields)
        self.header = header
        self.facets = facets
    }
}
