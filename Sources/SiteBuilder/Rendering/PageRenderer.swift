import Bytes
import Diagnostics
import Incremental
import Outputs
import Readiness
import Safety
import SiteModel

/// Renders pages one after another, for one task. What all pages refer to a thousand times is its own: counting references to one
/// object from two processors is slow.
struct PageRenderer: Sendable {
    let number: Int
    /// Notes what is asked.
    let view: SiteView
    let reads: ReadRecorder
    /// What the values that all pages share asked.
    let globalsTrace: ReadTrace
    private let pages: HTMLPages
    private let replies: SiteReplies
    private let hasInlineCode: Bool
    private let verifies: Bool
    private let judgesReadiness: Bool
    private let safety: SafetyScreen
    private let hiding: HidingClasses?
    private let hasSearch: Bool
    private let isForMany: Bool

    /// - Parameter forMany: whether it will render many pages.
    init(number: Int, _ rendering: SiteRendering, forMany: Bool) {
        self.number = number
        hasInlineCode = rendering.hasInlineCode
        verifies = rendering.verifies
        judgesReadiness = rendering.judgesReadiness
        safety = SafetyScreen(allowing: rendering.view.settings.allowances.map(\.fingerprint))
        hiding = rendering.hiding
        isForMany = forMany
        hasSearch = rendering.view.settings.wants(output: Search.name)
        reads = ReadRecorder(pageCount: rendering.view.pageCount)
        view = rendering.view.copy(reads: reads, forManyPages: forMany)
        reads.begin()
        pages = rendering.pages.copy(with: view, forManyPages: forMany)
        globalsTrace = reads.trace
        replies = SiteReplies(rendering.view.copy(reads: nil), catalog: Fingerprint(of: []))
    }

    /// Buffers that one page after another is written through.
    struct Room: ~Copyable {
        var bytes = ByteBuffer(capacity: 65_536)
        var record = RecordWriter()
        var pairs = PagePairsReader()
    }

    /// - Parameter stage: where to write; nil to only find what is wrong.
    func render(
        _ page: PageIndex, to stage: OutputStage?, _ room: inout Room
    ) throws(OutputTree.Problem) -> (page: RenderedPage, findings: PageFindings) {
        reads.begin()
        let header = view.header(page)
        let texts = PageTexts(of: page, in: view)
        let body = texts.body
        let findings = PageFindings(page, header, texts, view, hiding: hiding)
        var result = RenderedPage.Draft(findings: findings)
        if let body { result.diagnostics += body.diagnostics }
        room.bytes.truncate(to: 0)
        do throws(Failure) {
            try pages.render(texts, view, into: &room.bytes)
        } catch {
            result.diagnostics += error.diagnostics
        }
        if view.isListed(page) { result.images = reads.images(on: header.address.path) }
        if header.kind == "model" {
            result.diagnostics += ShownPrices.disagreements(page, in: room.bytes, view)
                .map { $0.diagnostic(at: header.body?.file.wholeFile) }
        }
        if hasInlineCode { result.inlineCode.add(html: room.bytes) }
        let html = verifies ? room.bytes.bytes : []
        var isChanged = true
        if let stage {
            let written = try stage.write(room.bytes, to: header.address.htmlFile)
            result.files.append(written.file)
            isChanged = written.isChanged
        }
        if hasSearch, isChanged || isForMany, view.isListed(page) {
            result.search = room.pairs.pairs(ofPage: room.bytes)
        }
        if header.kind != "not-found" {
            room.bytes.truncate(to: 0)
            result.twin = MarkdownTwin.render(texts, view, into: &room.bytes)
            if let stage {
                let written = try stage.write(room.bytes, to: header.address.twinFile)
                result.files.append(written.file)
                result.isTwinChanged = written.isChanged
            }
            if !html.isEmpty { compare(html, with: room.bytes.bytes, page, &result) }
        }
        askForTargets(of: result.findings)
        header.body?.file.release()
        let trace = reads.trace
        let replies = ownReplies(trace, texts, &room.record)
        return (RenderedPage(page, result, trace, replies, renderer: number), result.findings)
    }

    private func compare(
        _ html: [UInt8], with twin: [UInt8], _ page: PageIndex, _ result: inout RenderedPage.Draft
    ) {
        let header = view.header(page)
        let projections = PageProjections(
            path: header.address.path, html: html, twin: twin, baseURL: view.settings.baseURL)
        // Escapes in a source can hide what the file that is made of it shows.
        for (name, bytes) in [(header.address.htmlFile, html), (header.address.twinFile, twin)] {
            result.diagnostics += safety.mistakes(in: bytes, of: name, at: header.body?.file.wholeFile)
        }
        var readiness: ReadinessReport.PageResult?
        if judgesReadiness, view.isListed(page) {
            let isList = view.isHub(page) || view.isHome(page) || header.sourcePath == nil
            readiness = ReadinessReport.judge(
                PageUnderTest(projections, kind: header.kind, isList: isList), at: header.body?.file.wholeFile)
        }
        result.comparison = RenderedPage.Comparison(projections.summary, readiness)
        result.diagnostics += AgreementRegistry.disagreements(projections)
            .map { $0.diagnostic(at: header.body?.file.wholeFile) }
    }

    /// Places on other pages and files are there or not once everything is rendered.
    private func askForTargets(of findings: PageFindings) {
        for link in findings.links {
            switch link.target {
            case .page(let page, let suffix):
                guard let fragment = LinkFindings.fragment(of: suffix) else { continue }
                reads.ask(.anchor, view.name(of: page) + "\n" + fragment)
            case .file(let path, _): reads.ask(.file, path)
            case .samePage, .external, .withheld, .unknown: break
            }
        }
    }

    private func ownReplies(_ trace: ReadTrace, _ texts: PageTexts, _ writer: inout RecordWriter) -> OwnReplies {
        var found = OwnReplies()
        found.near = replies.near(texts.related, texts.siblings, with: &writer)
        found.neighbours = reply(.neighbours, trace, texts.page, &writer)
        found.translations = reply(.translations, trace, texts.page, &writer)
        return found
    }

    private func reply(
        _ kind: SiteQuestion.Kind, _ trace: ReadTrace, _ page: PageIndex, _ writer: inout RecordWriter
    ) -> Fingerprint? {
        guard trace.subjects.contains(ReadTrace.subject(kind.rawValue, page.position)) else { return nil }
        return replies.reply(SiteQuestion(kind, view.name(of: page)), with: &writer)
    }
}
