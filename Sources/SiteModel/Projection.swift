/// The forms in which a text goes out.
package enum Projection: Sendable, Hashable {
    case html
    /// Markdown for the twin.
    case markdown
    /// Plain text for structured data, descriptions and search.
    case plain
}
