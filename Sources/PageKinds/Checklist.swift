package import Diagnostics
package import SiteModel

/// Things to check, each with its reason.
package struct Checklist: PageKind {
    package static let name = "checklist"
    package static let folder = "checklists"
    package static let article = Message(en: "a checklist", zh: "检查清单")

    package var header: PageHeader
    package let facets: PageFacets

    package init(header: PageHeader, reading fields: inout FieldReader) {
        var header = header
        header.read(&fields)
        var facets = PageFacets()
        facets.structuredData = .techArticle
        facets.readCommon(&fields)
        facets.steps = fields.records(
            "items", owner: Message(en: "an item", zh: "检查项"), Message(en: "What to check, and why", zh: "检查项及其原因")
        ) { PageFacets.Step(reading: &$0) }
        facets.readModels(&fields)
        self.header = header
        self.facets = facets
    }
}
