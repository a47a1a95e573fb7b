import Bytes
import Diagnostics
import Incremental
import Outputs
import Readiness
import SiteModel

/// A page that was rendered, with what others need to know of it. A class, since it goes through many hands.
final class RenderedPage: Sendable {
    let page: PageIndex
    /// HTML and twin; empty when nothing was to be written.
    let files: [OutputFile]
    let isTwinChanged: Bool
    let twin: PageProducts.Twin?
    /// Whether the page alone gave no reason to say anything.
    let isSilent: Bool
    let diagnostics: [Diagnostic]
    let inlineCode: InlineCode
    /// What search finds it by; nil when it doesn't, or when the published page is the same.
    let search: PagePairs?
    /// The site's own images that its texts show; none for pages that machine files leave out.
    let images: [String]
    /// Nil when nothing is compared.
    let comparison: Comparison?
    let trace: ReadTrace
    let replies: OwnReplies
    /// Which renderer's questions the trace numbers.
    let renderer: Int

    /// The page while it is worked on.
    struct Draft {
        var files: [OutputFile] = []
        var isTwinChanged = false
        var twin: PageProducts.Twin?
        let findings: PageFindings
        var diagnostics: [Diagnostic] = []
        var inlineCode = InlineCode()
        var search: PagePairs?
        var images: [String] = []
        var comparison: Comparison?
    }

    /// What is only wanted when a build is verified or judged: most pages go without it.
    final class Comparison: Sendable {
        /// What other files say of the page again.
        let summary: PageSummary
        /// Nil when nothing is judged.
        let readiness: ReadinessReport.PageResult?

        init(_ summary: PageSummary, _ readiness: ReadinessReport.PageResult?) {
            self.summary = summary
            self.readiness = readiness
        }
    }

    init(
        _ page: PageIndex, _ draft: consuming Draft, _ trace: ReadTrace, _ replies: OwnReplies,
        renderer: Int
    ) {
        self.page = page
        files = draft.files
        isTwinChanged = draft.isTwinChanged
        twin = draft.twin
        isSilent = draft.findings.isSilent && draft.diagnostics.isEmpty
        diagnostics = draft.diagnostics
        inlineCode = draft.inlineCode
        search = draft.search
        images = draft.images
        comparison = draft.comparison
        self.trace = trace
        self.replies = replies
        self.renderer = renderer
    }
}
