package import Diagnostics
package import SiteModel

/// One term and its definition.
package struct GlossaryTerm: PageKind {
    package static let name = "glossary-term"
    package static let folder = "glossary"
    package static let article = Message(en: "a glossary term", zh: "术语页")

    package var header: PageHeader
    package let facets: PageFacets

    package init(header: PageHeader, reading fields: inout FieldReader) {
        var header = header
        header.read(&fields)
        var facets = PageFacets()
        facets.structuredData = .definedTerm
        facets.term = fields.text("term", Message(en: "The term", zh: "术语"))
        facets.definition = fields.richText(
            "definition", required: true, Message(en: "Its definition, quotable on its own", zh: "可单独引用的定义"))
        facets.termAliases = fields.texts(
            "aliases_of_term", Message(en: "Other names of the term; links are made from them too", zh: "术语的别名，也用于自动链接")
        )
        facets.readCommon(&fields)
        facets.readModels(&fields)
        self.header = header
        self.facets = facets
    }
}
