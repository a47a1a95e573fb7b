/// One use of a directive in a text.
package struct DirectiveCall: Sendable, Hashable {
    package struct Attribute: Sendable, Hashable {
        package let name: String
        /// Empty for an attribute without a value.
        package let value: String
        package let namePlace: MarkdownPlace
        package let valuePlace: MarkdownPlace
    }

    package let name: String
    package let form: DirectiveSyntax.Form
    /// The text between the square brackets as it was written; nil when there are none.
    package let label: String?
    package let labelPlace: MarkdownPlace?
    /// In the order in which they were written.
    package let attributes: [Attribute]
    /// The directive without its content: for a container, the opening line.
    package let place: MarkdownPlace
    /// What begins each further line of what the directive writes into the twin, such as `> ` inside a quote.
    package internal(set) var twinLinePrefix = ""

    /// The value of an attribute; the last one counts.
    package func value(of name: String) -> String? { attributes.last { $0.name == name }?.value }
}
