/// The maps of `deploy/nginx.conf`: what a request asks for, and what the answer's headers say. Their names end with the
/// site's, so that the files of two sites can be included side by side; names of captures, which are read at once, need not.
struct NginxMaps {
    private let plan: HostPlan
    private let x: String

    init(_ plan: HostPlan) {
        self.plan = plan
        x = plan.suffix
    }

    var text: String {
        [
            quality("md", "text/markdown"), quality("html", "text/html"), digits("md"), digits("html"), form, path,
            bare,
            moved, elsewhere, vary, cache, robots, origin, index, link,
        ].joined()
    }
}

extension NginxMaps {
    private func map(_ source: String, _ name: String, _ lines: [String]) -> String {
        "map \(source) $citable_\(name)_\(x) {\n" + lines.map { "    \($0);\n" }.joined() + "}\n"
    }

    /// The q of a media type that `Accept` names, `1` when it says none, empty when it isn't named or the q is none.
    private func quality(_ name: String, _ type: String) -> String {
        let start = "\"~*(?:^|,)\\s*\(type)\\s*(?:;(?!\\s*q\\s*=)[^,;]*)*"
        let number = "(?<citable_\(name)_number>1(?:\\.0{0,3})?|0(?:\\.[0-9]{0,3})?)"
        return map(
            "$http_accept", name + "_q",
            [
                "default \"\"", "\(start)(?:,|$)\" 1",
                "\(start);\\s*q\\s*=\\s*\(number)\\s*(?:[;,]|$)\" $citable_\(name)_number",
            ])
    }

    /// The same as four digits, so that two of them can be compared.
    private func digits(_ name: String) -> String {
        let lines = (1...3).map { count in
            let digits = "citable_\(name)_\(count)"
            let zeros = String(repeating: "0", count: 3 - count)
            return "\"~^0\\.(?<\(digits)>[0-9]{\(count)})$\" 0${\(digits)}\(zeros)"
        }
        return map("$citable_\(name)_q_\(x)", name + "_digits", ["default 0000", "\"~^1\" 1000"] + lines)
    }

    /// `md` when Markdown is asked for at least as much as HTML: the digits are equal, or the first that differs is larger.
    private var form: String {
        let larger = (1...9).reversed().map { digit in
            "\"~^([0-9]*)\(digit)[0-9]*:\\1[0-\(digit - 1)]\" md"
        }
        return map(
            "$citable_md_digits_\(x):$citable_html_digits_\(x)", "form",
            ["default html", "\"~^0000:\" html", "\"~^([0-9]+):\\1$\" md"] + larger)
    }

    /// The path as it was sent, with one slash at its beginning.
    private var path: String {
        map("$request_uri", "path", ["default /", "\"~^/+(?<citable_rest>[^?/][^?]*)\" /$citable_rest"])
    }

    /// The path without a slash at its end.
    private var bare: String {
        map(
            "$citable_path_\(x)", "bare",
            ["default /", "\"~^(?<citable_stem>/.*[^/])/*$\" $citable_stem"])
    }

    /// Addresses with `.html`, and names that mirrors have elsewhere, lead to the canonical ones.
    private var moved: String {
        let lines = [
            ("^/*(?<F>/(?:[^?]*/)?)index\\.html(?<Q>\\?.*)?$", "$F$Q"),
            ("^/*(?<F>/[^?]+)\\.html(?<Q>\\?.*)?$", "$F$Q"),
            ("^/*(?<F>/[^?]+)\\.html\\.md(?<Q>\\?.*)?$", "$F.md$Q"),
        ].enumerated().map { number, line in
            let folder = "citable_from_\(number)"
            let query = "citable_query_\(number)"
            let pattern = line.0.replacing("F>", with: folder + ">").replacing("Q>", with: query + ">")
            let target = line.1.replacing("$F", with: "${\(folder)}").replacing("$Q", with: "${\(query)}")
            return "\"~\(pattern)\" \"\(target)\""
        }
        return map("$request_uri", "moved", ["default \"\""] + lines)
    }

    /// The same, save at addresses that have an answer of their own.
    private var elsewhere: String {
        let own = (plan.moves.map(\.from) + plan.gone).filter { $0.hasSuffix(".html") || $0.hasSuffix(".html.md") }
        return map(
            "$uri", "elsewhere", own.map { "\"~^\(PathPattern.text($0))$\" \"\"" } + ["default $citable_moved_\(x)"])
    }

    private var vary: String {
        map("$citable_path_\(x)", "vary", ["default Accept", "\"~^\(HostHeaders.hashedFolder)\" \"\""])
    }

    private var cache: String {
        map(
            "$citable_path_\(x)", "cache",
            [
                "default \(HostHeaders.revalidated)",
                "\"~^\(HostHeaders.hashedFolder)\" \"\(HostHeaders.immutable)\"",
            ])
    }

    private var robots: String {
        // Keys that are no expressions must be short, or nginx asks for larger tables.
        let hidden = plan.hiddenTwins.map { "\"~^\(PathPattern.text($0))$\" noindex" }
        return map(
            "$citable_path_\(x)", "robots",
            ["default \"\"", "\"~/llms(?:-full)?(?:-[0-9]+)?\\.txt$\" noindex"]
                + (plan.hidesTwins ? ["\"~\\.md$\" noindex"] : hidden))
    }

    /// Machine files may be read from other sites' pages.
    private var origin: String {
        map("$citable_path_\(x)", "origin", ["default \"\"", "\"~\\.(?:csv|json|md|txt|xml)$\" *"])
    }

    /// The nearest `llms.txt`.
    private var index: String {
        let root = plan.indexes.last.map { "default \($0.file)" } ?? "default \"\""
        return map("$citable_path_\(x)", "index", [root] + plan.indexes.map { "\"~^\($0.prefix)\" \($0.file)" })
    }

    /// A page names its twin and the nearest index, a twin its page; nothing else has such a header.
    private var link: String {
        let lines = [
            linkLine(1, "text/markdown[^:]*:(?<N>/(?:.*/)?)index\\.md", twin: nil),
            linkLine(2, "text/markdown[^:]*:(?<N>/.*)\\.md", twin: nil),
            linkLine(3, "text/(?:html|markdown)[^:]*:(?<N>/(?:.*/)?)", twin: "index.md"),
            linkLine(4, "text/(?:html|markdown)[^:]*:(?<N>/.*)", twin: ".md"),
        ]
        return map(
            "$status:$sent_http_content_type:$citable_path_\(x)", "link",
            ["default \"\"", "\"~/sitemap[^/]*\\.md$\" \"\""] + lines)
    }

    private func linkLine(_ number: Int, _ pattern: String, twin: String?) -> String {
        let name = "citable_page_\(number)"
        // noindex and canonical contradict each other.
        var links =
            twin == nil && plan.hidesTwins ? [] : ["<\(Self.plain(plan.baseURL))${\(name)}>; rel=\\\"canonical\\\""]
        if let twin { links.append("<${\(name)}\(twin)>; rel=\\\"alternate\\\"; type=\\\"text/markdown\\\"") }
        if !plan.indexes.isEmpty {
            links.append("<$citable_index_\(x)>; rel=\\\"describedby\\\"; type=\\\"text/plain\\\"")
        }
        return "\"~^200:\(pattern.replacing("N>", with: name + ">"))$\" \"\(links.joined(separator: ", "))\""
    }

    private static func plain(_ url: String) -> String { url.filter { !"\"\\$".contains($0) } }
}
