import ContentLoading
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
struct LinkFindings {
    private let view: SiteView
    /// The ids of the headings of each page's body.
    private let headings: [Set<String>]
    /// Site-absolute paths of all files of this build.
    private let files: Set<String>
    private let redirects: Set<String>
    private var anchors: TemplateAnchors

    /// - Parameter html: the bytes of a page, nil when it can't be rendered.
    init(
        _ findings: [PageFindings], _ view: SiteView, files: Set<String>,
        html: @escaping @Sendable (PageIndex) -> [UInt8]?
    ) {
        var headings = [Set<String>](repeating: [], count: view.pageCount)
        for finding in findings { headings[finding.page.position] = finding.headingIDs }
        self.view = view
        self.headings = headings
        self.files = files
        redirects = Set(view.redirects.map(\.from))
        anchors = TemplateAnchors(html)
    }

    mutating func broken(_ findings: [PageFindings]) -> [Diagnostic] {
        var diagnostics: [Diagnostic] = []
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
                if let message = problem(link.target, finding.page) {
                    diagnostics.append(
                        Diagnostic(.brokenLink, at: link.location.file.location(of: link.range), message))
                }
            }
        }
        return diagnostics + brokenRedirects()
    }
}

extension LinkFindings {
    private mutating func brokenRedirects() -> [Diagnostic] {
        guard let home = view.page(.home, in: view.settings.defaultLanguage) else { return [] }
        var diagnostics: [Diagnostic] = []
        for redirect in view.redirects where redirect.status != 410 && redirect.to.hasPrefix("/") {
            guard let places = redirect.places else { continue }
            if let message = problem(view.resolve(redirect.to, from: view.header(home)), home) {
                diagnostics.append(Diagnostic(.badRedirect, at: places.to, message))
            }
        }
        return diagnostics
    }

    private mutating func problem(_ target: ResolvedLink, _ page: PageIndex) -> Message? {
        switch target {
        case .external: return nil
        case .page(let other, let suffix):
            guard let hash = suffix.firstIndex(of: "#") else { return nil }
            return fragmentProblem(String(suffix[suffix.index(after: hash)...]), other)
        case .samePage(let fragment): return fragmentProblem(fragment, page)
        case .file(let path, _):
            if files.contains(path) || redirects.contains(path) { return nil }
            return Message(en: "there is nothing at \(path)", zh: "\(path) 处没有任何内容")
        case .withheld(let page): return page.message
        case .unknown(let written):
            return Message(en: "‘\(written)’ leads to no page", zh: "“\(written)”没有指向任何页面")
        }
    }

    /// A heading of the body, a place that the page's template makes, the top of the page, or text to be found by the browser.
    private mutating func fragmentProblem(_ written: String, _ page: PageIndex) -> Message? {
        let fragment = Site.percentDecoded(written)
        if fragment.isEmpty || fragment == "top" || fragment.hasPrefix(":~:") { return nil }
        if headings[page.position].contains(fragment) || anchors.has(fragment, on: page) { return nil }
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
    package static let all: [DiagnosticCode] = [.brokenLink, .emptySection, .outputCollision]
}
