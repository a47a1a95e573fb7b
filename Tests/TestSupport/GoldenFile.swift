import Foundation

/// A file that holds what a test expects. With `CITABLE_UPDATE_GOLDEN=1` it is written instead of compared; read the diff then.
package struct GoldenFile: Sendable {
    private let path: String

    /// - Parameters:
    ///   - path: relative to the folder of the test's source file, such as `Fixtures/home.html`.
    ///   - source: the test's source file.
    package init(_ path: String, beside source: String = #filePath) {
        self.path = URL(fileURLWithPath: source).deletingLastPathComponent().appendingPathComponent(path).path
    }

    /// Nil when the file holds `text` byte for byte; else what differs, or that the file is not there.
    ///
    /// Use it as `#expect(try GoldenFile("Fixtures/home.html").difference(from: text) == nil)`.
    package func difference(from text: String) throws -> String? {
        if ProcessInfo.processInfo.environment["CITABLE_UPDATE_GOLDEN"] == "1" {
            try update(with: text)
            return nil
        }
        guard let data = FileManager.default.contents(atPath: path) else {
            return "\(path) is missing; run the test with CITABLE_UPDATE_GOLDEN=1 and read what it writes"
        }
        return LineDifference.between(expected: String(decoding: data, as: UTF8.self), found: text)
    }

    private func update(with text: String) throws {
        let url = URL(fileURLWithPath: path)
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        let data = Data(text.utf8)
        if FileManager.default.contents(atPath: path) != data { try data.write(to: url) }
    }
}
