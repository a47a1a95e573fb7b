import ContentLoading
package import Diagnostics
import Outputs
import SiteModel

/// Broken links and empty sections.
struct LinkFindings {
    private let view: SiteView
    private let findings: [PageFindings]
    private let redirects: [Redirect]
    /// By page position; nil for a page that was not rendered.
    private var headingIDs: [HeadingIDs?]
    /// Site-absolute paths that are no pages.
    private let files: Set<String>
    private var anchors: TemplateAnchors

    /// - Parameters:
    ///   - otherFiles: paths of the files that are neither pages nor static; asked only when a link needs them.
    ///   - html: the bytes of a page, nil when it can't be rendered; asked only for places that no heading makes.
    init(
        _ findings: [PageFindings], _ view: SiteView, otherFiles: () -> [String],
        html: @escaping @Sendable (PageIndex) -> [UInt8]?, needsFiles: Bool = false
    ) {
        let asksForFiles =
            needsFiles
            || findings.contains { finding in
                finding.links.contains { if case .file = $0.target { true } else { false } }
            }
        redirects = Self.written(view)
        let files = asksForFiles || !redirects.isEmpty ? otherFiles() : nil
        self.findings = findings
        self.view = view
        anchors = TemplateAnchors(html)
        var ids = [HeadingIDs?](repeating: nil, count: view.pageCount)
        for finding in findings { ids[finding.page.position] = finding.headingIDs }
        headingIDs = ids
        self.files =
            files.map { files in
                let pages = (0..<view.pageCount).map { view.header(PageIndex($0)).address }
                let known = pages.flatMap { ["/" + $0.htmlFile, $0.twinPath] } + files.map { "/" + $0 }
                return Set(known + view.staticPaths + view.redirects.map(\.from))
            } ?? []
    }

    mutating func diagnostics() -> [Diagnostic] {
        var diagnostics: [Diagnostic] = []
        for finding in findings { diagnostics += self.diagnostics(of: finding) }
        return diagnostics + broken(redirects)
    }

    private mutating func diagnostics(of finding: PageFindings) -> [Diagnostic] {
        let header = view.header(finding.page)
        var diagnostics = finding.directiveMistakes
        for section in finding.emptySections {
            diagnostics.append(
                Diagnostic(
                    .emptySection, at: header.location(section.range),
                    Message(en: "the section ‘\(section.text)’ is empty", zh: "小节“\(section.text)”没有内容")))
        }
        for link in finding.links {
            guard let message = problem(link.target, on: finding.page) else { continue }
            diagnostics.append(Diagnostic(.brokenLink, at: link.location.file.location(of: link.range), message))
        }
        return diagnostics
    }

    /// The redirects that an editor wrote and that lead to a path of this site.
    private static func written(_ view: SiteView) -> [Redirect] {
        view.redirects.filter { $0.status != 410 && $0.to.hasPrefix("/") && $0.places != nil }
    }

    private mutating func broken(_ redirects: [Redirect]) -> [Diagnostic] {
        guard let home = view.page(.home, in: view.settings.defaultLanguage) else { return [] }
        return redirects.compactMap { redirect in
            problem(view.resolve(redirect.to, from: view.header(home)), on: home).map {
                Diagnostic(.badRedirect, at: redirect.places?.to, $0)
            }
        }
    }

    private mutating func problem(_ target: ResolvedLink, on page: PageIndex) -> Message? {
        switch target {
        case .external: return nil
        case .page(let other, let suffix):
            return Self.fragment(of: suffix).flatMap { fragmentProblem($0, other) }
        case .samePage(let fragment): return fragmentProblem(fragment, page)
        case .file(let path, _):
            if files.contains(path) { return nil }
            return Message(en: "there is nothing at \(path)", zh: "\(path) 处没有任何内容")
        case .withheld(let page): return page.message
        case .unknown(let written):
            return Message(en: "‘\(written)’ leads to no page", zh: "“\(written)”没有指向任何页面")
        }
    }

    /// What stands behind the number sign of a query and fragment.
    static func fragment(of suffix: String) -> String? {
        suffix.firstIndex(of: "#").map { String(suffix[suffix.index(after: $0)...]) }
    }

    private mutating func headingIDs(of page: PageIndex) -> HeadingIDs {
        if let known = headingIDs[page.position] { return known }
        var outline: [Heading] = []
        if case .rendered(let text)? = view.body(of: page)?.text.storage { outline = text.outline }
        let ids = HeadingIDs(outline.map(\.id))
        headingIDs[page.position] = ids
        return ids
    }

    /// Whether a file stands at a site-absolute path that is no page.
    func hasFile(_ path: String) -> Bool { files.contains(path) }

    /// Whether a page has a place that links name.
    mutating func has(_ fragment: String, on page: PageIndex) -> Bool { fragmentProblem(fragment, page) == nil }

    /// A heading of the body, a place that the page's template makes, the top of the page, or text to be found by the browser.
    private mutating func fragmentProblem(_ written: String, _ page: PageIndex) -> Message? {
        let fragment = Site.percentDecoded(written)
        if fragment.isEmpty || fragment == "top" || fragment.hasPrefix(":~:") { return nil }
        if headingIDs(of: page).contains(fragment) || anchors.has(fragment, on: page) { return nil }
        let path = view.header(page).address.path
        return Message(en: "\(path) has no heading with the id ‘\(fragment)’", zh: "\(path) 没有 id 为“\(fragment)”的标题")
    }
}

extension DiagnosticCode {
    package static let brokenLink = DiagnosticCode(
        "link/broken", en: "A link leads to a page, file or heading that this build does not have.",
        zh: "链接指向的页面、文件或标题在本次生成中不存在。", wrong: "[网关](/answers/gatway)", right: "[网关](/answers/gateway)")
    package static let emptySection = DiagnosticCode(
        "section/empty", en: "A heading has nothing below it before the next heading of its level.",
        zh: "标题之下没有内容，紧接着就是同级或更高级的标题。", wrong: "## 价格\n\n## 限制\n\n……", right: "## 价格\n\n……\n\n## 限制\n\n……")
    package static let outputCollision = DiagnosticCode(
        "output/collision",
        en:
            "Two sources would write one file of the site; one of them would be lost. Names that differ in case only count as "
            + "one, since some file systems and servers take them so.",
        zh: "两个来源会写入同一个文件，其中一个会丢失。仅大小写不同的名称也视为相同，因为部分文件系统和服务器不区分大小写。",
        wrong: "Content/static/robots.txt", right: "robots: {search: allow}   # in Content/site.yaml")
}

/// The codes that building can give.
package enum BuildCodes {
    package static let all: [DiagnosticCode] = [
        .brokenLink, .emptySection, .outputCollision, .hardCodedPrice, .notWritten, .securityExpired, .updatedNotMoved,
        .tokenBudget, .crowdedFeed,
        .vanishedAddress,
    ]
}
