/// The HTTP headers that every host should send: one source for `_headers`, the server configurations and `serve`.
package enum HostHeaders {
    /// On every answer, when all scripts and styles are files of the site.
    package static let common = headers(allowing: InlineCode())

    /// On every answer. JSON-LD is data, which no policy blocks.
    /// - Parameter code: what stands inside pages. Source: https://www.w3.org/TR/CSP3/
    package static func headers(allowing code: InlineCode) -> [(name: String, value: String)] {
        let scripts = (["'self'"] + code.scripts.sorted().map { "'\($0)'" }).joined(separator: " ")
        let styles = (["'self'"] + code.styles.sorted().map { "'\($0)'" }).joined(separator: " ")
        let policy =
            "default-src 'none'; script-src \(scripts); style-src \(styles); img-src 'self' data:; font-src 'self'; "
            + "connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
        return [
            ("Content-Security-Policy", policy),
            ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
            ("Referrer-Policy", "strict-origin-when-cross-origin"),
            ("X-Content-Type-Options", "nosniff"),
        ]
    }

    /// Media types by the end of a file's name; the first that fits counts. RFC 7763: Markdown's charset is required.
    package static let types: [(suffix: String, type: String)] = [
        ("feed.xml", "application/atom+xml; charset=utf-8"),
        ("changes.xml", "application/atom+xml; charset=utf-8"),
        ("feed.json", "application/feed+json; charset=utf-8"),
        ("opensearch.xml", "application/opensearchdescription+xml; charset=utf-8"),
        (".csv", "text/csv; charset=utf-8"),
        (".md", "text/markdown; charset=utf-8"),
        (".txt", "text/plain; charset=utf-8"),
        (".webmanifest", "application/manifest+json; charset=utf-8"),
    ]

    /// Every media type of a static site by the suffixes of its files, for hosts that know none themselves.
    /// Source: https://www.iana.org/assignments/media-types
    static let suffixes: [(type: String, suffixes: [String])] = [
        ("text/html", ["html", "htm"]), ("text/css", ["css"]), ("text/javascript", ["js", "mjs"]),
        ("application/json", ["json", "map"]), ("application/manifest+json", ["webmanifest"]),
        ("application/xml", ["xml"]), ("text/plain", ["txt"]), ("text/markdown", ["md"]), ("text/csv", ["csv"]),
        ("image/svg+xml", ["svg"]), ("image/png", ["png"]), ("image/jpeg", ["jpg", "jpeg"]), ("image/gif", ["gif"]),
        ("image/webp", ["webp"]), ("image/avif", ["avif"]), ("image/x-icon", ["ico"]), ("font/woff2", ["woff2"]),
        ("font/woff", ["woff"]), ("application/pdf", ["pdf"]), ("video/mp4", ["mp4"]), ("video/webm", ["webm"]),
        ("audio/mpeg", ["mp3"]), ("application/wasm", ["wasm"]), ("application/zip", ["zip"]),
        ("application/yaml", ["yaml", "yml"]),
    ]

    /// The media type of a file with its charset, by its site-absolute path.
    package static func type(of path: String) -> String {
        if let named = types.first(where: { path.hasSuffix(($0.suffix.hasPrefix(".") ? "" : "/") + $0.suffix) }) {
            return named.type
        }
        let suffix = path.split(separator: "/").last?.split(separator: ".").dropFirst().last.map(String.init) ?? ""
        guard let type = suffixes.first(where: { $0.suffixes.contains(suffix) })?.type else {
            return "application/octet-stream"
        }
        return hasCharset(type) ? type + "; charset=utf-8" : type
    }

    /// Whether files of a type are text.
    static func hasCharset(_ type: String) -> Bool {
        type.hasPrefix("text/") || type.hasSuffix("xml") || type.hasSuffix("json")
    }

    /// Files of the build that are no business of visitors: what hosts read, and marks of the build itself.
    package static let unserved = ["/_headers", "/_redirects", "/deploy/"]

    /// For everything whose content may change: a copy may be kept and must be asked about.
    package static let revalidated = "no-cache"

    /// For files whose name holds a hash of their content.
    package static let immutable = "public, max-age=31536000, immutable"

    /// Folder of those files.
    package static let hashedFolder = "/assets/"
}
