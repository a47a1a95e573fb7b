package import Diagnostics
import Outputs
import SiteModel

/// Broken links and empty sections.
struct LinkFindings {
    private let view: SiteView
    /// By page position.
    private let headingIDs: [[String]]
    /// Site-absolute paths that are no pages.
    private let files: Set<String>

    /// - Parameter otherFiles: paths of the files that are neither pages nor static; asked only when a link needs them.
    static func broken(
        _ findings: [PageFindings], _ view: SiteView, otherFiles: () -> [String]
    ) -> [Diagnostic] {
        let asksForFiles = findings.contains { finding in
            finding.links.contains { if case .file = $0.target { true } else { false } }
        }
        let site = LinkFindings(findings, view, files: asksForFiles ? otherFiles() : nil)
        return findings.flatMap { site.diagnostics(of: $0) }
    }

    private init(_ findings: [PageFindings], _ view: SiteView, files: [String]?) {
        self.view = view
        var ids = [[String]](repeating: [], count: view.pageCount)
        for finding in findings { ids[finding.page.position] = finding.headingIDs }
        headingIDs = ids
        self.files =
            files.map { files in
                let pages = (0..<view.pageCount).map { view.header(PageIndex($0)).address }
                let known = pages.flatMap { ["/" + $0.htmlFile, $0.twinPath] } + files.map { "/" + $0 }
                return Set(known + view.staticPaths + view.redirects.map(\.from))
            } ?? []
    }

    private func diagnostics(of finding: PageFindings) -> [Diagnostic] {
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

    private func problem(_ target: ResolvedLink, on page: PageIndex) -> Message? {
        switch target {
        case .external: return nil
        case .page(let other, let suffix):
            guard let hash = suffix.firstIndex(of: "#") else { return nil }
            return fragmentProblem(String(suffix[suffix.index(after: hash)...]), other)
        case .samePage(let fragment): return fragmentProblem(fragment, page)
        case .file(let path, _):
            if files.contains(path) { return nil }
            return Message(en: "there is nothing at \(path)", zh: "\(path) 处没有任何内容")
        case .unknown(let written):
            return Message(en: "‘\(written)’ leads to no page", zh: "“\(written)”没有指向任何页面")
        }
    }

    /// The ids of the body's headings and the one of the answer. Others belong to the theme.
    private func fragmentProblem(_ fragment: String, _ page: PageIndex) -> Message? {
        if fragment.isEmpty || headingIDs[page.position].contains(fragment) { return nil }
        if fragment == "answer", view.facets(page).shortAnswer != nil { return nil }
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
        zh: "标题之下没有内容，紧接着就是同级或更高级的标题。")
}

/// The codes that building can give.
package enum BuildCodes {
    package static let all: [DiagnosticCode] = [.brokenLink, .emptySection]
}
