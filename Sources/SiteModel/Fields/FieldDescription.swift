package import Diagnostics

/// What a field is: for the editors' reference, the JSON Schema, the page skeletons and the template checker.
package struct FieldDescription: Sendable {
    package indirect enum Shape: Sendable {
        case text
        /// Text with inline Markdown.
        case richText
        case moment
        case flag
        case integer
        /// One of these words.
        case choice([String])
        case list(Shape)
        case record([FieldDescription])
        /// A mapping whose keys the editor chooses.
        case dictionary(Shape)
        /// A text, or a mapping from language code to text.
        case localizedText
        /// One of several forms.
        case alternatives([Shape])
    }

    package let name: String
    package let shape: Shape
    package let isRequired: Bool
    package let explanation: Message

    package init(name: String, shape: Shape, isRequired: Bool, explanation: Message) {
        self.name = name
        self.shape = shape
        self.isRequired = isRequired
        self.explanation = explanation
    }
}
