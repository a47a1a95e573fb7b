import Outputs

/// What becomes of a path: the rules of `deploy/nginx.conf`, in its order.
struct SiteRoutes: Sendable {
    enum Route: Sendable, Equatable {
        /// A file of the build, by its path below the folder.
        case file(String)
        /// A file that is sent for the path of a page, in one of its forms.
        case page(String)
        /// - Parameter target: percent-encoded.
        case moved(status: Int, target: String)
        case gone
        case absent
    }

    private let files: Set<String>
    private let moves: [String: HostPlan.Move]
    private let gone: Set<String>

    init(_ plan: HostPlan, files: Set<String>) {
        self.files = files
        moves = Dictionary(plan.moves.map { ($0.from, $0) }, uniquingKeysWith: { first, _ in first })
        gone = Set(plan.gone)
    }

    func route(_ target: RequestTarget, wantsMarkdown: Bool) -> Route {
        if let move = moves[target.path] {
            let query = move.to.contains("?") ? "" : target.query
            return .moved(status: move.status, target: move.to + query + move.fragment)
        }
        if gone.contains(target.path) { return .gone }
        if let canonical = Self.canonical(target.sent) {
            return .moved(status: 301, target: canonical + target.query)
        }
        if target.path == "/404" || HostHeaders.unserved.contains(where: { target.path.hasPrefix($0) }) {
            return .absent
        }
        let name = String(target.path.dropFirst())
        let forms = wantsMarkdown ? [".md", ".html"] : [".html"]
        if target.path.hasSuffix("/") {
            let stem = String(name.dropLast())
            if !stem.isEmpty, files.contains(stem + ".html") {
                return .moved(status: 301, target: target.sent.dropLast() + target.query)
            }
            return page(name + "index", forms)
        }
        if files.contains(name + "/index.html") {
            return .moved(status: 301, target: target.sent + "/" + target.query)
        }
        return files.contains(name) ? .file(name) : page(name, forms)
    }

    private func page(_ stem: String, _ forms: [String]) -> Route {
        forms.lazy.map { stem + $0 }.first { files.contains($0) }.map { .page($0) } ?? .absent
    }

    /// The canonical path of one with `.html`, or of a name that mirrors have elsewhere; nil for any other.
    private static func canonical(_ path: String) -> String? {
        if path.hasSuffix("/index.html") { return String(path.dropLast(10)) }
        for (suffix, replacement) in [(".html", ""), (".html.md", ".md")] where path.hasSuffix(suffix) {
            let stem = path.dropLast(suffix.count)
            if stem.count > 1, !stem.hasSuffix("/") { return stem + replacement }
        }
        return nil
    }
}
