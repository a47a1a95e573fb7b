import Bytes
import Outputs
import SiteModel

/// The replies to questions about what rendering the pages left behind.
struct ProductReplies: Sendable {
    private let inlineCode: Fingerprint
    private let search: SearchReplies
    private let images: Fingerprint

    /// - Parameter view: one that notes nothing.
    init(_ view: SiteView, _ products: PageProducts) {
        var writer = RecordWriter()
        let code = products.inlineCode
        for hashes in [code.scripts, code.styles] { writer.write(hashes.sorted()) { $0.write($1) } }
        inlineCode = writer.fingerprint()
        writer.removeAll()
        for (position, images) in products.images.enumerated() where !images.isEmpty {
            writer.write(view.name(of: PageIndex(position)))
            writer.write(images) { $0.write($1) }
        }
        images = writer.fingerprint()
        search = SearchReplies(products.searchIndex)
    }

    /// Nil for a question about something else.
    func reply(_ question: SiteQuestion) -> Fingerprint? {
        switch question.kind {
        case .inlineCode: inlineCode
        case .search: search[question.key]
        case .images: images
        default: nil
        }
    }
}
