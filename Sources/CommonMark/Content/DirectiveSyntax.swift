/// What a directive looks like: where it may stand, and what it may be given.
package struct DirectiveSyntax: Sendable {
    /// The three ways to write a directive.
    package enum Form: String, Sendable, Hashable {
        /// `:name[label]{…}` inside a paragraph.
        case inline
        /// `::name[label]{…}` alone on a line.
        case leaf
        /// `:::name[label]{…}` … `:::` around blocks.
        case container
    }

    /// What stands between the square brackets.
    package enum Label: Sendable, Hashable {
        case none
        /// Text for the directive itself, such as the name of a model.
        case raw
        /// Markdown, rendered between the directive's two holes.
        case markdown
    }

    package let name: String
    package let forms: [Form]
    package let label: Label
    /// Names of the attributes; `id` and `class` are also written `#id` and `.class`.
    package let attributes: [String]

    package init(name: String, forms: [Form], label: Label, attributes: [String] = []) {
        self.name = name
        self.forms = forms
        self.label = label
        self.attributes = attributes
    }
}
