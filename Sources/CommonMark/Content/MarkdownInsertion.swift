/// What a hole waits for.
package enum MarkdownInsertion: Sendable, Hashable {
    /// The destination of a link as it was written, entities and backslashes resolved.
    case link(destination: String, place: MarkdownPlace)
    /// The address of an image.
    case image(destination: String, place: MarkdownPlace)
    case directive(DirectiveCall)
}

/// A link or image of a text.
package struct MarkdownLink: Sendable, Hashable {
    package let destination: String
    package let place: MarkdownPlace
    package let isImage: Bool
    /// The text of the link, or the alternative text of the image.
    package let text: String
}
