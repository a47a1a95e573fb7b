/// The facets that nobody but the page itself shows: they are most of what editors write into front matter. Copies share their memory.
package struct PageDetails: Sendable {
    private struct Fields: Sendable {
        var englishSummary: RichText?
        var evidence: [RichText] = []
        var nextSteps: [RichText] = []
        var steps: [PageFacets.Step] = []
        var questions: [PageFacets.Question] = []
        var code: [PageFacets.CodeSample] = []
        var testedWith: String?
    }

    private var fields = Shared(Fields())

    package init() {}

    /// English summary on a page in another language.
    package var englishSummary: RichText? {
        get { fields.value.englishSummary }
        set { fields.value.englishSummary = newValue }
    }
    package var evidence: [RichText] {
        get { fields.value.evidence }
        set { fields.value.evidence = newValue }
    }
    /// What to do next: numbered.
    package var nextSteps: [RichText] {
        get { fields.value.nextSteps }
        set { fields.value.nextSteps = newValue }
    }
    /// The steps of a guide, the items of a checklist.
    package var steps: [PageFacets.Step] {
        get { fields.value.steps }
        set { fields.value.steps = newValue }
    }
    package var questions: [PageFacets.Question] {
        get { fields.value.questions }
        set { fields.value.questions = newValue }
    }
    package var code: [PageFacets.CodeSample] {
        get { fields.value.code }
        set { fields.value.code = newValue }
    }
    package var testedWith: String? {
        get { fields.value.testedWith }
        set { fields.value.testedWith = newValue }
    }
}
