package import Diagnostics
import Outputs
import SiteModel

/// What checks over the whole site need of one page's texts.
struct PageFindings: Sendable {
    struct Link: Sendable {
        let target: ResolvedLink
        let location: TextLocation
        let range: Range<Int>
    }

    let page: PageIndex
    let links: [Link]
    let headingIDs: Set<String>
    let emptySections: [(text: String, range: Range<Int>)]
    /// What is wrong with directives.
    let directiveMistakes: [Diagnostic]

    init(_ page: PageIndex, _ header: PageHeader, _ body: ParsedBody?, _ view: SiteView) {
        self.page = page
        var links: [Link] = []
        let facets = view.facets(page)
        var texts = [body?.text, facets.shortAnswer, facets.definition, facets.englishSummary].compactMap { $0 }
        texts += facets.evidence + facets.nextSteps + facets.steps.flatMap { [$0.text] + ($0.why.map { [$0] } ?? []) }
        texts += facets.questions.flatMap { [$0.question, $0.answer] }
        for text in texts {
            guard let location = text.location else { continue }
            for insertion in text.insertions {
                switch insertion {
                case .link(let destination, let range), .image(let destination, let range):
                    let target = view.resolve(destination, from: header)
                    links.append(Link(target: target, location: location, range: range))
                case .directive: break
                }
            }
        }
        self.links = links
        let writer = RichTextWriter(view, for: header)
        directiveMistakes = texts.flatMap { writer.mistakes(in: $0) }
        var outline: [Heading] = []
        if case .rendered(let rendered)? = body?.text.storage { outline = rendered.outline }
        headingIDs = Set(outline.map(\.id))
        emptySections = outline.filter { !$0.hasContent }.map { ($0.text, $0.range) }
    }
}

/// Broken links and empty sections.
enum LinkFindings {
    static func broken(_ findings: [PageFindings], _ view: SiteView, files: Set<String>) -> [Diagnostic] {
        var diagnostics: [Diagnostic] = []
        var ids = [Set<String>](repeating: [], count: view.pageCount)
        for finding in findings { ids[finding.page.position] = finding.headingIDs }
        for finding in findings {
            let header = view.header(finding.page)
            diagnostics += finding.directiveMistakes
            for section in finding.emptySections {
                diagnostics.append(
                    Diagnostic(
                        .emptySection, at: header.location(section.range),
                        Message(en: "the section ‘\(section.text)’ is empty", zh: "小节“\(section.text)”没有内容")))
            }
            for link in finding.links {
                if let message = problem(link.target, finding.page, view, ids, files) {
                    diagnostics.append(
                        Diagnostic(.brokenLink, at: link.location.file.location(of: link.range), message))
                }
            }
        }
        return diagnostics
    }

    private static func problem(
        _ target: ResolvedLink, _ page: PageIndex, _ view: SiteView, _ ids: [Set<String>], _ files: Set<String>
    ) -> Message? {
        switch target {
        case .external: return nil
        case .page(let other, let suffix):
            guard let hash = suffix.firstIndex(of: "#") else { return nil }
            return fragmentProblem(String(suffix[suffix.index(after: hash)...]), other, view, ids)
        case .samePage(let fragment): return fragmentProblem(fragment, page, view, ids)
        case .file(let path, _):
            if files.contains(path) || view.redirects.contains(where: { $0.from == path }) { return nil }
            return Message(en: "there is nothing at \(path)", zh: "\(path) 处没有任何内容")
        case .unknown(let written):
            return Message(en: "‘\(written)’ leads to no page", zh: "“\(written)”没有指向任何页面")
        }
    }

    /// The ids of the body's headings and the one of the answer. Others belong to the theme.
    private static func fragmentProblem(
        _ fragment: String, _ page: PageIndex, _ view: SiteView, _ ids: [Set<String>]
    ) -> Message? {
        if fragment.isEmpty || ids[page.position].contains(fragment) { return nil }
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
