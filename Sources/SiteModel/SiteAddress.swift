/// Where a page stands: a site-absolute path without suffix, such as `/answers/relay`; folders end with `/`.
/// Everything else that depends on the place (file, twin, URL) is worked out here and nowhere else.
package struct SiteAddress: Sendable, Hashable {
    package let path: String

    package init(_ path: String) { self.path = path }

    package var isFolder: Bool { path.utf8.last == 0x2F }

    /// Path of the HTML file below `Output/`.
    package var htmlFile: String { String(path.dropFirst()) + (isFolder ? "index.html" : ".html") }

    /// Path of the Markdown twin below `Output/`.
    package var twinFile: String { String(twinPath.dropFirst()) }

    /// Site-absolute path of the Markdown twin.
    package var twinPath: String { path + (isFolder ? "index.md" : ".md") }

    /// What decides whether two addresses are one: a web server may ignore case.
    package var key: String {
        // Most addresses have nothing to fold, and folding is slow.
        path.utf8.contains { (0x41...0x5A).contains($0) || $0 >= 0x80 } ? path.lowercased() : path
    }
}
