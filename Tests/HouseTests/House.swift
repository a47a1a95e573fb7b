import Foundation

/// The files of this repository, for tests that read them.
enum House {
    /// A file with its place and its text.
    struct File: Sendable {
        /// Inside the project, such as `Sources/Bytes/ByteBuffer.swift`.
        let path: String
        let text: String

        /// The name without folder and suffix.
        var name: String { path.split(separator: "/").last.map { String($0.prefix { $0 != "." }) } ?? "" }

        /// The room a source belongs to.
        var room: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }
    }

    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The rooms that wrap C.
    static let pointerRooms: Set<String> = ["YAML", "CommonMark", "Bytes"]

    /// Every Swift source below `Sources/`, with its code.
    static let sources: [(file: File, code: SwiftCode)] = files(below: "Sources", suffix: ".swift").map {
        ($0, SwiftCode($0.text))
    }

    /// Every Swift file below `Tests/`.
    static let tests: [File] = files(below: "Tests", suffix: ".swift")

    /// The text files below a folder, sorted by path.
    static func files(below folder: String, suffix: String = "") -> [File] {
        let start = root.appendingPathComponent(folder).path
        let paths = ((try? FileManager.default.subpathsOfDirectory(atPath: start)) ?? []).sorted()
        return paths.filter { $0.hasSuffix(suffix) && !$0.contains(".build/") }.compactMap { path in
            text(of: folder + "/" + path).map { File(path: folder + "/" + path, text: $0) }
        }
    }

    /// The text of one file; nil for folders, for what is no text and for what is not there.
    static func text(of path: String) -> String? {
        let full = root.appendingPathComponent(path).path
        return FileManager.default.contents(atPath: full).flatMap { String(data: $0, encoding: .utf8) }
    }

    /// What stands at the top level, but for dotfiles, sorted.
    static func topLevelNames() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: root.path).filter { !$0.hasPrefix(".") }.sorted()
    }
}
