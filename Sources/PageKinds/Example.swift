package import Diagnostics
package import SiteModel

/// Code that runs as it stands.
package struct Example: PageKind {
    package static let name = "example"
    package static let folder = "examples"
    package static let article = Message(en: "an example", zh: "示例页")

    package var header: PageHeader
    package let facets: PageFacets

    package init(header: PageHeader, reading fields: inout FieldReader) {
        var header = header
        header.read(&fields)
        var facets = PageFacets()
        facets.structuredData = .techArticle
        facets.readCommon(&fields)
        facets.code = fields.records(
            "code", owner: Message(en: "a code sample", zh: "代码示例"),
            Message(en: "The code, runnable as it stands", zh: "可直接运行的代码")
        ) { PageFacets.CodeSample(reading: &$0) }
        facets.testedWith = fields.optionalText(
            "tested_with", Message(en: "What the code was run with", zh: "代码的实测环境"))
        facets.readModels(&fields)
        self.header = header
        self.facets = facets
    }
}
