import SiteModel

/// `deploy/Caddyfile`: one site block. Source: https://caddyserver.com/docs/caddyfile
package enum Caddy: SiteFormat {
    package static let name = "caddy"

    package static func tasks(_ view: SiteView, _ products: PageProducts) -> [OutputTask] {
        [OutputTask(path: "deploy/Caddyfile")]
    }

    package static func render(_ task: OutputTask, _ view: SiteView, _ products: PageProducts) -> [FilePiece] {
        let plan = HostPlan(view, products)
        let address = plan.baseURL.hasPrefix("http://") ? "http://" + plan.authority : plan.authority
        let block = CaddyMaps(plan).text + route(plan) + errors
        let text = head + "\(address) {\n    root * /var/www/\(plan.suffix)\n    encode gzip\n\n\(block)}\n"
        return [.bytes(Array(text.replacing("    ", with: "\t").utf8))]
    }

    /// A value between quotation marks. The backslash escapes nothing but these, so no value may hold one.
    static func quoted(_ value: String) -> String { "\"" + value.replacing("\"", with: "\\\"") + "\"" }
}

extension Caddy {
    private static let head = """
        # For Caddy 2.6 or newer. Set `root`; Caddy fetches its certificate itself.
        # What Caddy can't do here: answer 406, or say X-Markdown-Tokens. Addresses that redirect are found without regard to case.
        # Accept: Markdown is sent when text/markdown is named with a q above 0 that is not below that of text/html; */* names
        # nothing. A page without a Markdown file is sent as HTML.

        """

    private static func route(_ plan: HostPlan) -> String {
        """
            route {
        \(headers(plan))
                @method not method GET HEAD
                error @method 405
                @gone vars {citable_gone} yes
                error @gone 410
        \(redirects(plan))        @unserved {
                    path \(unserved) /.* /404
                    not path /.well-known/*
                }
                error @unserved 404
                @elsewhere expression `{citable_elsewhere} != ""`
                redir @elsewhere {citable_elsewhere} 301
                @folder {
                    not path */
                    file {path}/index.html
                }
                redir @folder {citable_path}/{citable_query} 301
                @page file {citable_stem}.html
                redir @page {citable_bare}{citable_query} 301

                @markdown {
                    expression `double({citable_md}) > 0.0 && double({citable_md}) >= double({citable_html})`
                    file {citable_file}.md
                }
                rewrite @markdown {http.matchers.file.relative}
                @html {
                    not file
                    file {citable_file}.html
                }
                rewrite @html {http.matchers.file.relative}
                @home {
                    path */
                    file {citable_file}.html
                }
                rewrite @home {http.matchers.file.relative}

        \(links(plan))\(types)        file_server {
                    disable_canonical_uris
        \(plan.isPrecompressed ? "            precompressed br gzip\n" : "")        }
            }

        """
    }

    private static let errors = """
            handle_errors {
                header {
                    -Link
                    -X-Robots-Tag
                    -Access-Control-Allow-Origin
                    Cache-Control \(HostHeaders.revalidated)
                    Content-Type "text/html; charset=utf-8"
                }
                rewrite * /404.html
                file_server
            }

        """

    private static let unserved = HostHeaders.unserved.map { $0.hasSuffix("/") ? $0 + "*" : $0 }.joined(separator: " ")

    private static func headers(_ plan: HostPlan) -> String {
        let common = plan.headers.map { "            \($0.name) \(quoted($0.value))\n" }.joined()
        let hidden = plan.hiddenTwins.map { " " + quoted($0) }.joined()
        return """
                    header {
            \(common)            Cache-Control \(HostHeaders.revalidated)
                    }
                    header -Server
                    @hashed path \(HostHeaders.hashedFolder)*
                    header @hashed Cache-Control "\(HostHeaders.immutable)"
                    @varying not path \(HostHeaders.hashedFolder)*
                    header @varying Vary Accept
                    @quiet path_regexp /llms(?:-full)?(?:-[0-9]+)?\\.txt$
                    header @quiet X-Robots-Tag noindex
                    @open path *.csv *.json *.md *.txt *.xml
                    header @open Access-Control-Allow-Origin *

            """
                + (hidden.isEmpty
                    ? ""
                    : "        @hidden path\(hidden)\n        header @hidden X-Robots-Tag noindex\n")
    }

    private static func redirects(_ plan: HostPlan) -> String {
        Set(plan.moves.map(\.status)).sorted().map { status in
            "        @moved\(status) expression `{citable_status} == \"\(status)\"`\n"
                + "        redir @moved\(status) {citable_target}{citable_asked}{citable_place} \(status)\n"
        }.joined()
    }

    /// A page names its twin and the nearest index, a twin its page.
    private static func links(_ plan: HostPlan) -> String {
        let index = plan.indexes.isEmpty ? "" : ", <{citable_index}>; rel=\"describedby\"; type=\"text/plain\""
        let page = "<\(plan.baseURL){citable_canonical}>; rel=\"canonical\""
        // noindex and canonical contradict each other.
        let ofTwin = plan.hidesTwins ? String(index.dropFirst(2)) : page + index
        let robots = plan.hidesTwins ? "\n        header @twin X-Robots-Tag noindex" : ""
        let twin = ", <{citable_twin}>; rel=\"alternate\"; type=\"text/markdown\""
        return """
                    @shown {
                        path *.html *.md
                        expression `!{citable_path}.endsWith(".md")`
                    }
                    header @shown Link \(quoted(page + twin + index))
                    @twin {
                        path *.md
                        expression `{citable_path}.endsWith(".md")`
                        not path */sitemap*.md
                    }
                    \(ofTwin.isEmpty ? "" : "header @twin Link \(quoted(ofTwin))")\(robots)

            """
    }

    private static let types: String = {
        let bySuffix = HostHeaders.suffixes.map { type, suffixes in
            (
                type: HostHeaders.hasCharset(type) ? type + "; charset=utf-8" : type,
                patterns: suffixes.map { "*." + $0 }
            )
        }
        // What is said later counts: the names that say more come last.
        let byName = HostHeaders.types.filter { !$0.suffix.hasPrefix(".") }
            .map { (type: $0.type, patterns: ["*/" + $0.suffix]) }
        return (bySuffix + byName).enumerated().map { number, entry in
            "        @type\(number) path \(entry.patterns.joined(separator: " "))\n"
                + "        header @type\(number) Content-Type \(quoted(entry.type))\n"
        }.joined()
    }()
}
