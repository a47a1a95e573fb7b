package import SiteModel

/// Whether texts show prices of the catalog, themselves or through shared texts: such a page must say when prices are not
/// confirmed.
package enum PriceUse {
    package static func isShown(in texts: [RichText], _ facts: any DirectiveFacts) -> Bool {
        var waiting = texts
        var seen: Set<String> = []
        while let text = waiting.popLast() {
            for case .directive(let call) in text.insertions {
                switch call.name {
                case PriceDirective.rule.name, ModelTableDirective.rule.name: return true
                case IncludeDirective.rule.name:
                    guard let id = call.trimmedLabel, seen.insert(id).inserted, let shared = facts.sharedText(id) else {
                        continue
                    }
                    waiting.append(shared.body)
                default: continue
                }
            }
        }
        return false
    }
}
