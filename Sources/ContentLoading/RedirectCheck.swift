import Diagnostics
import SiteModel

/// What can be wrong between the entries of `redirects.yaml`; whether their targets exist is known after rendering only.
enum RedirectCheck {
    /// - Parameter addresses: the keys of the pages' addresses.
    static func diagnostics(_ redirects: [Redirect], addresses: Set<String>) -> [Diagnostic] {
        var found: [Diagnostic] = []
        var first: [String: Redirect] = [:]
        for redirect in redirects {
            let key = SiteAddress(redirect.from).key
            if addresses.contains(key) {
                found.append(
                    Diagnostic(
                        .duplicateAddress, at: redirect.places?.from,
                        Message(
                            en: "a page stands at \(redirect.from), so it can't redirect",
                            zh: "\(redirect.from) 已有页面，不能再作为重定向的起点")))
            } else if let other = first[key] {
                found.append(
                    Diagnostic(
                        .duplicateAddress, at: redirect.places?.from,
                        Message(en: "\(redirect.from) redirects already", zh: "\(redirect.from) 已有重定向"),
                        notes: [
                            DiagnosticNote(
                                at: other.places?.from, Message(en: "the first redirect is here", zh: "第一个重定向在这里"))
                        ]))
            } else {
                first[key] = redirect
            }
        }
        return found + loops(redirects, first)
    }

    /// Each loop once, at its entry that stands first.
    private static func loops(_ redirects: [Redirect], _ byKey: [String: Redirect]) -> [Diagnostic] {
        var seen: Set<String> = []
        var found: [Diagnostic] = []
        for redirect in redirects {
            var way: [String] = []
            var onTheWay: Set<String> = []
            var next: Redirect? = redirect
            while let step = next {
                let key = SiteAddress(step.from).key
                if onTheWay.contains(key) {
                    let loop = way[(way.firstIndex(of: key) ?? 0)...] + [key]
                    found.append(
                        Diagnostic(
                            .badRedirect, at: step.places?.from,
                            Message(
                                en: "this redirect leads back to itself: \(loop.joined(separator: " → "))",
                                zh: "重定向又回到自身：\(loop.joined(separator: " → "))")))
                    break
                }
                guard seen.insert(key).inserted else { break }
                onTheWay.insert(key)
                way.append(key)
                next = byKey[SiteAddress(step.to).key]
            }
        }
        return found
    }
}
