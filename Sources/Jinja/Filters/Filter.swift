/// A filter: what stands behind `|`. Its sentence becomes the editors' reference.
package struct Filter: Sendable {
    package let name: String
    /// Other names of the same filter.
    package let aliases: [String]
    /// One English sentence for editors.
    package let doc: String
    package let signature: Signature
    let result: FilterResult
    /// Also works on an undefined value; all others refuse it.
    let acceptsUndefined: Bool
    /// Makes text of HTML, but no text that could mean something else than that HTML did: only letters or white space change.
    let keepsHTML: Bool
    let apply: @Sendable (FilterCall) throws(EvaluationError) -> Value

    init(
        _ name: String, aliases: [String] = [], _ signature: Signature = Signature(), gives result: FilterResult,
        acceptsUndefined: Bool = false, keepsHTML: Bool = false, doc: String,
        apply: @escaping @Sendable (FilterCall) throws(EvaluationError) -> Value
    ) {
        self.name = name
        self.aliases = aliases
        self.doc = doc
        self.signature = signature
        self.result = result
        self.acceptsUndefined = acceptsUndefined
        switch result {
        case .same, .value(.html): self.keepsHTML = true
        default: self.keepsHTML = keepsHTML
        }
        self.apply = apply
    }
}

/// What the checker may take a filter's value for.
enum FilterResult: Sendable {
    case value(ValueType)
    /// The kind that went in.
    case same
    /// One of the items that went in.
    case element
    /// A list of the items that went in.
    case list
    /// A list of lists of them.
    case lists
    /// A list of records `grouper` and `list`.
    case groups
    /// A list of what the attribute gives.
    case mapped
}

/// What a filter or a test is applied to.
struct FilterCall: Sendable {
    let subject: Value
    /// One value for each parameter, defaults included; for a filter that takes more, what was given.
    let arguments: [Value]
    let keywords: [(name: String, value: Value)]

    init(_ subject: Value, _ arguments: [Value] = [], keywords: [(name: String, value: Value)] = []) {
        self.subject = subject
        self.arguments = arguments
        self.keywords = keywords
    }

    subscript(index: Int) -> Value { index < arguments.count ? arguments[index] : Value.none }

    func keyword(_ name: String) -> Value? { keywords.first { $0.name == name }?.value }

    func integer(_ index: Int) throws(EvaluationError) -> Int {
        guard case .integer(let number)? = self[index].number else {
            throw .expected(en: "an integer", zh: "整数", got: self[index])
        }
        return number
    }

    func text(_ index: Int) throws(EvaluationError) -> String { try self[index].printed() }

    func isTrue(_ index: Int) throws(EvaluationError) -> Bool { try self[index].isTrue() }

    /// The subject, which must be text or HTML.
    func characters() throws(EvaluationError) -> String {
        guard let text = subject.stringContent else { throw .expected(en: "text", zh: "文本", got: subject) }
        return text
    }

    /// The subject's characters, and the same kind of value again.
    func mapText(_ body: (String) throws(EvaluationError) -> String) throws(EvaluationError) -> Value {
        subject.like(try body(try subject.printed()))
    }
}
