package import Diagnostics
package import SiteModel

/// One question with its answer: the model for all kinds.
package struct Answer: PageKind {
    package static let name = "answer"
    package static let folder = "answers"
    package static let article = Message(en: "an answer", zh: "回答页")

    package var header: PageHeader
    package let facets: PageFacets

    package init(header: PageHeader, reading fields: inout FieldReader) {
        var header = header
        header.read(&fields)
        var facets = PageFacets()
        facets.structuredData = .answer
        facets.question = fields.text("question", Message(en: "The question as users type it", zh: "用户实际输入的问题"))
        facets.readCommon(&fields, shortAnswerRequired: true)
        facets.englishSummary = fields.richText(
            "summary_en", Message(en: "English summary on a page in another language", zh: "非英文页面上的英文摘要"))
        facets.readModels(&fields)
        self.header = header
        self.facets = facets
    }
}
