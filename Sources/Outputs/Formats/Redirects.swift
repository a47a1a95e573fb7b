import Bytes
import SiteModel

/// Redirects: `_redirects` for hosts that read it, and a small page at each old address for hosts that read nothing.
/// Source: https://developers.cloudflare.com/pages/configuration/redirects/
package enum Redirects: SiteFormat {
    package static let name = "redirects"

    package static func tasks(_ view: SiteView, _ products: PageProducts) -> [OutputTask] {
        guard !view.redirects.isEmpty else { return [] }
        let stubs = view.redirects.enumerated().compactMap { index, redirect -> OutputTask? in
            stubPath(of: redirect, view.settings).map { OutputTask(path: $0, part: index + 1) }
        }
        return [OutputTask(path: "_redirects", part: 0)] + stubs
    }

    package static func render(_ task: OutputTask, _ view: SiteView, _ products: PageProducts) -> [FilePiece] {
        var buffer = ByteBuffer(capacity: 1024)
        if task.part == 0 {
            for redirect in view.redirects { writeRule(redirect, view, into: &buffer) }
        } else if view.redirects.indices.contains(task.part - 1) {
            writeStub(view.redirects[task.part - 1], view, into: &buffer)
        }
        return [.bytes(buffer.bytes)]
    }
}

extension Redirects {
    /// The file that a plain host serves at the old address; nil when that would not be a page.
    private static func stubPath(of redirect: Redirect, _ settings: SiteSettings) -> String? {
        guard redirect.status != 410, redirect.from.hasPrefix("/") else { return nil }
        let path = String(redirect.from.dropFirst())
        if path.isEmpty { return nil }
        if path.hasSuffix("/") { return path + "index.html" }
        let last = path.split(separator: "/").last ?? ""
        if last.contains(".") { return last.hasSuffix(".html") ? path : nil }
        return settings.usesDirectoryAddresses ? path + "/index.html" : path + ".html"
    }

    /// The two hosts know no 410: there the address is simply not found.
    private static func writeRule(_ redirect: Redirect, _ view: SiteView, into buffer: inout ByteBuffer) {
        guard redirect.status != 410 else { return }
        // The page at the old address leads on.
        if hasPattern(redirect.from) { buffer.append("# no rule can say this address: ") }
        buffer.append(urlEncoded: redirect.from)
        buffer.append(" ")
        buffer.append(urlEncoded: view.target(of: redirect))
        buffer.append(" ")
        buffer.append(decimal: redirect.status)
        buffer.append("\n")
    }

    /// Whether a path would stand for others: a star, a name after a colon, signs that end a path.
    private static func hasPattern(_ path: String) -> Bool {
        let bytes = Array(path.utf8)
        return bytes.indices.contains { index in
            switch bytes[index] {
            case 0x23, 0x25, 0x2A, 0x3F: true
            case 0x3A: index + 1 < bytes.count && (0x41...0x5A).contains(bytes[index + 1] & 0xDF)
            default: false
            }
        }
    }

    private static func writeStub(_ redirect: Redirect, _ view: SiteView, into buffer: inout ByteBuffer) {
        let path = view.target(of: redirect)
        let target = path.hasPrefix("/") ? view.url(path) : path
        let place = path.split(separator: "#", maxSplits: 1).first.map(String.init) ?? path
        let page = view.page(at: place)
        let language = page.map { view.header($0).language } ?? view.settings.defaultLanguage
        let title = page.map { view.title(of: $0) } ?? target
        buffer.append("<!doctype html>\n<html lang=\"")
        buffer.append(htmlEscaped: language.tag)
        if language.isRightToLeft { buffer.append("\" dir=\"rtl") }
        buffer.append("\">\n<head>\n<meta charset=\"utf-8\">\n")
        buffer.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
        buffer.append(htmlEscaped: title)
        buffer.append("</title>\n<link rel=\"canonical\" href=\"")
        buffer.append(htmlEscaped: target)
        buffer.append("\">\n<meta http-equiv=\"refresh\" content=\"0; url=")
        buffer.append(htmlEscaped: path)
        buffer.append("\">\n</head>\n<body>\n<main>\n<h1>")
        buffer.append(htmlEscaped: title)
        buffer.append("</h1>\n<p><a href=\"")
        buffer.append(htmlEscaped: path)
        buffer.append("\">")
        buffer.append(htmlEscaped: target)
        buffer.append("</a></p>\n</main>\n</body>\n</html>\n")
    }
}
