import SiteModel

/// `deploy/nginx.conf`: maps and one `server` block, to be included inside `http`. Source: https://nginx.org/en/docs/
package enum Nginx: SiteFormat {
    package static let name = "nginx"

    package static func tasks(_ view: SiteView, _ products: PageProducts) -> [OutputTask] {
        [OutputTask(path: "deploy/nginx.conf")]
    }

    package static func render(_ task: OutputTask, _ view: SiteView, _ products: PageProducts) -> [FilePiece] {
        let plan = HostPlan(view, products)
        let text = head + NginxMaps(plan).text + "\n" + server(plan)
        return [.bytes(Array(text.utf8))]
    }

    /// A value between quotation marks. No escape exists for the dollar sign, so no value may hold one.
    static func quoted(_ value: String) -> String { literal(value.replacing("$", with: "%24")) }

    /// A text between quotation marks where nginx looks for no variables.
    private static func literal(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}

extension Nginx {
    private static let head = """
        # For nginx 1.18 or newer. Include this file inside http { }, then set `root`, and add TLS and HSTS as the host needs.
        # What nginx can't do: answer 406, say X-Markdown-Tokens, or read a second Accept line of one request.
        # Accept: Markdown is sent when text/markdown is named with a q above 0 that is not below that of text/html; */* names
        # nothing. A page without a Markdown file is sent as HTML.

        """

    private static func server(_ plan: HostPlan) -> String {
        let x = plan.suffix
        return """
            server {
                listen 80;
                server_name \(quoted(plan.authority.split(separator: ":").first.map(String.init) ?? plan.authority));
                root /var/www/\(x);

                server_tokens off;
                absolute_redirect off;
                charset utf-8;
                charset_types \(charsetTypes);
                types {
            \(types)    }
                default_type application/octet-stream;
                gzip on;
                gzip_vary on;
                gzip_types \(charsetTypes);
            \(plan.isPrecompressed ? precompressed : "")
            \(headers(plan))
                error_page 404 410 /404.html;
                if ($citable_elsewhere_\(x)) { return 301 $citable_elsewhere_\(x); }

            \(moves(plan))\(gone(plan))    location ~ "^(?:\(unserved)|/\\.(?!well-known/))" { return 404; }
                location = /404 { return 404; }
                # The types of these names don't follow from their last letters.
                location ~ "/(?:feed|changes)\\.xml$" { types { } default_type application/atom+xml; }
                location ~ "/feed\\.json$" { types { } default_type application/feed+json; }
                location = "/opensearch.xml" { types { } default_type application/opensearchdescription+xml; }
                location ~ "^(?<citable_folder>.*)/$" {
                    if (-f $document_root${citable_folder}.html) { return 301 $citable_bare_\(x)$is_args$args; }
                    try_files ${citable_folder}/index.$citable_form_\(x) ${citable_folder}/index.html =404;
                }
                location / {
                    if (-f $document_root$uri/index.html) { return 301 $citable_path_\(x)/$is_args$args; }
                    try_files $uri $uri.$citable_form_\(x) $uri.html =404;
                }
            }

            """
    }

    private static let precompressed = """
            gzip_static on;
            # With ngx_brotli (Debian: libnginx-mod-http-brotli-static), send the .br files as well:
            # brotli_static on;

        """

    private static let charsetTypes =
        "text/css text/csv text/javascript text/markdown text/plain text/xml application/atom+xml application/feed+json "
        + "application/json application/manifest+json application/opensearchdescription+xml application/xml image/svg+xml"

    private static let types = HostHeaders.suffixes.map {
        "        \($0.type) \($0.suffixes.joined(separator: " "));\n"
    }
    .joined()

    private static let unserved = HostHeaders.unserved.joined(separator: "|")

    private static func headers(_ plan: HostPlan) -> String {
        let x = plan.suffix
        let common = plan.headers.map { "    add_header \($0.name) \(quoted($0.value)) always;\n" }.joined()
        return common + """
                add_header Vary $citable_vary_\(x) always;
                add_header Cache-Control $citable_cache_\(x);
                add_header Link $citable_link_\(x);
                add_header X-Robots-Tag $citable_robots_\(x);
                add_header Access-Control-Allow-Origin $citable_origin_\(x);

            """
    }

    private static func moves(_ plan: HostPlan) -> String {
        plan.moves.map { move in
            let target = quoted(move.to).dropLast() + (move.to.contains("?") ? "" : "$is_args$args")
            let fragment = quoted(move.fragment).dropFirst()
            return "    location = \(literal(move.from)) { return \(move.status) \(target)\(fragment); }\n"
        }.joined()
    }

    private static func gone(_ plan: HostPlan) -> String {
        plan.gone.map { "    location = \(literal($0)) { return 410; }\n" }.joined()
    }
}
