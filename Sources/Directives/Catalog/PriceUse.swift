package import SiteModel

/// Whether texts show prices of the catalog, themselves or through shared texts: such a page must say when prices are not
/// confirmed.
package enum PriceUse {
    /// Whether what fills a hole shows a price itself.
    package static func isShown(by insertion: Insertion) -> Bool {
        guard case .directive(let call) = insertion else { return false }
        return call.name == PriceDirective.rule.name || call.name == ModelTableDirective.rule.name
    }

    package static func isShown(in texts: [RichText], _ facts: any DirectiveFacts) -> Bool {
        var waiting = texts
        var seen: Set<String> = []
        while let text = waiting.popLast() {
            for insertion in text.insertions {
                if isShown(by: insertion) { return true }
                guard case .directive(let call) = insertion, call.name == IncludeDirective.rule.name,
                    let id = call.trimmedLabel, seen.insert(id).inserted, let shared = facts.sharedText(id)
                else { continue }
                waiting.append(shared.body)
            }
        }
        return false
    }
}
