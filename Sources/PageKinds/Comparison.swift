package import Diagnostics
package import SiteModel

/// Catalog models side by side; the table comes from the catalog.
package struct Comparison: PageKind {
    package static let name = "comparison"
    package static let folder = "comparisons"
    package static let article = Message(en: "a comparison", zh: "对比页")

    package var header: PageHeader
    package let facets: PageFacets

    package init(header: PageHeader, reading fields: inout FieldReader) {
        var header = header
        header.read(&fields)
        var facets = PageFacets()
        facets.structuredData = .comparison
        facets.readCommon(&fields)
        facets.readModels(&fields, required: true)
        facets.comparedFields = fields.texts(
            "fields",
            Message(en: "Columns of the table, such as input, output, context", zh: "对比表的列，例如 input、output、context"))
        self.header = header
        self.facets = facets
    }
}
