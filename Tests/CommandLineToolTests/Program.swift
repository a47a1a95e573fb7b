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
        process.environment = ["LC_ALL": "C.UTF-8"]
        let (stdin, stdout, stderr) = (Pipe(), Pipe(), Pipe())
        process.standardInput = stdin
        process.standardOutput = stdout
        process.standardError = stderr
        try process.run()
        stdin.fileHandleForWriting.write(Data(input.utf8))
        try stdin.fileHandleForWriting.close()
        // Few messages come with much output or the other way round, so that neither pipe can fill while the other is read.
        let output = stdout.fileHandleForReading.readDataToEndOfFile()
        let messages = stderr.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        exitCode = process.terminationStatus
        self.output = String(decoding: output, as: UTF8.self)
        self.messages = String(decoding: messages, as: UTF8.self)
    }

    /// The program stands beside the bundle of the tests.
    private static var url: URL? {
        let places = ProcessInfo.processInfo.arguments.prefix(3) + [Bundle.main.bundlePath]
        let folders = places.map { URL(fileURLWithPath: $0).deletingLastPathComponent() } + [Bundle.main.bundleURL]
        return folders.map { $0.appendingPathComponent("citable") }
            .first { FileManager.default.isExecutableFile(atPath: $0.path) }
    }
}
