package import Bytes
import SiteModel

/// What a file of the search index depends on; the key of a `SiteQuestion` of this kind.
enum SearchQuestion {
    /// Every text.
    case all
    /// How the index is cut, and which pages stand in which file.
    case shape
    /// The texts of one file, by its path.
    case texts(String)

    var key: String {
        switch self {
        case .all: "all"
        case .shape: "shape"
        case .texts(let path): path
        }
    }
}

/// The replies to questions about what search finds, which are known once all pages are rendered.
package struct SearchReplies: Sendable {
    private let replies: [String: Fingerprint]

    /// - Parameter view: one that notes nothing.
    package init(_ view: SiteView, _ products: PageProducts) {
        let documents = products.searchDocuments
        var replies: [String: Fingerprint] = [:]
        if !documents.isEmpty {
            let plan = SearchPlan(view, documents)
            var writer = RecordWriter()
            plan.writeShape(view, into: &writer)
            replies[SearchQuestion.shape.key] = writer.fingerprint()
            replies[SearchQuestion.all.key] = plan.fingerprint(view, documents)
            for chunk in plan.chunks {
                writer.removeAll()
                plan.write(chunk, view, documents, into: &writer)
                replies[chunk.path] = writer.fingerprint()
            }
        }
        self.replies = replies
    }

    package subscript(key: String) -> Fingerprint { replies[key] ?? Fingerprint(of: []) }
}
