import Bytes
import Outputs
import SiteModel
import Testing

/// `deploy/nginx.conf` and `deploy/Caddyfile`; what real servers make of them is a check of CI.
@Suite struct ServerFileTests {
    private static func site() -> SampleSite {
        var site = SampleSite()
        site.add("index", "Home", kind: "home")
        site.add("answers/relay", "Relay?")
        site.add("answers/hidden", "Hidden?") { header, _ in header.isHiddenFromMachines = true }
        site.redirects = [
            Redirect(from: "/gone", to: "/", status: 410),
            Redirect(from: "/old \"x\"", to: "/answers/relay#answer", status: 301),
            Redirect(from: "/a$b{c}.html", to: "/answers/relay", status: 308),
            Redirect(from: "/旧", to: "https://other.example/$1?a=1", status: 302),
        ]
        site.withheld = [
            WithheldPage(
                id: PageID("answers/over"), language: "zh", path: "/answers/over", source: "Content/zh/answers/over.md",
                reason: .expired(Moment(seconds: 0, zoneMinutes: nil))),
            WithheldPage(
                id: PageID("answers/draft"), language: "zh", path: "/answers/draft",
                source: "Content/zh/answers/draft.md", reason: .draft),
        ]
        return site
    }

    private static let files: [String] = [
        site().view().files(Nginx.self)["deploy/nginx.conf"] ?? "",
        site().view().files(Caddy.self)["deploy/Caddyfile"] ?? "",
    ]

    @Test(arguments: files)
    func everyServerSaysTheCommonHeaders(_ text: String) {
        for header in HostHeaders.common {
            #expect(text.contains("\(header.name) \"\(header.value)\""), "\(header.name)")
        }
        #expect(text.contains("immutable"))
        #expect(text.contains("text/markdown"))
        #expect(text.split(separator: "\n").count { $0.drop { $0 == " " || $0 == "\t" }.hasPrefix("root ") } == 1)
    }

    @Test func nginxMovesAndWithdraws() {
        let text = Self.files[0]
        #expect(text.contains("location = \"/old \\\"x\\\"\" { return 301 \"/answers/relay$is_args$args#answer\"; }"))
        #expect(text.contains("location = \"/旧\" { return 302 \"https://other.example/%241?a=1\"; }"))
        for path in ["/gone", "/answers/over", "/answers/over.md"] {
            #expect(text.contains("location = \"\(path)\" { return 410; }"), "\(path)")
        }
        #expect(!text.contains("/answers/draft"))
        #expect(text.contains("\"~^/answers/hidden\\x2emd$\" noindex;"))
    }

    /// Signs that have a meaning in a configuration stand for themselves.
    @Test func oldAddressesMayHaveAnySign() {
        let name = "/a$b{c}.html"
        let pattern = "/a\\x24b\\x7bc\\x7d\\x2ehtml"
        #expect(Self.files[0].contains("location = \"\(name)\" { return 308 \"/answers/relay$is_args$args\"; }"))
        #expect(Self.files[0].contains("\"~^\(pattern)$\" \"\";"))
        #expect(Self.files[1].contains("\"~^\(pattern)$\" \"/answers/relay\" yes \"\" 308"))
    }

    @Test func hiddenTwinsAreNamedWhereHostsReadHeaders() {
        let text = Self.site().view().files(Headers.self)["_headers"] ?? ""
        #expect(text.hasSuffix("/answers/hidden.md\n  X-Robots-Tag: noindex\n"))
    }

    /// A twin that is not to be indexed names no canonical page; its page goes on naming both.
    @Test func twinsMayBeHidden() throws {
        var site = Self.site()
        site.settings.machines.hidesTwins = true
        let view = site.view()
        let nginx = view.files(Nginx.self)["deploy/nginx.conf"] ?? ""
        #expect(nginx.contains("\"~\\.md$\" noindex;") && !nginx.contains("/answers/hidden.md"))
        let lines = nginx.split(separator: "\n").filter { $0.contains("\"~^200:") }
        #expect(lines.map { $0.contains("canonical") } == [false, false, true, true])
        let caddy = view.files(Caddy.self)["deploy/Caddyfile"] ?? ""
        #expect(caddy.contains("header @twin X-Robots-Tag noindex"))
        #expect(!caddy.contains("header @twin Link \"<https"))
        let headers = view.files(Headers.self)["_headers"] ?? ""
        #expect(headers.contains("/*.md\n  Content-Type: text/markdown; charset=utf-8\n  X-Robots-Tag: noindex\n"))
        #expect(headers.ranges(of: "/*.md\n").count == 1 && !headers.contains("/answers/hidden.md"))
    }

    @Test func functionsAtTheEdgeKnowWhatIsGoneAndTheIndexes() {
        let files = Self.site().view().files(EdgeFunctions.self)
        #expect(files.keys.sorted() == ["deploy/cloudflare-middleware.js", "deploy/netlify-edge.js"])
        for text in files.values {
            #expect(text.contains("const base = \"https://site.example\";"))
            #expect(text.contains("  [\"/answers/\", \"/answers/llms.txt\"],\n  [\"/\", \"/llms.txt\"],\n"))
            for path in ["/gone", "/answers/over", "/answers/over.md"] { #expect(text.contains("  \"\(path)\",\n")) }
            #expect(!text.contains("/answers/draft"))
        }
    }

    @Test func caddyMovesAndWithdraws() {
        let text = Self.files[1]
        #expect(text.contains("\"/old \\\"x\\\"\" \"/answers/relay\" yes \"#answer\" 301\n"))
        #expect(text.contains("\"/旧\" \"https://other.example/%241?a=1\" no \"\" 302\n"))
        for path in ["/gone", "/answers/over", "/answers/over.md"] { #expect(text.contains("\"\(path)\" yes\n")) }
        #expect(!text.contains("/answers/draft"))
        #expect(text.contains("@hidden path \"/answers/hidden.md\"\n"))
    }

    @Test func thePolicyAllowsTheCodeInsidePages() {
        var buffer = ByteBuffer(capacity: 64)
        buffer.append(
            """
            <script src="/a.js" defer></script><script type="application/ld+json">{"a":1}</script>
            <script>doSomething();</script><STYLE>b{}</STYLE><scripty>no</scripty><style></style>
            """)
        var code = InlineCode()
        code.add(html: buffer)
        // As `openssl dgst -sha256 -binary | base64` says.
        #expect(code.scripts == ["sha256-RFWPLDbv2BY+rCkDzsE+0fr8ylGr2R2faWMhq4lfEQc="])
        #expect(code.styles.count == 1)
        let policy = HostHeaders.headers(allowing: code)[0].value
        #expect(policy.contains("script-src 'self' '\(code.scripts.first ?? "")';"))
        #expect(policy.contains("style-src 'self' '\(code.styles.first ?? "")';"))
        let template = "{% block head %}<script>x</script>{% endblock %}<script src=x></script>"
        #expect(InlineCode.mayCome(from: Array(template.utf8)))
        #expect(!InlineCode.mayCome(from: Array("<script src=x></script> <p style>".utf8)))
    }
}
