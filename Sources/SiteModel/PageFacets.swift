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

    package var face = PageFace()
    package var details = PageDetails()

    package init() {}

    package init(_ face: PageFace, _ details: PageDetails) {
        self.face = face
        self.details = details
    }

    /// The question as users type it.
    package var question: String? {
        get { face.question }
        set { face.question = newValue }
    }
    package var shortAnswer: RichText? {
        get { face.shortAnswer }
        set { face.shortAnswer = newValue }
    }
    /// The term and its definition.
    package var term: String? {
        get { face.term }
        set { face.term = newValue }
    }
    package var definition: RichText? {
        get { face.definition }
        set { face.definition = newValue }
    }
    package var termAliases: [LocatedText] {
        get { face.termAliases }
        set { face.termAliases = newValue }
    }
    /// Catalog models that the page is about, as written.
    package var models: [LocatedText] {
        get { face.models }
        set { face.models = newValue }
    }
    /// Columns of a comparison table.
    package var comparedFields: [LocatedText] {
        get { face.comparedFields }
        set { face.comparedFields = newValue }
    }
    /// The catalog model that this page presents.
    package var model: LocatedText? {
        get { face.model }
        set { face.model = newValue }
    }
    package var structuredData: StructuredDataKind {
        get { face.structuredData }
        set { face.structuredData = newValue }
    }
    /// English summary on a page in another language.
    package var englishSummary: RichText? {
        get { details.englishSummary }
        set { details.englishSummary = newValue }
    }
    package var evidence: [RichText] {
        get { details.evidence }
        set { details.evidence = newValue }
    }
    /// What to do next: numbered.
    package var nextSteps: [RichText] {
        get { details.nextSteps }
        set { details.nextSteps = newValue }
    }
    /// The steps of a guide, the items of a checklist.
    package var steps: [Step] {
        get { details.steps }
        set { details.steps = newValue }
    }
    package var questions: [Question] {
        get { details.questions }
        set { details.questions = newValue }
    }
    package var code: [CodeSample] {
        get { details.code }
        set { details.code = newValue }
    }
    package var testedWith: String? {
        get { details.testedWith }
        set { details.testedWith = newValue }
    }
}

/// What a page is in schema.org's words; which types each stands for is the business of the structured data's room.
package enum StructuredDataKind: String, Sendable {
    case website, collection, glossary, modelList, article, answer, techArticle, definedTerm, faq, comparison, model
    case webPage, aboutPage, contactPage
}
