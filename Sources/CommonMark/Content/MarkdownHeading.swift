/// A heading of a text, for tables of contents, anchors and checks.
package struct MarkdownHeading: Sendable, Hashable {
    /// 1 to 6.
    package let level: Int
    /// Empty when no ids were asked for and none was written.
    package internal(set) var id: String
    /// Ids that the heading had before: links to them lead here.
    package let aliases: [String]
    package let text: String
    package let place: MarkdownPlace
    /// Nothing but headings stands between this one and the next of the same or a higher level.
    package internal(set) var isEmptySection: Bool
    /// The bytes of `MarkdownContent.html` that hold the heading's inline content.
    package internal(set) var htmlRange: Range<Int>
}
