/// The parameters of a filter, test or function.
package struct Signature: Sendable {
    package struct Parameter: Sendable {
        package let name: String
        /// Absent when the argument must be given.
        let standard: Value?
        /// False when the argument must be given.
        package var isOptional: Bool { standard != nil }

        /// The default as a template would write it; nil when there is none, or when none means that nothing is given.
        package var defaultText: String? {
            guard let standard else { return nil }
            switch standard {
            case .none: return nil
            case .boolean(let truth): return truth ? "true" : "false"
            default:
                var text = ""
                try? standard.writeRepresentation(to: &text)
                return text
            }
        }

        static func needed(_ name: String) -> Parameter { Parameter(name: name, standard: nil) }

        static func optional(_ name: String, _ standard: Value = Value.none) -> Parameter {
            Parameter(name: name, standard: standard)
        }
    }

    package let parameters: [Parameter]
    /// Takes any further arguments, by position and by name.
    package let takesMore: Bool

    init(_ parameters: Parameter..., takesMore: Bool = false) {
        self.parameters = parameters
        self.takesMore = takesMore
    }
}
