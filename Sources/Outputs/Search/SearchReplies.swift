package import Bytes

/// What a file of the search index depends on; the key of a `SiteQuestion` of this kind.
enum SearchQuestion {
    /// Every pair.
    case all
    /// How the index is cut, and which page has which number.
    case shape
    /// The pairs of one file.
    case pairs(Int)

    var key: String {
        switch self {
        case .all: "all"
        case .shape: "shape"
        case .pairs(let number): SearchPlan.shardPath(number)
        }
    }
}

/// The replies to questions about what search finds, which are known once all pages are rendered.
package struct SearchReplies: Sendable {
    private let replies: [String: Fingerprint]

    package init(_ index: SearchIndex?) {
        var replies: [String: Fingerprint] = [:]
        if let index {
            replies.reserveCapacity(index.fingerprints.count + 2)
            replies[SearchQuestion.shape.key] = index.plan.fingerprint
            replies[SearchQuestion.all.key] = index.version
            for (number, fingerprint) in index.fingerprints.enumerated() {
                replies[SearchQuestion.pairs(number).key] = fingerprint
            }
        }
        self.replies = replies
    }

    package subscript(key: String) -> Fingerprint { replies[key] ?? Fingerprint(of: []) }

    /// The key of the question how the index is cut.
    package static var shapeKey: String { SearchQuestion.shape.key }
}
