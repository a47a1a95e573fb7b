/// A crawler that robots.txt names, and what its operator says about it. The list is a data file, `Templates/crawlers.yaml`.
package struct Crawler: Sendable, Hashable {
    package enum Purpose: String, Sendable, CaseIterable {
        /// Search indexes and the citations of answer engines.
        case search
        /// Fetches for a person who asked.
        case user
        /// Training of models.
        case training
    }

    package enum Compliance: String, Sendable, CaseIterable {
        /// The operator documents that it obeys robots.txt.
        case obeys
        /// The operator documents that it may not.
        case mayIgnore = "may-ignore"
        /// No document of the operator was found: a line for it promises nothing.
        case unverified
    }

    /// The product token, matched without regard to case (RFC 9309, section 2.2.1).
    package let token: String
    package let purpose: Purpose
    package let compliance: Compliance
    /// The day on which the operator's page was last compared.
    package let verifiedOn: Moment
    /// The operator's page.
    package let source: String?

    package init(token: String, purpose: Purpose, compliance: Compliance, verifiedOn: Moment, source: String?) {
        self.token = token
        self.purpose = purpose
        self.compliance = compliance
        self.verifiedOn = verifiedOn
        self.source = source
    }
}

extension [Crawler] {
    /// Of each token the entry that stands last, sorted by token without regard to case.
    package func merged() -> [Crawler] {
        var seen: Set<String> = []
        return reversed().filter { seen.insert($0.token.lowercased()).inserted }.sorted {
            $0.token.lowercased().precedesByBytes($1.token.lowercased())
        }
    }

    package func named(_ token: String) -> Crawler? { first { $0.token.lowercased() == token.lowercased() } }
}
