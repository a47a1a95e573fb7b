import Outputs
import SiteModel
import TestSupport
import Testing

/// Terms of the glossary link themselves.
struct GlossaryLinkTests {
    private static func site(linksTerms: Bool = true) -> SiteView {
        var site = SampleSite()
        site.settings.linksTerms = linksTerms
        site.add("glossary/relay", "中转站", kind: "glossary-term") { _, facets in
            facets.term = "中转站"
            facets.termAliases = [LocatedText("API 中转站", range: 0..<0), LocatedText("中转", range: 0..<0)]
            facets.definition = RichText(plain: "转发请求的\"服务\"。")
        }
        site.add("glossary/token", "token", kind: "glossary-term") { _, facets in
            facets.term = "token"
            facets.definition = RichText(plain: "模型计量文字的单位。")
        }
        site.add("glossary/base-url", "base URL", kind: "glossary-term") { _, facets in facets.term = "base URL" }
        site.add("answers/one", "一") { _, _ in }
        return site.view()
    }

    private static func link(_ html: String, on page: String = "answers/one", _ view: SiteView = site()) -> String {
        let index = view.page(PageID(page), in: SampleSite.zh) ?? PageIndex(0)
        let linked = view.linkTerms(in: [Array(html.utf8)], on: index, SampleSite.zh)
        let text = String(decoding: linked.first ?? [], as: UTF8.self)
        // What a link says of its term is tested once.
        return text.replacing(#/<a class="term" href="([^"]*)"[^>]*>/#) { "[\($0.1)]" }
    }

    @Test func showsAddressAndDefinition() {
        let view = Self.site()
        let linked = view.linkTerms(in: [Array("<p>中转站</p>".utf8)], on: PageIndex(3), SampleSite.zh)
        let definition = "转发请求的&quot;服务&quot;。"
        #expect(
            String(decoding: linked[0], as: UTF8.self)
                == "<p><a class=\"term\" href=\"/glossary/relay\" aria-description=\"\(definition)\">中转站</a></p>")
    }

    @Test(arguments: [
        // The longest name, by any name, once in a section.
        ("<p>API 中转站</p>", "<p>[/glossary/relay]API 中转站</a></p>"),
        ("<p>裸中转和中转站</p>", "<p>裸[/glossary/relay]中转</a>和中转站</p>"),
        ("<p>中转</p><h2>二</h2><p>中转</p>", "<p>[/glossary/relay]中转</a></p><h2>二</h2><p>[/glossary/relay]中转</a></p>"),
        ("<p>中转</p><h3>二</h3><p>中转</p>", "<p>[/glossary/relay]中转</a></p><h3>二</h3><p>中转</p>"),
        // Whole words, in either case, over the end of a line.
        ("<p>Token tokens mytoken token_x</p>", "<p>[/glossary/token]Token</a> tokens mytoken token_x</p>"),
        ("<p>用token计费</p>", "<p>用[/glossary/token]token</a>计费</p>"),
        ("<p>Base\nURL</p>", "<p>[/glossary/base-url]Base\nURL</a></p>"),
        // Not where words are names or lead elsewhere already.
        ("<h2>中转站</h2>", "<h2>中转站</h2>"),
        ("<p><code>token</code></p><pre><code>中转</code></pre>", "<p><code>token</code></p><pre><code>中转</code></pre>"),
        ("<p><a href=\"/x\">中转站</a></p>", "<p><a href=\"/x\">中转站</a></p>"),
        ("<p title=\"中转站 > 中转\">无</p>", "<p title=\"中转站 > 中转\">无</p>"),
        ("<p><img src=\"/t\" alt=\"token\" /></p>", "<p><img src=\"/t\" alt=\"token\" /></p>"),
        // Text and tags that end early.
        ("中转", "[/glossary/relay]中转</a>"), ("<p", "<p"), ("<a>中转", "<a>中转"), ("中", "中"), ("", ""), ("to", "to"),
    ])
    func links(html: String, expected: String) {
        #expect(Self.link(html) == expected)
    }

    @Test func leavesThePageOfTheTermAlone() {
        #expect(Self.link("<p>中转站与token</p>", on: "glossary/relay") == "<p>中转站与[/glossary/token]token</a></p>")
    }

    @Test func tellsOfATermThatTheTextLinksItself() {
        #expect(
            Self.link("<p><a class=\"term\" href=\"/glossary/token\">token</a> token</p>")
                == "<p>[/glossary/token]token</a> token</p>")
        let linked = Self.site().linkTerms(
            in: [Array("<a href=\"/glossary/token\">x</a>".utf8)], on: PageIndex(3), SampleSite.zh)
        #expect(String(decoding: linked[0], as: UTF8.self).contains("aria-description=\"模型计量文字的单位。\">x</a>"))
    }

    @Test func canBeSwitchedOff() {
        #expect(Self.link("<p>中转站</p>", Self.site(linksTerms: false)) == "<p>中转站</p>")
    }

    /// Against a search that tries every name at every place.
    @Test(arguments: 0..<200)
    func findsWhatASlowSearchFinds(seed: Int) {
        var random = SplitMix(state: UInt64(seed))
        let pieces = ["中转", "站", "API ", "token", "base", " ", "URL", "，", "x", "é", "𠀀", "中", "转"]
        let text = (0..<12).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
        #expect(Self.link("<p>" + text + "</p>") == "<p>" + Self.slowly(text) + "</p>")
    }

    private static func slowly(_ text: String) -> String {
        let names = [
            ("api 中转站", "relay"), ("中转站", "relay"), ("中转", "relay"), ("base url", "base-url"), ("token", "token"),
        ]
        var used: Set<String> = []
        var result: [UInt8] = []
        var rest = Array(text.utf8)[...]
        func isWord(_ byte: UInt8?) -> Bool {
            byte.map { $0 < 0x80 && (Character(UnicodeScalar($0)).isLetter || Character(UnicodeScalar($0)).isNumber) }
                ?? false
        }
        while let first = rest.first {
            let before = rest.startIndex > 0 ? Array(text.utf8)[rest.startIndex - 1] : nil
            let lower = rest.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
            let found = names.first { name, _ in
                let bytes = Array(name.utf8)
                guard lower.starts(with: bytes) else { return false }
                let after = lower.count > bytes.count ? lower[bytes.count] : nil
                return !(isWord(bytes.first) && isWord(before)) && !(isWord(bytes.last) && isWord(after))
            }
            if let found {
                let length = found.0.utf8.count
                let isNew = used.insert(found.1).inserted
                if isNew { result += Array("[/glossary/\(found.1)]".utf8) }
                result += rest.prefix(length)
                if isNew { result += Array("</a>".utf8) }
                rest = rest.dropFirst(length)
            } else {
                result.append(first)
                rest = rest.dropFirst()
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
