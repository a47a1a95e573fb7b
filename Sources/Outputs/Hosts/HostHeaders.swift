/// The HTTP headers that every host should send: one source for `_headers`, the server configurations and `serve`.
package enum HostHeaders {
    /// On every answer. All scripts and styles are files of the site; JSON-LD is data, which no policy blocks.
    /// Source: https://www.w3.org/TR/CSP3/
    package static let common: [(name: String, value: String)] = [
        (
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
                + "connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
        ),
        ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
        ("Referrer-Policy", "strict-origin-when-cross-origin"),
        ("X-Content-Type-Options", "nosniff"),
    ]

    /// Media types by the end of a file's name; the first that fits counts. RFC 7763: Markdown's charset is required.
    package static let types: [(suffix: String, type: String)] = [
        ("feed.xml", "application/atom+xml; charset=utf-8"),
        ("changes.xml", "application/atom+xml; charset=utf-8"),
        ("feed.json", "application/feed+json; charset=utf-8"),
        (".csv", "text/csv; charset=utf-8"),
        (".md", "text/markdown; charset=utf-8"),
        (".txt", "text/plain; charset=utf-8"),
        (".webmanifest", "application/manifest+json; charset=utf-8"),
    ]

    /// For files whose name holds a hash of their content.
    package static let immutable = "public, max-age=31536000, immutable"

    /// Folder of those files.
    package static let hashedFolder = "/assets/"
}
