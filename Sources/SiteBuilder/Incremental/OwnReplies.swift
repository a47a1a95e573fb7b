import Bytes
import Outputs

/// The replies to what a page asked about its own surroundings; nil where it did not ask.
struct OwnReplies: Sendable {
    static let kinds: [SiteQuestion.Kind] = [.near, .neighbours, .translations]

    var near: Fingerprint?
    var neighbours: Fingerprint?
    var translations: Fingerprint?

    /// Nil for any other kind.
    subscript(kind: SiteQuestion.Kind) -> Fingerprint? {
        switch kind {
        case .near: near
        case .neighbours: neighbours
        case .translations: translations
        default: nil
        }
    }
}
