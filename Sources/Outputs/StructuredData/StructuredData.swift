package import Bytes
import SiteModel

/// The JSON-LD of a page: one `<script>` with one `@graph`. Source: https://www.w3.org/TR/json-ld11/, and the vocabulary of
/// schema.org 30.0. It says only what the page shows, and every reference resolves in the page itself.
package enum StructuredData {
    package static func script(for texts: PageTexts, _ view: SiteView, into buffer: inout ByteBuffer) {
        let subject = GraphPage(texts, view)
        buffer.append("<script type=\"application/ld+json\">{\"@context\":\"https://schema.org\",\"@graph\":[")
        for node in StructuredDataRegistry.all where node.isOn(subject) { node.write(subject, into: &buffer) }
        buffer.append("]}</script>")
    }
}

/// A node of the graph: one type and one file each, listed in `StructuredDataRegistry`.
protocol StructuredDataNode: Sendable {
    /// Whether a page has the node.
    static func isOn(_ page: GraphPage) -> Bool

    static func write(_ page: GraphPage, into buffer: inout ByteBuffer)
}
