package import Diagnostics
import SiteModel

/// Evidence that nobody can check: no source, no link, no tie to the catalog.
package enum UnsourcedClaims: SiteCheck {
    package static let code = DiagnosticCode(
        "sources/missing", .warning,
        en:
            "The grounds of an answer or a comparison are there to be checked. The page cites a source in `sources`, links to one, or takes its facts from the catalog.",
        zh: "答案和对比的判断依据要能核对：在 sources 中列出来源，链接到来源，或用指令引用目录中的事实。",
        wrong: "evidence: [多数网关支持流式输出。]",
        right:
            "evidence: [多数网关支持流式输出。]\nsources: [{title: OpenAI API 文档, url: \"https://platform.openai.com/docs\", accessed: 2026-11-28}]"
    )

    /// The kinds that make claims about the world.
    private static let kinds: Set<String> = ["answer", "comparison"]

    package static func mistakes(in site: CheckedSite) -> [Diagnostic] {
        site.pages.compactMap { page in
            guard kinds.contains(page.header.kind), page.header.sources.isEmpty,
                let evidence = page.text(.evidence),
                !page.texts.contains(where: { $0.hasDirectives || !$0.links.isEmpty })
            else { return nil }
            let count = page.facets.evidence.count
            return Diagnostic(
                code, at: evidence.wholePlace,
                Message(en: "\(count) grounds, and no source", zh: "有 \(count) 条判断依据，但没有任何来源"),
                hint: Message(
                    en: "add ‘sources’ with title, url and accessed", zh: "请添加 sources，写明 title、url 和 accessed"))
        }
    }
}
