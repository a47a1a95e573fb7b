/// A test: what stands behind `is`. Its sentence becomes the editors' reference.
package struct ValueTest: Sendable {
    package let name: String
    /// Other names of the same test.
    package let aliases: [String]
    /// One English sentence for editors.
    package let doc: String
    package let signature: Signature
    /// Also answers for an undefined value; all others refuse it.
    let acceptsUndefined: Bool
    let apply: @Sendable (FilterCall) throws(EvaluationError) -> Bool

    init(
        _ name: String, aliases: [String] = [], _ signature: Signature = Signature(), acceptsUndefined: Bool = false,
        doc: String, apply: @escaping @Sendable (FilterCall) throws(EvaluationError) -> Bool
    ) {
        self.name = name
        self.aliases = aliases
        self.doc = doc
        self.signature = signature
        self.acceptsUndefined = acceptsUndefined
        self.apply = apply
    }

    func ask(_ subject: Value, _ arguments: [Value]) throws(EvaluationError) -> Bool {
        if !acceptsUndefined, let missing = subject.missingName { throw EvaluationError(missing) }
        return try apply(FilterCall(subject, arguments))
    }
}
