/// The citable facts that a page holds, in a fixed set: a kind fills them, a format reads them, and neither knows the other.
package struct PageFacets: Sendable {
    package struct Step: Sendable {
        package let text: RichText
        package let why: RichText?

        package init(text: RichText, why: RichText?) {
            self.text = text
            self.why = why
        }
    }

    package struct Question: Sendable {
        package let question: RichText
        package let answer: RichText

        package init(question: RichText, answer: RichText) {
            self.question = question
            self.answer = answer
        }
    }

    package struct CodeSample: Sendable, Hashable {
        package let language: String
        package let title: String?
        package let text: String

        package init(language: String, title: String?, text: String) {
            self.language = language
            self.title = title
            self.text = text
        }
    }

    /// The question as users type it.
    package var question: String?
    package var shortAnswer: RichText?
    /// English summary on a page in another language.
    package var englishSummary: RichText?
    package var evidence: [RichText] = []
    /// What to do next: numbered.
    package var nextSteps: [RichText] = []
    /// The steps of a guide, the items of a checklist.
    package var steps: [Step] = []
    package var questions: [Question] = []
    /// The term and its definition.
    package var term: String?
    package var definition: RichText?
    package var termAliases: [LocatedText] = []
    package var code: [CodeSample] = []
    package var testedWith: String?
    /// Catalog models that the page is about, as written.
    package var models: [LocatedText] = []
    /// Columns of a comparison table.
    package var comparedFields: [LocatedText] = []
    /// The catalog model that this page presents.
    package var model: LocatedText?
    package var structuredData: StructuredDataKind = .webPage

    package init() {}
}

/// What a page is in schema.org's words; which types each stands for is the business of the structured data's room.
package enum StructuredDataKind: String, Sendable {
    case website, collection, glossary, modelList, article, answer, techArticle, definedTerm, faq, comparison, model
    case webPage, aboutPage, contactPage
}
