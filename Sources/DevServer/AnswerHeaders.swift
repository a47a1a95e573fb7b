import Outputs

/// The headers of the host files, with two differences: nothing may be kept without asking, and no other origin may read anything.
struct AnswerHeaders: Sendable {
    private let plan: HostPlan
    private let hiddenTwins: Set<String>

    init(_ plan: HostPlan) {
        self.plan = plan
        hiddenTwins = Set(plan.hiddenTwins)
    }

    typealias Header = (name: String, value: String)

    /// On every answer about the site.
    func common(_ target: RequestTarget) -> [Header] {
        let vary: [Header] = target.path.hasPrefix(HostHeaders.hashedFolder) ? [] : [("Vary", "Accept")]
        return plan.headers + vary + [("Cache-Control", HostHeaders.revalidated)]
    }

    /// On an answer of status 200 or 304.
    /// - Parameter file: what is sent, by its path below the folder.
    func headers(_ target: RequestTarget, file: String) -> [Header] {
        let type = HostHeaders.type(of: "/" + file)
        var headers = common(target) + [("Content-Type", type)]
        if let link = link(target, type: type) { headers.append(("Link", link)) }
        let isHiddenTwin = plan.hidesTwins && target.sent.hasSuffix(".md")
        if isHiddenTwin || hiddenTwins.contains(target.path) || Self.isIndex(target.path) {
            headers.append(("X-Robots-Tag", "noindex"))
        }
        return headers
    }

    /// A page names its twin and the nearest index, a twin its page; nothing else has such a header.
    private func link(_ target: RequestTarget, type: String) -> String? {
        let path = target.sent
        let isMarkdown = type.hasPrefix("text/markdown")
        guard isMarkdown || type.hasPrefix("text/html") else { return nil }
        var twin: String?
        var page = path
        if isMarkdown, path.hasSuffix(".md") {
            if Self.lastName(path).hasPrefix("sitemap") { return nil }
            page = String(path.dropLast(path.hasSuffix("/index.md") ? 8 : 3))
        } else {
            twin = path.hasSuffix("/") ? path + "index.md" : path + ".md"
        }
        // noindex and canonical contradict each other.
        var links = twin == nil && plan.hidesTwins ? [] : ["<\(plan.baseURL)\(page)>; rel=\"canonical\""]
        if let twin { links.append("<\(twin)>; rel=\"alternate\"; type=\"text/markdown\"") }
        // The longest beginnings come first; what is under none has the root's.
        if let index = plan.indexes.first(where: { path.hasPrefix($0.prefix) }) ?? plan.indexes.last {
            links.append("<\(index.file)>; rel=\"describedby\"; type=\"text/plain\"")
        }
        return links.isEmpty ? nil : links.joined(separator: ", ")
    }

    /// `llms.txt`, `llms-full.txt` and their numbered parts.
    static func isIndex(_ path: String) -> Bool {
        var name = lastName(path)
        guard name.hasPrefix("llms"), name.hasSuffix(".txt") else { return false }
        name = name.dropFirst(4).dropLast(4)
        if name.hasPrefix("-full") { name = name.dropFirst(5) }
        guard let dash = name.first else { return true }
        return dash == "-" && name.count > 1 && name.dropFirst().allSatisfy { "0123456789".contains($0) }
    }

    private static func lastName(_ path: String) -> Substring { path[...].split(separator: "/").last ?? "" }
}
