import Bytes

/// A page as a person previews it: the published bytes and the tag of the preview's script. The policy of the site allows its own
/// files, so it stays as it is published.
enum PreviewDocument {
    /// - Parameters:
    ///   - build: names the build, so that a page knows when it is old.
    ///   - mark: why the page is in no other build.
    static func page(_ html: [UInt8], build: String, labels: [UInt8], mark: String?) -> [UInt8] {
        var buffer = ByteBuffer(capacity: html.count + 2048)
        let end = bodyEnd(html)
        buffer.append(html[..<end])
        buffer.append(text: "<script defer src=\"\(PreviewPaths.script)\" data-build=\"")
        buffer.append(htmlEscaped: build)
        if let mark {
            buffer.append("\" data-mark=\"")
            buffer.append(htmlEscaped: mark)
        }
        buffer.append("\" data-labels=\"")
        buffer.append(htmlEscaped: String(decoding: labels, as: UTF8.self))
        buffer.append("\"></script>\n")
        buffer.append(html[end...])
        return buffer.bytes
    }

    /// What stands where no page is: before the first build, or when it failed.
    static func notice(title: String, text: String, language: String) -> [UInt8] {
        var buffer = ByteBuffer()
        buffer.append(text: "<!doctype html>\n<html lang=\"\(language)\">\n<meta charset=\"utf-8\">\n<title>")
        buffer.append(htmlEscaped: title)
        buffer.append(text: "</title>\n<link rel=\"stylesheet\" href=\"\(PreviewPaths.style)\">\n")
        buffer.append("<body class=\"citable-notice\">\n<h1>")
        buffer.append(htmlEscaped: title)
        buffer.append("</h1>\n<pre>")
        buffer.append(htmlEscaped: text)
        buffer.append("</pre>\n</body>\n</html>\n")
        return buffer.bytes
    }

    /// Before the last `</body`, else at the end.
    private static func bodyEnd(_ html: [UInt8]) -> Int {
        let tag = Array("</body".utf8)
        var index = html.count - tag.count
        while index >= 0 {
            if html[index] == 0x3C, tag.indices.allSatisfy({ html[index + $0] | 0x20 == tag[$0] | 0x20 }) {
                return index
            }
            index -= 1
        }
        return html.count
    }
}
