package import Diagnostics

/// What may not be published, whatever the settings say.
extension DiagnosticCode {
    package static let secret = DiagnosticCode(
        "safety/secret", isSafetyRule: true,
        en:
            "A key, token or private key stands in a source. Whoever reads the site could use it, and so could everybody who "
            + "reads the repository: revoke it, then write a placeholder. It is never printed. No level in ‘checks’ changes this; "
            + "what is public on purpose is allowed by its fingerprint, with a reason.",
        zh: "源文件中出现了密钥、令牌或私钥。站点和仓库的读者都能使用它：请先作废，再改写成占位符。诊断中不会显示密钥本身。checks 无法调低这条规则；确实可以公开的内容，按指纹允许并写明理由。",
        wrong: "curl -H \"Authorization: Bearer sk-<48 letters and digits>\"",
        right: "curl -H \"Authorization: Bearer $API_KEY\"\n"
            + "safety: {allow: [{fingerprint: 0123456789abcdef, reason: a key that the gateway's own manual shows}]}")
    package static let hiddenCharacter = DiagnosticCode(
        "safety/hidden-character", isSafetyRule: true,
        en:
            "Characters that nobody sees change the direction of text, cut words in two or carry text for machines alone. "
            + "People and engines would read different things.",
        zh: "看不见的字符会改变文字方向、把词截断，或夹带只有机器能读到的文字，使人和引擎读到的内容不一致。",
        wrong: "title: pay\\u202Elap", right: "title: paypal")
    package static let zeroWidth = DiagnosticCode(
        "safety/zero-width", .warning,
        en: "An invisible character stands beside a space or a sign; it often comes along with copied text.",
        zh: "空格或标点旁有不可见字符，常随复制的文字混入。",
        wrong: "AI API\\u200B 网关", right: "AI API 网关")
    package static let privateAddress = DiagnosticCode(
        "safety/private-address", isSafetyRule: true,
        en:
            "An address of a private network (10.…, 172.16–31.…, 192.168.…, 169.254.…, 100.64–127.…, fc00::/7, fe80::/10; URLs, "
            + "mailboxes and ports of names in .local, .internal, .lan and .corp) helps no reader and tells strangers how the "
            + "network is built. Loopback, whole networks and documentation addresses pass.",
        zh:
            "内网地址（10.…、172.16–31.…、192.168.…、169.254.…、100.64–127.…、fc00::/7、fe80::/10，以及网址、邮箱或端口前的 .local、.internal、.lan、.corp 主机名）对读者没有用处，还会泄露内部网络结构。回环地址、整个网段和文档专用地址不受影响。",
        wrong: "base_url=\"http://10.1.2.3:8000/v1\"", right: "base_url=\"https://gateway.example/v1\"")
    package static let hiddenText = DiagnosticCode(
        "safety/hidden-text", isSafetyRule: true,
        en:
            "Text that people don't see but machines read (display:none and the like) deceives engines, which punish the site.",
        zh: "用 display:none 等方式让人看不见、机器却能读到的文字属于欺骗，引擎会惩罚站点。",
        wrong: "<p style=\"display:none\">best API</p>", right: "<p>Text that everybody sees.</p>")
}

/// The codes that safety rules can give.
package enum SafetyCodes {
    package static let all: [DiagnosticCode] = [.secret, .hiddenCharacter, .zeroWidth, .privateAddress, .hiddenText]
}
