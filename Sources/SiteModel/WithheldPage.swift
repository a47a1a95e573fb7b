package import Diagnostics

/// A page that has a source but no place in this build, so that a link to it can be told from a link to nothing.
package struct WithheldPage: Sendable, Hashable {
    package enum Reason: Sendable, Hashable {
        case draft
        /// `publish_at` is still to come.
        case scheduled(Moment)
        /// `expire_at` is over.
        case expired(Moment)
        /// The source can't be read as a page, which is reported there.
        case unreadable
    }

    package let id: PageID
    package let language: String
    package let path: String
    package let source: String
    package let reason: Reason

    /// - Parameters:
    ///   - path: the address that the page would have.
    ///   - source: path of its file inside the project.
    package init(id: PageID, language: String, path: String, source: String, reason: Reason) {
        self.id = id
        self.language = language
        self.path = path
        self.source = source
        self.reason = reason
    }

    package var isExpired: Bool { if case .expired = reason { true } else { false } }

    /// What to say of a reference to it; nil when the page itself is reported.
    package var message: Message? {
        switch reason {
        case .draft: Message(en: "\(source) is a draft, so \(path) is not built", zh: "\(source) 是草稿，因此不会生成 \(path)")
        case .scheduled(let moment):
            Message(
                en: "\(source) is not published before \(moment.iso8601), so \(path) is not built",
                zh: "\(source) 要到 \(moment.iso8601) 才发布，因此不会生成 \(path)")
        case .expired(let moment):
            Message(
                en: "\(source) expired on \(moment.iso8601), so \(path) is not built",
                zh: "\(source) 已于 \(moment.iso8601) 到期，因此不会生成 \(path)")
        case .unreadable: nil
        }
    }
}

/// The withheld pages of a site by what refers to them.
package struct WithheldPages: Sendable {
    /// Sorted by the bytes of their paths.
    package let all: [WithheldPage]
    private let byPath: [String: WithheldPage]
    private let bySource: [String: WithheldPage]
    private let byID: [String: WithheldPage]

    package init(_ pages: [WithheldPage] = []) {
        all = pages.sorted { $0.path.precedesByBytes($1.path) }
        byPath = Dictionary(pages.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
        bySource = Dictionary(pages.map { ($0.source, $0) }, uniquingKeysWith: { first, _ in first })
        byID = Dictionary(pages.map { ($0.language + "/" + $0.id.text, $0) }, uniquingKeysWith: { first, _ in first })
    }

    package var isEmpty: Bool { bySource.isEmpty }

    /// The page that would stand at this address.
    package func page(at path: String) -> WithheldPage? { byPath[path] }

    package func page(from source: String) -> WithheldPage? { bySource[source] }

    package func page(_ id: String, in language: String) -> WithheldPage? { byID[language + "/" + id] }
}
