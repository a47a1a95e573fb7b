import Diagnostics
import Outputs
import SiteModel

/// Twins and indexes that are longer than the settings want: who reads with little room would cut them.
enum TokenBudgets {
    /// - Parameter indexes: path and bytes of every `llms.txt`.
    static func mistakes(
        _ view: SiteView, _ products: PageProducts, indexes: [(path: String, bytes: [UInt8])]
    ) -> [Diagnostic] {
        let machines = view.settings.machines
        var found: [Diagnostic] = []
        if let budget = machines.pageTokenBudget {
            for page in (0..<view.pageCount).map({ PageIndex($0) }) where view.isListed(page) {
                guard let twin = products.twin(page), twin.tokens > budget else { continue }
                let header = view.header(page)
                found.append(mistake(header.address.twinPath, twin.tokens, budget, at: header.body?.file.wholeFile))
            }
        }
        if let budget = machines.indexTokenBudget {
            for (path, bytes) in indexes {
                let tokens = bytes.withUnsafeBytes { TokenEstimate.count($0) }
                guard tokens > budget else { continue }
                found.append(mistake("/" + path, tokens, budget, at: SourceLocation(file: "Content/site.yaml")))
            }
        }
        return found
    }

    private static func mistake(
        _ path: String, _ tokens: Int, _ budget: Int, at place: SourceLocation?
    ) -> Diagnostic {
        let method = TokenEstimate.method
        return Diagnostic(
            .tokenBudget, at: place,
            Message(
                en: "\(path) has about \(tokens) tokens (\(method)), more than the \(budget) of token_budget",
                zh: "\(path) 约有 \(tokens) 个 token（\(method)），超过 token_budget 的 \(budget)"),
            hint: Message(en: "split it, or raise the budget", zh: "请拆分页面，或提高预算"))
    }
}

extension DiagnosticCode {
    static let tokenBudget = DiagnosticCode(
        "size/token-budget", .warning,
        en: "A page's Markdown twin or an llms.txt has more tokens, by estimate, than `token_budget` allows.",
        zh: "页面的 Markdown 版本或某个 llms.txt 估算的 token 数超过 site.yaml 中 token_budget 的上限。",
        wrong: "token_budget: {page: 4000}   # a page has 9,000", right: "token_budget: {page: 12000, index: 20000}")
}
