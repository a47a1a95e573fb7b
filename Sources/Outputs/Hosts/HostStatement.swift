package import Diagnostics
package import SiteModel

/// What a host can't do with the files of a build, said before it surprises anybody.
package struct HostStatement: Sendable {
    /// Something that the rules for machine files ask of a host.
    package enum Ability: Sendable, CaseIterable {
        /// Markdown for who asks for it at the address of the page, by q.
        case negotiation
        /// `Link` with canonical, alternate and describedby on every page and twin.
        case linkHeaders
        /// Media types with charset, content policy, `X-Robots-Tag` and cache rules as the build says.
        case ownHeaders
        /// Old addresses answer 301 or 308.
        case redirects
        /// Withdrawn addresses answer 410.
        case gone
        /// Addresses without `.html`.
        case bareAddresses
        /// 406 where nothing acceptable exists.
        case notAcceptable
        /// `X-Markdown-Tokens`.
        case tokensHeader
    }

    package let host: HostKind
    /// What the host reads, below `Output/`.
    package let files: [String]
    package let lacks: [Ability]
    /// What else to know.
    package let remarks: [Message]

    package static func of(_ host: HostKind) -> HostStatement { all.first { $0.host == host } ?? all[0] }

    package func can(_ ability: Ability) -> Bool { !lacks.contains(ability) }
}

extension HostStatement {
    /// In the order of `HostKind`.
    package static let all: [HostStatement] = [
        HostStatement(
            host: .nginx, files: ["deploy/nginx.conf"], lacks: [.notAcceptable, .tokensHeader],
            remarks: [Message(en: "of several Accept lines it reads the first", zh: "有多行 Accept 时只读第一行")]),
        HostStatement(
            host: .caddy, files: ["deploy/Caddyfile"], lacks: [.notAcceptable, .tokensHeader],
            remarks: [Message(en: "old addresses are found without regard to case", zh: "旧地址不区分大小写")]),
        HostStatement(
            host: .cloudflarePages, files: ["_headers", "_redirects", "deploy/cloudflare-middleware.js"],
            lacks: [.notAcceptable, .tokensHeader],
            remarks: [
                Message(
                    en: "negotiation, Link and 410 need deploy/cloudflare-middleware.js as functions/_middleware.js",
                    zh: "内容协商、Link 和 410 需要把 deploy/cloudflare-middleware.js 放到 functions/_middleware.js"),
                Message(
                    en: "100 rules in _headers, 2,000 in _redirects; what is beyond is passed over",
                    zh: "_headers 最多 100 条规则，_redirects 最多 2000 条，超出部分不生效"),
            ]),
        HostStatement(
            host: .netlify, files: ["_headers", "_redirects", "deploy/netlify-edge.js"],
            lacks: [.notAcceptable, .tokensHeader],
            remarks: [
                Message(
                    en: "negotiation, Link and 410 need deploy/netlify-edge.js in netlify/edge-functions/",
                    zh: "内容协商、Link 和 410 需要把 deploy/netlify-edge.js 放到 netlify/edge-functions/")
            ]),
        HostStatement(
            host: .gitHubPages, files: [], lacks: Ability.allCases.filter { $0 != .bareAddresses },
            remarks: [
                Message(
                    en: "copies are kept for ten minutes; old addresses are pages that lead on",
                    zh: "缓存固定为十分钟；旧地址是带跳转的页面")
            ]),
        HostStatement(
            host: .bucket, files: [], lacks: Ability.allCases,
            remarks: [
                Message(
                    en: "set ‘urls: directory’; types, cache rules and the page for 404 are set in the bucket",
                    zh: "请设置 urls: directory；类型、缓存规则和 404 页面在存储桶中设置")
            ]),
    ]

    /// For people: each host with its files and what it can't do.
    package static func text(in language: MessageLanguage) -> String {
        let words = (
            files: Message(en: "files: ", zh: "文件："), lacks: Message(en: "can't: ", zh: "做不到："),
            none: Message(en: "none", zh: "无")
        )
        let comma = language == .chinese ? "；" : "; "
        return all.map { statement in
            let files =
                statement.files.isEmpty ? words.none.text(in: language) : statement.files.joined(separator: ", ")
            let lacks = statement.lacks.map { $0.title.text(in: language) }.joined(separator: comma)
            let remarks = statement.remarks.map { "    \($0.text(in: language))\n" }.joined()
            return "\(statement.host.rawValue)\n    \(words.files.text(in: language))\(files)\n"
                + "    \(words.lacks.text(in: language))\(lacks)\n\(remarks)"
        }.joined(separator: "\n")
    }
}

extension HostStatement.Ability {
    package var title: Message {
        switch self {
        case .negotiation: Message(en: "send Markdown by Accept", zh: "按 Accept 返回 Markdown")
        case .linkHeaders: Message(en: "Link headers", zh: "Link 响应头")
        case .ownHeaders:
            Message(
                en: "types with charset, content policy, noindex and cache rules of the site's own",
                zh: "自定义类型与字符集、内容安全策略、noindex 和缓存规则")
        case .redirects: Message(en: "301 and 308", zh: "301、308 重定向")
        case .gone: Message(en: "410 for withdrawn pages", zh: "撤下的页面返回 410")
        case .bareAddresses: Message(en: "addresses without .html", zh: "不带 .html 的地址")
        case .notAcceptable: Message(en: "406", zh: "406")
        case .tokensHeader: Message(en: "X-Markdown-Tokens", zh: "X-Markdown-Tokens")
        }
    }
}
