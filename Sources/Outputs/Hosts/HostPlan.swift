import Bytes
import SiteModel

/// What the configurations of nginx and Caddy say about this site, before either's grammar, and what `serve` goes by.
package struct HostPlan: Sendable {
    package struct Move: Sendable {
        /// Site-absolute path as a browser asks for it once percent signs are decoded.
        package let from: String
        /// Percent-encoded path or URL, without its fragment.
        package let to: String
        /// With its number sign; may be empty.
        package let fragment: String
        package let status: Int
    }

    package let baseURL: String
    /// Host and perhaps port.
    let authority: String
    /// The same in letters, digits and low lines: part of names that must not meet those of another site.
    let suffix: String
    package let headers: [(name: String, value: String)]
    /// By `from`.
    package let moves: [Move]
    /// Addresses that answer 410: withdrawn by the list of redirects, or pages that expired.
    package let gone: [String]
    /// The nearest `llms.txt` by the beginning of an address, the longest beginnings first.
    package let indexes: [(prefix: String, file: String)]
    /// Twins of pages that machines are not to list.
    package let hiddenTwins: [String]
    /// Whether no twin is to be indexed.
    package let hidesTwins: Bool
    /// Whether `.gz` and `.br` files stand beside the texts.
    let isPrecompressed: Bool

    package init(_ view: SiteView, _ products: PageProducts) {
        let settings = view.settings
        baseURL = settings.baseURL
        isPrecompressed = settings.machines.isPrecompressed
        let rest = settings.baseURL.split(separator: "/", omittingEmptySubsequences: true).dropFirst().first ?? ""
        authority = String(rest)
        suffix = String(authority.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
        headers = HostHeaders.headers(allowing: products.inlineCode)
        var taken: Set<String> = []
        let redirects = view.redirects.filter { $0.from.hasPrefix("/") && Self.isPlain($0.from) }
            .filter { taken.insert($0.from).inserted }
        moves = redirects.filter { $0.status != 410 }.map { Self.move($0, to: view.target(of: $0)) }
        let expired = view.expiredAddresses.flatMap { [$0.path, $0.twinPath] }
            .filter { Self.isPlain($0) && taken.insert($0).inserted }
        gone = redirects.filter { $0.status == 410 }.map(\.from) + expired
        indexes = Self.indexes(view)
        hidesTwins = settings.machines.hidesTwins
        hiddenTwins = hidesTwins ? [] : Self.hiddenTwins(view, products)
    }
}

extension HostPlan {
    /// Twins can't say themselves that they are not to be indexed.
    static func hiddenTwins(_ view: SiteView, _ products: PageProducts) -> [String] {
        view.hiddenPages.filter { products.twin($0) != nil }.map { view.header($0).address.twinPath }
    }

    /// A path that fits on one line of a configuration.
    private static func isPlain(_ path: String) -> Bool { path.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F } }

    private static func move(_ redirect: Redirect, to target: String) -> Move {
        var buffer = ByteBuffer(capacity: 128)
        buffer.append(urlEncoded: target)
        let parts = buffer.text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        return Move(
            from: redirect.from, to: String(parts[0]), fragment: parts.count > 1 ? "#" + parts[1] : "",
            status: redirect.status)
    }

    private static func indexes(_ view: SiteView) -> [(prefix: String, file: String)] {
        let settings = view.settings
        guard settings.wants(output: LLMs.name) else { return [] }
        let prefixes = settings.languages.flatMap { language -> [String] in
            guard !view.listedPages(in: language).isEmpty else { return [] }
            let root = settings.prefix(of: language) + "/"
            return [root] + view.sections(in: language).map { root + $0 + "/" }
        }
        return prefixes.sorted { $0.utf8.count != $1.utf8.count ? $0.utf8.count > $1.utf8.count : $0 < $1 }
            .map { ($0, $0 + "llms.txt") }
    }
}
