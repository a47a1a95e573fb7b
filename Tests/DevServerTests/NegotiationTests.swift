import Testing

@testable import DevServer

/// Which form of a page is sent, to whom with the preview's script.
@Suite struct NegotiationTests {
    @Test(arguments: [
        "text/markdown", "text/markdown, text/html", "Text/Markdown , text/html;q=1.0",
        "text/markdown;variant=GFM;q=0.5, text/html;q=0.4", "text/html;q=0.25, text/markdown;q=0.251",
        "text/markdown;q=0.001",
        "text/markdown;q=1.000, */*;q=0.1", "text/markdown ; q = 0.5",
    ])
    func markdownIsSentWhenItIsNamed(_ accept: String) {
        #expect(AcceptHeader.wantsMarkdown(accept))
    }

    @Test(arguments: [
        nil, "", "*/*", "text/*", "text/html, text/markdown;q=0.9", "text/markdown;q=0", "text/markdown;q=0.0, */*",
        "text/markdown;q=0.3, text/html;q=0.35", "text/markdown;q=0.099, text/html;q=0.1", "text/markdownx",
        "text/markdown;q=7",
        "text/markdown;q=1.5", "text/markdown;q=0.1234", "text/markdown;q=", "text/markdown;q=-1", ",,;;q",
        "text/markdown;q=0.é",
    ])
    func otherwiseHTMLIs(_ accept: String?) {
        #expect(!AcceptHeader.wantsMarkdown(accept))
    }

    @Test func onlyPeopleGetTheScript() {
        var request = HTTPRequest(target: "/", accept: "text/html,application/xhtml+xml,*/*;q=0.8")
        #expect(request.isNavigation)
        request.accept = "*/*"
        #expect(!request.isNavigation)
        request.accept = nil
        #expect(!request.isNavigation)
        request.fetchDestination = "document"
        #expect(request.isNavigation)
        request.accept = "text/html"
        for destination in ["empty", "iframe", "script", "image", "style"] {
            request.fetchDestination = destination
            #expect(!request.isNavigation)
        }
    }

    @Test(arguments: [
        ("<html><body><p>x</body></html>", "<html><body><p>x", "</body></html>"),
        ("<body></body>y</BODY >", "<body></body>y", "</BODY >"), ("text", "text", ""), ("", "", ""),
        ("</bod", "</bod", ""),
    ])
    func theScriptStandsBeforeTheEndOfTheBody(_ html: String, _ before: String, _ after: String) {
        let page = String(
            decoding: PreviewDocument.page(
                Array(html.utf8), build: "a\"b", labels: Array("{\"x\":\"<'\"}".utf8), mark: "草稿 <1>"),
            as: UTF8.self)
        #expect(
            page.hasPrefix(
                before + "<script defer src=\"/.citable/preview.js\" data-build=\"a&quot;b\" data-mark=\"草稿 &lt;1&gt;\""
            ))
        #expect(page.hasSuffix("</script>\n" + after))
        #expect(!page.contains("{\"x\""))
    }
}
