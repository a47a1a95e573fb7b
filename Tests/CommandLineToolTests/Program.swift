import Foundation
import Testing

/// The program as a caller sees it: words in, exit code and two texts out.
struct Program {
    let exitCode: Int32
    let output: String
    let messages: String

    /// - Parameters:
    ///   - folder: where the caller stands.
    ///   - input: what stands on standard input.
    init(_ words: String..., in folder: String, input: String = "") throws {
        try self.init(words, in: folder, input: input)
    }

    init(_ words: [String], in folder: String, input: String = "") throws {
        let process = Process()
        let url = try #require(Self.url)
        process.executableURL = url
        process.arguments = words
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        process.environment = Self.environment
        let (stdin, stdout) = (Pipe(), Pipe())
        // Messages go to a file, so that no pipe can fill while the other is read.
        let log = NSTemporaryDirectory() + "/citable-messages-" + UUID().uuidString
        _ = FileManager.default.createFile(atPath: log, contents: nil)
        defer { try? FileManager.default.removeItem(atPath: log) }
        let stderr = try #require(FileHandle(forWritingAtPath: log))
        process.standardInput = stdin
        process.standardOutput = stdout
        process.standardError = stderr
        try process.run()
        stdin.fileHandleForWriting.write(Data(input.utf8))
        try stdin.fileHandleForWriting.close()
        let output = stdout.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        let messages = try Data(contentsOf: URL(fileURLWithPath: log))
        exitCode = process.terminationStatus
        self.output = String(decoding: output, as: UTF8.self)
        self.messages = String(decoding: messages, as: UTF8.self)
    }

    /// Nothing of the caller's but what sanitizers are told.
    private static var environment: [String: String] {
        var environment = ["LC_ALL": "C.UTF-8"]
        for name in ["ASAN_OPTIONS", "TSAN_OPTIONS", "SWIFT_BACKTRACE"] {
            environment[name] = ProcessInfo.processInfo.environment[name]
        }
        return environment
    }

    /// The program stands beside the bundle of the tests.
    private static var url: URL? {
        let places = ProcessInfo.processInfo.arguments.prefix(3) + [Bundle.main.bundlePath]
        let folders = places.map { URL(fileURLWithPath: $0).deletingLastPathComponent() } + [Bundle.main.bundleURL]
        return folders.map { $0.appendingPathComponent("citable") }
            .first { FileManager.default.isExecutableFile(atPath: $0.path) }
    }
}
