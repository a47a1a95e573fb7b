import SiteModel
import Testing

/// Addresses of gateways: what they are, and what they lead to.
@Suite struct GatewayAddressTests {
    @Test func partsAndText() throws {
        let address = try #require(GatewayAddress("https://Gateway.Example:8443/base/?x=1#part"))
        #expect(address.origin == "https://gateway.example:8443" && address.path == "/base/" && address.query == "x=1")
        #expect(address.text == "https://gateway.example:8443/base/")
        #expect(GatewayAddress("https://a.example:443")?.origin == "https://a.example")
        #expect(GatewayAddress("https://[2001:DB8::1]:8080/x")?.origin == "https://[2001:db8::1]:8080")
    }

    @Test(arguments: [
        "", "gateway.example", "ftp://a.example", "https://", "https://u:p@a.example", "https://a.example:0",
        "https://a.example:99999", "https://a b.example", "https://a.example\\@b.example", "https://a.example\n",
        "https://[::1", "https://exämple.com", "https://a%2eb.example",
    ])
    func whatIsNone(_ text: String) { #expect(GatewayAddress(text) == nil) }

    @Test func pathsAreAddedOnce() throws {
        let base = try #require(GatewayAddress("https://a.example/relay/"))
        #expect(base.adding("/v1/models", query: "q=1").request == "https://a.example/relay/v1/models?q=1")
        let whole = try #require(GatewayAddress("https://a.example/v1/models"))
        #expect(whole.adding("/v1/models", query: "").request == "https://a.example/v1/models")
        #expect(whole.replacing("/v1/models", with: "/api/status").request == "https://a.example/api/status")
        #expect(try #require(GatewayAddress("https://a.example")).adding("", query: "").request == "https://a.example/")
    }

    @Test func links() throws {
        let here = try #require(GatewayAddress("https://a.example/api/v1/models?x=1"))
        func link(_ text: String) -> String? { here.resolving(text)?.request }
        #expect(link("/b?c=2") == "https://a.example/b?c=2")
        #expect(link("?offset=2") == "https://a.example/api/v1/models?offset=2")
        #expect(link("more") == "https://a.example/api/v1/more")
        #expect(link("//b.example/x") == "https://b.example/x")
        #expect(link("http://169.254.169.254/") == "http://169.254.169.254/")
        #expect(link("file:///etc/passwd") == nil && link("") == nil && link("javascript:x") == nil)
    }

    @Test func linksStayWithTheGatewayAndTheHostsThatAreNamed() throws {
        let hosts = try ["cdn.example", "mirror.example:8443", "127.0.0.1:4001"].map {
            try #require(GatewayAddress(host: $0))
        }
        func leads(_ from: String, _ target: String) throws -> Bool {
            let (from, target) = (try #require(GatewayAddress(from)), try #require(GatewayAddress(target)))
            return from.leads(to: target, within: hosts, of: "https://a.example")
        }
        let here = "https://a.example/v1/models"
        #expect(try leads(here, "https://a.example/other") && leads(here, "https://cdn.example/x"))
        #expect(try leads(here, "https://mirror.example:8443/") && leads("https://cdn.example/x", here))
        #expect(try !leads(here, "https://mirror.example/") && !leads(here, "https://cdn.example:444/"))
        #expect(try !leads(here, "https://sub.cdn.example/") && !leads(here, "https://cdn.example.evil.example/"))
        #expect(try !leads(here, "http://a.example/") && !leads(here, "http://cdn.example/"))
        #expect(try !leads(here, "http://127.0.0.1:4001/") && leads("http://127.0.0.1:4000/", "http://127.0.0.1:4001/"))
        #expect(try !leads("http://127.0.0.1:4000/", "http://127.0.0.1:4002/"))
        for text in ["https://c.example", "c.example/x", "*.example", "u@c.example", "c.example?x", "c.example#", ""] {
            #expect(GatewayAddress(host: text) == nil)
        }
    }

    @Test func whatSettingsMaySay() {
        func isSound(_ url: String, _ loopback: Bool = false) -> Bool {
            GatewayAddress.problem(of: url, allowsLoopback: loopback) == nil
        }
        #expect(isSound("https://a.example") && isSound("https://a.example/v1/models"))
        #expect(isSound("http://127.0.0.1:4000", true) && isSound("http://[::1]:4000", true))
        #expect(isSound("http://localhost:4000", true) && !isSound("http://localhost:4000"))
        #expect(!isSound("http://a.example", true) && !isSound("http://127.0.0.1.evil.example", true))
        #expect(
            !isSound("https://a.example?key=1") && !isSound("https://u@a.example") && !isSound("https://a.example#x"))
    }
}
