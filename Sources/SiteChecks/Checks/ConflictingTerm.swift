package import Diagnostics
import SiteModel

/// Terms that two pages of the glossary define.
package enum ConflictingTerm: WholeSiteCheck {
    package static let code = DiagnosticCode(
        "term/conflicting-definition", .warning,
        en:
            "Two pages of the glossary define one term or take it as an alias; readers and engines get two answers to one question.",
        zh: "术语表的两个页面定义了同一个术语，或把它当作别名；读者和引擎会得到两种说法。",
        wrong: "term: 网关            # glossary/gateway\naliases_of_term: [网关]   # glossary/relay",
        right: "term: 网关            # glossary/gateway alone")

    package static func mistakes(in site: CheckedSite) -> [Diagnostic] {
        var first: [String: Int] = [:]
        var found: [Diagnostic] = []
        for (number, page) in site.pages.enumerated() {
            guard let term = page.face.term else { continue }
            for name in [term] + page.face.termAliases.map(\.text) {
                let key = page.header.languageCode + "/" + name.lowercased()
                guard let other = first[key] else {
                    first[key] = number
                    continue
                }
                guard other != number else { continue }
                let alias = page.face.termAliases.first { $0.text == name }
                let place = alias.flatMap { page.header.location($0.range) } ?? page.place(ofField: "term")
                found.append(
                    Diagnostic(
                        code, at: place,
                        Message(en: "‘\(name)’ is defined on another page as well", zh: "“\(name)”在另一个页面也有定义"),
                        hint: Message(en: "keep one definition and link to it", zh: "请只保留一处定义，其他地方链接过去"),
                        notes: [
                            DiagnosticNote(
                                at: site.pages[other].place(ofField: "term"), Message(en: "the other page", zh: "另一个页面")
                            )
                        ]))
            }
        }
        return found
    }
}
