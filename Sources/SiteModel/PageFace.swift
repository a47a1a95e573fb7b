/// The facets that lists, links, machine files and other pages ask for, so that all pages' are held. Copies share their memory.
package struct PageFace: Sendable {
    private struct Fields: Sendable {
        var question: String?
        var shortAnswer: RichText?
        var term: String?
        var definition: RichText?
        var termAliases: [LocatedText] = []
        var models: [LocatedText] = []
        var comparedFields: [LocatedText] = []
        var model: LocatedText?
        var structuredData: StructuredDataKind = .webPage
    }

    private var fields = Shared(Fields())

    package init() {}

    /// The question as users type it.
    package var question: String? {
        get { fields.value.question }
        set { fields.value.question = newValue }
    }
    package var shortAnswer: RichText? {
        get { fields.value.shortAnswer }
        set { fields.value.shortAnswer = newValue }
    }
    /// The term and its definition.
    package var term: String? {
        get { fields.value.term }
        set { fields.value.term = newValue }
    }
    package var definition: RichText? {
        get { fields.value.definition }
        set { fields.value.definition = newValue }
    }
    package var termAliases: [LocatedText] {
        get { fields.value.termAliases }
        set { fields.value.termAliases = newValue }
    }
    /// Catalog models that the page is about, as written.
    package var models: [LocatedText] {
        get { fields.value.models }
        set { fields.value.models = newValue }
    }
    /// Columns of a comparison table.
    package var comparedFields: [LocatedText] {
        get { fields.value.comparedFields }
        set { fields.value.comparedFields = newValue }
    }
    /// The catalog model that this page presents.
    package var model: LocatedText? {
        get { fields.value.model }
        set { fields.value.model = newValue }
    }
    package var structuredData: StructuredDataKind {
        get { fields.value.structuredData }
        set { fields.value.structuredData = newValue }
    }
}
