import Diagnostics
import Testing

@testable import Safety

/// Invisible characters and private addresses: what is refused, and what people need.
@Suite struct HiddenCharacterTests {
    @Test(arguments: [
        "pay\u{202E}lap", "标题\u{2066}abc\u{2069}", "a\u{202D}b", "\u{E0041}\u{E0042}", "😀\u{FE0F}\u{E0100}\u{E0101}",
        "中\u{200B}转站", "sk\u{200B}key", "AI\u{2060}网关", "pass\u{200D}word", "a\u{FEFF}b", "中转\u{200C}站",
    ])
    func tricksAreRefused(_ text: String) {
        #expect(Set(codes("文字 " + text + " 文字")) == ["safety/hidden-character"])
        #expect(Set(codes(String(repeating: "长", count: 40) + text + "。")) == ["safety/hidden-character"])
    }

    @Test(arguments: [
        "👩\u{200D}💻", "❤\u{FE0F}\u{200D}🔥", "שלום \u{2067}abc\u{2069} עולם", "می\u{200C}خواهم", "क\u{200D}ष",
        "🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}", "葛\u{E0100}城", "“引号”——破折号…", "①\u{FE0F}",
        "ภาษา\u{200B}ไทย",
    ])
    func writingThatNeedsThemPasses(_ text: String) { #expect(codes("a " + text + " b") == []) }

    @Test func strayOnesAreWarnedOf() {
        #expect(codes("网关\u{200B} 是什么") == ["safety/zero-width"])
        #expect(codes("末尾\u{200B}") == ["safety/zero-width"])
    }

    @Test func whatIsRefusedIsNotShown() {
        let result = SafetyScreen().screen("a.md", Array("a\u{202E}b".utf8))
        #expect(String(decoding: result.bytes, as: UTF8.self) == "a\u{FFFD}b")
        #expect(result.diagnostics.first?.message.english == "U+202E changes the direction of text unseen")
    }

    @Test(arguments: ["10.1.2.3", "192.168.1.10", "172.16.5.4", "172.31.0.9", "169.254.3.4", "100.64.3.2"])
    func privateAddressesAreRefused(_ address: String) {
        for text in [
            "http://\(address):8000/v1", "在 \(address) 上", "host: \(address)\n", address, "(\(address))", "\(address).",
        ] {
            #expect(codes(text) == ["safety/private-address"], "\(text)")
        }
    }

    @Test(arguments: [
        "127.0.0.1", "169.254.169.254", "10.0.0.0/8", "192.168.0.0/16", "172.15.1.1", "172.32.1.1", "8.8.8.8",
        "192.0.2.10", "v10.1.2.3",
        "10.1.2", "10.1.2.3.4", "10.1.2.300", "1.10.1.2.3", "10.1.2.3-beta", "10.1.2.3rc1", "价格 10.5 元",
        "192.168.1.255",
    ])
    func otherNumbersPass(_ text: String) { #expect(codes("见 " + text + " 。") == []) }

    @Test(arguments: [
        "fd12:3456:789a::1", "FC00:1:2:3:4:5:6:7", "fe80::a1b2", "febf:0:0:0:1:2:3:4", "http://[fd00:aa::5]:8000/v1",
        "http://gateway.corp:8000/v1", "https://litellm.prod.internal", "ssh ops@build.lan", "ann@company.local",
        "nas.LOCAL:5000", "https://gw-1.Internal/v1",
    ])
    func addressesAndNamesOfPrivateNetworksAreRefused(_ text: String) {
        for length in [0, 7, 20, 40, 41, 55] {
            let before = String(repeating: "字", count: length)
            for around in [
                "\(before) \(text)", "\(before)\n\(text)。后文也很长，足够再看一块。",
                "\(before) (\(text)). And more words follow here.",
            ] {
                #expect(codes(around) == ["safety/private-address"], "\(around)")
            }
        }
    }

    /// Whatever else stands in a name of a private network.
    @Test func noMessageHoldsAKeyThatStandsInAName() {
        let key = "ghp_" + "16C7e42F292c6912E7710c838347Ae178B4a"
        let bytes = Array("见 https://\(key).lan/v1 。".utf8)
        let messages = SafetyScreen(allowing: []).mistakes(in: bytes, of: "a.md", at: nil).map { "\($0)" }
        #expect(!messages.isEmpty)
        #expect(messages.allSatisfy { !$0.contains(key) })
    }

    @Test(arguments: [
        "fd00::/8", "fc00::", "fe80::/10", "fe80::1%lo0", "2001:db8::1", "::1", "fe:80:12:34:56:78", "feed::Item",
        "face:b00c",
        "fded::rest", "fd12:3456", "abfd12::1:2", "fdaa::1::2", "fd00:1:2:3:4:5:6:7:8", ".env.local", "config.local",
        "com.example.internal", "com.example.internal.Thing", "http://host.docker.internal:11434",
        "http://a.local.example",
        "https://www.internals.example", "https://example.com/a.lan", "a.corporate:80",
        "http://metadata.google.internal/x",
        "self.local: 1",
    ])
    func otherNamesPass(_ text: String) {
        for length in [0, 7, 20, 40] {
            #expect(codes(String(repeating: "字", count: length) + " \(text) 。后文也很长，足够再看一块。") == [], "\(text)")
        }
    }

    private func codes(_ text: String) -> [String] {
        SafetyScreen().screen("a.md", Array(text.utf8)).diagnostics.map(\.code.id)
    }
}
