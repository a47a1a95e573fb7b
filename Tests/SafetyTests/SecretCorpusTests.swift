import Diagnostics
import Testing

@testable import Safety

/// Keys of every sort among ordinary text, and what looks like one and is none. The keys are drawn while the test runs: no text of
/// the shape of a key stands in this file.
@Suite struct SecretCorpusTests {
    /// Draws the same letters each time.
    private struct Drawing {
        var state: UInt64

        mutating func text(_ count: Int, from letters: String) -> String {
            let letters = Array(letters)
            return String(
                (0..<count).map { _ in
                    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                    return letters[Int(state >> 33) % letters.count]
                })
        }
    }

    private static let lower = "abcdefghijklmnopqrstuvwxyz"
    private static let upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    private static let digits = "0123456789"
    private static let base62 = lower + upper + digits
    private static let base64 = base62 + "-_"
    private static let hexadecimal = "0123456789abcdef"

    /// The sorts of keys: how each begins, how much follows, and of which letters.
    private static let sorts: [(prefix: [String], count: Int, letters: String)] = [
        (["s", "k-"], 48, base62), (["s", "k-"], 32, hexadecimal), (["s", "k-"], 40, base62),
        (["s", "k-pro", "j-"], 156, base64), (["s", "k-svc", "acct-"], 100, base64),
        (["s", "k-a", "nt-api03-"], 95, base64), (["s", "k-o", "r-v1-"], 64, hexadecimal),
        (["AI", "za"], 35, base64), (["LT", "AI"], 20, base62), (["LT", "AI"], 12, base62),
        (["AK", "ID"], 32, base62), (["AK", "IA"], 16, upper + "234567"), (["gh", "p_"], 36, base62),
        (["gh", "s_"], 36, base62), (["github", "_pat_"], 82, base62), (["gl", "pat-"], 20, base64),
        (["h", "f_"], 34, lower + upper), (["gs", "k_"], 52, base62), (["xa", "i-"], 80, base62),
        (["nv", "api-"], 64, base64), (["s", "k-l", "f-"], 36, base62), (["s", "k_"], 48, hexadecimal),
        (["f", "w_"], 24, base62), (["cs", "k-"], 48, lower + digits), (["tv", "ly-"], 32, base62),
        (["ji", "na_"], 60, base62), (["pc", "sk_"], 70, base62), (["e2", "b_"], 40, hexadecimal),
        (["ls", "v2_pt_"], 43, base62), (["AL", "TAK-"], 21, base62), (["da", "pi"], 32, hexadecimal),
        (["dop", "_v1_"], 64, hexadecimal), (["dckr", "_pat_"], 27, base62),
        (["py", "pi-AgEIcHlwaS5vcmc"], 120, base64),
        (["sb", "p_"], 40, hexadecimal), (["nt", "n_"], 46, base62), (["lin", "_api_"], 40, base62),
    ]

    /// The surroundings in which editors paste keys; `@` stands for the key.
    private static let surroundings = [
        "把 @ 填进设置。", "api_key: @\n", "export OPENAI_API_KEY=\"@\"", "client = OpenAI(api_key=\"@\", base_url=\"…\")",
        "curl -H \"Authorization: Bearer @\" \\\n", "title: 用 @ 试一下\n", "`@`", "| 名称 | @ |", "密钥是@，请保管好。", "@",
        "https://gateway.example/v1?key=@&model=a", "{\"key\":\"@\"}",
    ]

    @Test func everyKeyIsFoundWhereverItStands() {
        var drawing = Drawing(state: 20_261_128)
        var missed: [String] = []
        var count = 0
        for round in 0..<60 {
            for (number, sort) in Self.sorts.enumerated() {
                let key = sort.prefix.joined() + drawing.text(sort.count, from: sort.letters)
                let place = Self.surroundings[(round + number) % Self.surroundings.count]
                let padding = String(repeating: "字", count: round % 7) + String(repeating: " ", count: number % 17)
                let text = padding + place.replacing("@", with: key)
                count += 1
                let result = SafetyScreen().screen("a.md", Array(text.utf8))
                let shown = String(decoding: result.bytes, as: UTF8.self)
                let isHidden = !shown.contains(key) && !shown.contains(key.dropFirst(8))
                if result.diagnostics.map(\.code.id) != ["safety/secret"] || !isHidden {
                    missed.append("\(round) \(number): \(result.diagnostics.map(\.code.id))")
                }
            }
        }
        #expect(count == 60 * Self.sorts.count)
        // A drawing that spells a word such as “token” is taken for a placeholder: one in some ten thousands.
        #expect(missed == [])
    }

    @Test func tokensAndPrivateKeysAreFound() {
        var drawing = Drawing(state: 7)
        for _ in 0..<40 {
            let header = "ey" + "JhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9"
            let payload = "ey" + "J" + drawing.text(40, from: Self.base64)
            let token = [header, payload, drawing.text(43, from: Self.base64)].joined(separator: ".")
            #expect(codes("token " + token) == ["safety/secret"], "a web token")
            #expect(codes("Authorization: Bearer " + drawing.text(40, from: Self.base62)) == ["safety/secret"])
            #expect(codes("x-api-key: " + drawing.text(40, from: Self.base62)) == ["safety/secret"])
            #expect(
                codes("\"client_secret\": \"" + drawing.text(32, from: Self.hexadecimal) + "\"") == ["safety/secret"])
            let lines = (0..<6).map { _ in drawing.text(64, from: Self.base62 + "+/") }.joined(separator: "\n")
            for name in ["", "RSA ", "EC ", "OPENSSH "] {
                let block = "-----BEG" + "IN \(name)PRIVATE KEY-----\n\(lines)\n-----END \(name)PRIVATE KEY-----\n"
                #expect(codes("密钥：\n" + block) == ["safety/secret"])
            }
        }
    }

    /// What documentation writes in place of keys, and long words of other sorts.
    private static let harmless = [
        "s" + "k-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "s" + "k-...", "s" + "k-your-api-key-here-please-1234",
        "s" + "k-1234567890abcdef1234567890abcdef", "s" + "k-YOUR_API_KEY_GOES_HERE_0123456789",
        "s" + "k-example0123456789012345678901234", "s" + "k-abcdefghijklmnopqrstuvwxyz0123456789",
        "s" + "k-ant-api03-xxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "s" + "k-00000000000000000000000000000000",
        "s" + "k-a1b2c3d4e5f6g7h8i9j0k1l2m3n4o5p6", "risk-management-in-2026-with-Many-Words-And-99-more",
        "task-list-item-checkbox-Label-42-hidden", "hf" + "_YourHuggingFaceTokenGoesHereInFull",
        "gh" + "p_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "AK" + "IAIOSFODNN7EXAMPLE",
        "Authorization: Bearer $OPENAI_API_KEY", "Authorization: Bearer YOUR_API_KEY_0123456789_abc",
        "Authorization: Bearer <token>", "api_key: ${CITABLE_GATEWAY_KEY}", "api_key=os.environ[\"OPENAI_API_KEY\"]",
        "api_key=\"placeholder-for-your-own-key-123\"", "password: correct-horse-battery-staple-99",
        "Bearer authentication-with-OAuth2-and-OpenID", "password: Correct-Horse-Battery-Staple-1",
        "api_key = get_secret(\"OpenAI-Key-2026-prod-v3x\")", "List<String>toPrettyString2Value<Integer>ofRun",
        "密钥：请到控制台的“令牌”页面创建", "sk" + "-proj-********************************************AbCd",
        "asst_" + "aB3dE5fG7hI9jK1lM2nO4pQ6", "pk_live_" + "aB3dE5fG7hI9jK1lM2nO4pQ6",
        "\"signature\": \"EqQBCgIYAhIM1gbcDa9GJwZA2b3h\"",
        "commit 3f2504e04f8911d39a0c0305e82c3301a1b2c3d4", "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
        "550e8400-e29b-41d4-a716-446655440000", "api_key: 550e8400-e29b-41d4-a716-446655440000",
        "anthropic/claude-3-5-sonnet-20241022", "gpt-4o-mini-2024-07-18-finetuned-Version2",
        "token_limit: 128000", "max_tokens=4096", "what-is-an-openai-compatible-gateway-in-2026",
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk", "--------------------------------------1",
        "https://example.org/a/very/long/path/With/Mixed/Case/And/2026/numbers.html", "CamelCaseClassNameFactoryBean2",
        "-----BEGIN PUBLIC KEY-----\nMIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAu1SU1LfVLPHCozMxH2Mo\n",
        "-----BEGIN PRIVATE KEY-----\n...\n-----END PRIVATE KEY-----\n", "ey" + "JhbGciOiJIUzI1NiJ9 is a header",
    ]

    @Test(arguments: harmless) func whatIsNoKeyPasses(_ text: String) {
        for surrounding in ["@", "写作 @ 即可。", "key = \"@\"", "`@`"] {
            #expect(codes(surrounding.replacing("@", with: text)) == [])
        }
    }

    @Test func aKeyIsAllowedByItsFingerprintAlone() throws {
        var drawing = Drawing(state: 3)
        let key = "s" + "k-" + drawing.text(48, from: Self.base62)
        let other = "s" + "k-" + drawing.text(48, from: Self.base62)
        let text = Array("a \(key) b \(other)\n".utf8)
        let found = SafetyScreen().screen("a.md", text).diagnostics
        let hint = try #require(found.first?.hint?.english)
        let fingerprint = String(try #require(hint.split(separator: "fingerprint: ").last?.prefix(16)))
        let left = SafetyScreen(allowing: [fingerprint]).screen("a.md", text)
        #expect(found.map { $0.location?.column } == [3, 57])
        #expect(left.diagnostics.map { $0.location?.column } == [57])
        #expect(String(decoding: left.bytes, as: UTF8.self).contains(key))
        for diagnostic in found {
            let words = [diagnostic.message.english, diagnostic.message.chinese, diagnostic.location?.lineText ?? ""]
            #expect(words.allSatisfy { !$0.contains(key.dropFirst(6)) && !$0.contains(other.dropFirst(6)) })
        }
    }

    @Test func escapedSignsHideNoKey() {
        var drawing = Drawing(state: 11)
        let tail = drawing.text(36, from: Self.base62)
        #expect(codes("见 gh" + "p\\_" + tail) == ["safety/secret"])
        #expect(codes("见 s" + "k\\-" + tail) == ["safety/secret"])
    }

    /// `@` stands for the key, spelled in a way that whoever reads the page undoes.
    @Test func noSpellingHidesAKey() {
        var drawing = Drawing(state: 17)
        func entities(_ text: some StringProtocol) -> String { text.utf8.map { "&#\($0);" }.joined() }
        func hexadecimal(_ text: some StringProtocol, _ mark: String, _ width: Int) -> String {
            text.utf8.map {
                let digits = String($0, radix: 16)
                return mark + String(repeating: "0", count: width - digits.count) + digits
            }.joined()
        }
        for sort in Self.sorts {
            let key = sort.prefix.joined() + drawing.text(sort.count, from: sort.letters)
            let (start, middle) = (key.prefix(4), key.index(key.startIndex, offsetBy: key.count / 2))
            let rest = key.dropFirst(4)
            let (head, tail) = (key[..<middle], key[middle...])
            let spelled: [String] = [
                "把 \(entities(start))\(rest) 填进", "title: \"\(hexadecimal(start, "\\x", 2))\(rest)\"",
                "\"\(hexadecimal(start, "\\u", 4))\(rest)\"",
                "https://gateway.example/v1?key=\(hexadecimal(start, "%", 2))\(rest)",
                "见 \(start)**\(rest)**", "\(start)<wbr>\(rest)", "\(start)<b>\(rest)</b>", "\(start)<!-- -->\(rest)",
                "\(start)\u{200B}\(rest)", "\(start)\u{AD}\(rest)", "\(start)&shy;\(rest)", "\(start)&#8203;\(rest)",
                "$k = '\(head)' . '\(tail)';", "curl -H \"\(head)\\\n    \(tail)\"", "\"\(head)\"\n        \"\(tail)\"",
                "'\(head)' + '\(tail)'",
            ]
            for text in spelled {
                let result = SafetyScreen().screen("a.md", Array(text.utf8))
                // A character without a width is told as such besides.
                #expect(
                    Set(result.diagnostics.map(\.code.id)).subtracting(["safety/zero-width", "safety/hidden-character"])
                        == ["safety/secret"],
                    "\(sort.prefix.joined()) in \(text.prefix(20))")
                let shown = String(decoding: result.bytes, as: UTF8.self)
                #expect(result.bytes.count == text.utf8.count && !shown.contains(key.suffix(8)))
                #expect(result.diagnostics.allSatisfy { !$0.message.english.contains(key.dropFirst(8)) })
            }
        }
    }

    @Test(arguments: [
        "http://167772161/v1", "http://0xa.0.0.1/", "http://012.0.0.1/", "http://10.1/", "http://0xC0A80001:8000/",
        "[内网](http://3232235777/a)", "http://[::ffff:a00:1]/", "见 ::ffff:c0a8:101。", "http://0300.0250.0.1/x",
    ])
    func privateAddressesAreFoundInEveryNotation(_ text: String) {
        #expect(codes(text) == ["safety/private-address"])
    }

    @Test(arguments: [
        "http://134744072/", "http://0x7f.1/", "http://2130706433/", "http://017700000001/", "https://163.com/",
        "http://3.14/",
        "https://example.org//10.1/a", "https://100-days.example/", "https://10up.example/", "::ffff:808:808",
        "https://2026.example/x",
        "&#39;a&#39;", "100%25", "a\\\nb", "\"a\" \"b\"", "['x'+'y']", "%E4%B8%AD%E6%96%87", "C:\\users\\x41",
    ])
    func whatLooksLikeOnePasses(_ text: String) {
        #expect(codes(text) == [])
    }

    /// Without a shape, told by what they are called; `@` stands for the value.
    @Test(arguments: [
        "密钥：@", "API Key 是 `@`", "令牌为 @", "Ocp-Apim-Subscription-Key: @", "'api_key' => '@'", "client.setApiKey(\"@\")",
        "citable --api-key @", "<input name=\"api_key\" value=\"@\">", "- name: OPENAI_API_KEY\n  value: \"@\"",
        "{\"name\": \"OPENAI_API_KEY\", \"value\": \"@\"}", "accessKeySecret: \"@\"",
    ])
    func aNameTellsASecret(_ text: String) {
        var drawing = Drawing(state: 23)
        let value = drawing.text(40, from: Self.base62)
        #expect(codes(text.replacing("@", with: value)) == ["safety/secret"])
        #expect(codes(text.replacing("@", with: "your-own-key-of-the-gateway")) == [])
    }

    @Test func pointsAndSlashesHideNoKey() {
        var drawing = Drawing(state: 29)
        let identifier = drawing.text(32, from: Self.hexadecimal)
        #expect(codes("见 \(identifier).\(drawing.text(16, from: Self.base62))。") == ["safety/secret"])
        #expect(
            codes("SG." + drawing.text(22, from: Self.base64) + "." + drawing.text(43, from: Self.base64)) == [
                "safety/secret"
            ])
        #expect(codes("ya" + "29." + drawing.text(120, from: Self.base64)) == ["safety/secret"])
        let parts = (0..<2).map { _ in drawing.text(19, from: Self.base62) }.joined(separator: "/")
        #expect(codes("aws_secret_access_key = " + parts) == ["safety/secret"])
        #expect(codes("secret: vault/prod/OpenAI2026/gateway-key") == [])
        #expect(codes("app.\(identifier).js") == [])
    }

    @Test func anIdentifierBehindANameOfASecretIsOne() {
        #expect(codes("ARK_API_KEY=3f1c2a9e-7b64-4d0f-9c21-5e8a7d6b4c13") == ["safety/secret"])
        #expect(codes("{\\\"api_key\\\": \\\"3f1c2a9e-7b64-4d0f-9c21-5e8a7d6b4c13\\\"}") == ["safety/secret"])
        #expect(codes("request_id=3f1c2a9e-7b64-4d0f-9c21-5e8a7d6b4c13") == [])
    }

    private func codes(_ text: String) -> [String] {
        SafetyScreen().screen("a.md", Array(text.utf8)).diagnostics.map(\.code.id)
    }
}
