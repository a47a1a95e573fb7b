/// A crawler that robots.txt names, and what its operator says about it.
struct Crawler: Sendable {
    enum Purpose: Sendable, CaseIterable {
        /// Search indexes and the citations of answer engines.
        case search
        /// Fetches for a person who asked.
        case user
        /// Training of models.
        case training
    }

    enum Compliance: Sendable {
        /// The operator documents that it obeys robots.txt.
        case obeys
        /// The operator documents that it may not.
        case mayIgnore
        /// No document of the operator was found: a line for it promises nothing.
        case unverified
    }

    /// The product token, matched without regard to case (RFC 9309, section 2.2.1).
    let token: String
    let purpose: Purpose
    let compliance: Compliance
    /// The day on which the operator's page was last compared.
    let verifiedOn: String
}

extension Crawler {
    /// The crawlers of a purpose, by token.
    static func all(for purpose: Purpose) -> [Crawler] { all.filter { $0.purpose == purpose } }

    /// The newest comparison with the operators' pages.
    static var verifiedOn: String { all.map(\.verifiedOn).max() ?? "" }
}
