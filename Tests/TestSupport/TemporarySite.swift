package import Foundation

/// A site in a folder of its own, made from a text with `-- path --` lines, and removed with the value.
package final class TemporarySite: Sendable {
    package let root: String

    package init(_ text: String) throws {
        root = NSTemporaryDirectory() + "citable-test-" + UUID().uuidString
        var path: String?
        var lines: [Substring] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("-- "), line.hasSuffix(" --") {
                if let path { try write(lines.joined(separator: "\n"), to: path) }
                path = String(line.dropFirst(3).dropLast(3))
                lines = []
            } else {
                lines.append(line)
            }
        }
        if let path { try write(lines.joined(separator: "\n"), to: path) }
    }

    /// Writes a file of the site, with its folders.
    package func write(_ text: String, to path: String) throws { try write(Data(text.utf8), to: path) }

    /// Writes bytes, for files that are no text.
    package func write(_ bytes: Data, to path: String) throws {
        let url = URL(fileURLWithPath: root + "/" + path)
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try bytes.write(to: url)
    }

    deinit { try? FileManager.default.removeItem(atPath: root) }
}
