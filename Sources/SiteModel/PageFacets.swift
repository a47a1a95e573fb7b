/// The citable facts that a page holds, in a fixed set: a kind fills them, a format reads them, and neither
/// knows the other. Copies share their memory.
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

    private var storage = Shared(FacetFields())

    package init() {}

    init(_ fields: FacetFields) { storage = Shared(fields) }

    /// The question as users type it.
    package var question: String? {
        get { storage.value.question }
        set { storage.value.question = newValue }
    }
    package var shortAnswer: RichText? {
        get { storage.value.shortAnswer }
        set { storage.value.shortAnswer = newValue }
    }
    /// English summary on a page in another language.
    package var englishSummary: RichText? {
        get { storage.value.englishSummary }
        set { storage.value.englishSummary = newValue }
    }
    package var evidence: [RichText] {
        get { storage.value.evidence }
        set { storage.value.evidence = newValue }
    }
    /// What to do next: numbered.
    package var nextSteps: [RichText] {
        get { storage.value.nextSteps }
        set { storage.value.nextSteps = newValue }
    }
    /// The steps of a guide, the items of a checklist.
    package var steps: [Step] {
        get { storage.value.steps }
        set { storage.value.steps = newValue }
    }
    package var questions: [Question] {
        get { storage.value.questions }
        set { storage.value.questions = newValue }
    }
    /// The term and its definition.
    package var term: String? {
        get { storage.value.term }
        set { storage.value.term = newValue }
    }
    package var definition: RichText? {
        get { storage.value.definition }
        set { storage.value.definition = newValue }
    }
    package var termAliases: [LocatedText] {
        get { storage.value.termAliases }
        set { storage.value.termAliases = newValue }
    }
    package var code: [CodeSample] {
        get { storage.value.code }
        set { storage.value.code = newValue }
    }
    package var testedWith: String? {
        get { storage.value.testedWith }
        set { storage.value.testedWith = newValue }
    }
    /// Catalog models that the page is about, as written.
    package var models: [LocatedText] {
        get { storage.value.models }
        set { storage.value.models = newValue }
    }
    /// Columns of a comparison table.
    package var comparedFields: [LocatedText] {
        get { storage.value.comparedFields }
        set { storage.value.comparedFields = newValue }
    }
    /// The catalog model that this page presents.
    package var model: LocatedText? {
        get { storage.value.model }
        set { storage.value.model = newValue }
    }
    package var structuredData: StructuredDataKind {
        get { storage.value.structuredData }
        set { storage.value.structuredData = newValue }
    }
}

/// The fields of `PageFacets`, where their meaning stands.
struct FacetFields: Sendable {
    var question: String?
    var shortAnswer: RichText?
    var englishSummary: RichText?
    var evidence: [RichText] = []
    var nextSteps: [RichText] = []
    var steps: [PageFacets.Step] = []
    var questions: [PageFacets.Question] = []
    var term: String?
    var definition: RichText?
    var termAliases: [LocatedText] = []
    var code: [PageFacets.CodeSample] = []
    var testedWith: String?
    var models: [LocatedText] = []
    var comparedFields: [LocatedText] = []
    var model: LocatedText?
    var structuredData: StructuredDataKind = .webPage
}

/// What a page is in schema.org's words; which types each stands for is the business of the structured data's room.
package enum StructuredDataKind: String, Sendable {
    case website, collection, glossary, modelList, article, answer, techArticle, definedTerm, faq, comparison, model
    case webPage, aboutPage, contactPage
}
