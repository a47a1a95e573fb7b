package import Foundation

/// A site in a folder of its own, made from a text with `-- path --` lines or from a dictionary, and removed with the value.
package final class TemporarySite: Sendable {
    /// Absolute path of the folder.
    package let root: String

    /// The settings of most sites in tests: a site in Chinese. More lines may follow.
    package static let settings = """
        -- Content/site.yaml --
        name: 测试站
        base_url: https://example.test
        default_language: zh
        languages: [zh]
        organization: {name: 测试, url: https://example.test}
        """

    /// - Parameter text: each line `-- path --` begins a file; what stands before the first one belongs to none.
    package init(_ text: String) throws {
        root = Self.newFolder()
        var path: String?
        var lines: [Substring] = []
        // What follows the last line break is no line.
        let ended = text.hasSuffix("\n") ? text.dropLast() : text[...]
        for line in ended.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("-- "), line.hasSuffix(" --"), line.utf8.count > 6 {
                if let path { try write(Self.joined(lines), to: path) }
                path = String(line.dropFirst(3).dropLast(3))
                lines = []
            } else {
                lines.append(line)
            }
        }
        if let path { try write(Self.joined(lines), to: path) }
    }

    /// - Parameter files: text by path.
    package init(files: [String: String]) throws {
        root = Self.newFolder()
        try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
        for (path, text) in files { try write(text, to: path) }
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

    /// The text of a file, for looking at what a build wrote.
    package func read(_ path: String) throws -> String {
        try String(contentsOf: URL(fileURLWithPath: root + "/" + path), encoding: .utf8)
    }

    /// Takes bytes off the end of a file.
    package func cut(_ path: String, by count: Int) throws {
        let url = URL(fileURLWithPath: root + "/" + path)
        try Data(contentsOf: url).dropLast(count).write(to: url)
    }

    /// Removes a file or a folder with all that is in it.
    package func remove(_ path: String) throws { try FileManager.default.removeItem(atPath: root + "/" + path) }

    /// The paths of all files below a folder, sorted; empty when there is no such folder.
    package func files(below folder: String = "") -> [String] {
        let start = folder.isEmpty ? root : root + "/" + folder
        let paths = (try? FileManager.default.subpathsOfDirectory(atPath: start)) ?? []
        return paths.filter { path in
            var isFolder: ObjCBool = false
            return FileManager.default.fileExists(atPath: start + "/" + path, isDirectory: &isFolder)
                && !isFolder.boolValue
        }.sorted()
    }

    deinit { try? FileManager.default.removeItem(atPath: root) }
}

extension TemporarySite {
    private static func newFolder() -> String {
        let base = NSTemporaryDirectory()
        return base + (base.hasSuffix("/") ? "" : "/") + "citable-test-" + UUID().uuidString
    }

    /// Every line ends with a line break, the last one of a literal too.
    private static func joined(_ lines: [Substring]) -> String { lines.map { $0 + "\n" }.joined() }
}
