package import Diagnostics
package import SiteModel

/// A catalog model with the editor's notes; pages of the other models are generated.
package struct ModelPage: PageKind {
    package static let name = "model"
    package static let folder = "models"
    package static let article = Message(en: "a model page", zh: "模型页")

    package var header: PageHeader
    package let facets: PageFacets

    package init(header: PageHeader, reading fields: inout FieldReader) {
        var header = header
        header.read(&fields)
        var facets = PageFacets()
        facets.structuredData = .model
        facets.model = fields.reference(
            "model", required: true, Message(en: "The exact id of a catalog model", zh: "目录中模型的完整 id"))
        facets.readCommon(&fields)
        facets.readModels(&fields)
        self.header = header
        self.facets = facets
    }
}
