/// A stretch of text outside code and raw HTML, for editorial checks.
package struct ProseRun: Sendable, Hashable {
    package let text: String
    package let place: MarkdownPlace
    /// Runs of one paragraph, heading or cell have the same number.
    package let block: Int
}
