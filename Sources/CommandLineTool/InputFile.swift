import Diagnostics
import Glibc

/// Reads what a command line names: a file of any sort, or standard input for `-`.
enum InputFile {
    /// More is refused, so that a device without an end can't exhaust memory.
    static let limit = 64 * 1024 * 1024

    /// Why there are no bytes, with the exit code that it means.
    struct Problem: Error, Sendable {
        let message: Message
        let exitCode: ExitCode
    }

    static func read(_ path: String) throws(Problem) -> [UInt8] {
        let descriptor = path == "-" ? 0 : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw problem(path, errno) }
        defer { if descriptor != 0 { close(descriptor) } }
        var all: [UInt8] = []
        var part = [UInt8](repeating: 0, count: 65_536)
        while true {
            let got = part.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
            if got == 0 { return all }
            if got > 0 {
                all += part[..<got]
                guard all.count <= limit else { throw problem(path, EFBIG) }
            } else if errno != EINTR {
                throw problem(path, errno)
            }
        }
    }

    /// A name that leads to no file is wrong usage; everything else is input that failed.
    private static func problem(_ path: String, _ code: Int32) -> Problem {
        let reason = String(cString: strerror(code))
        let isUsage = [ENOENT, ENOTDIR, EISDIR].contains(code)
        return Problem(
            message: Message(en: "\(path): \(reason)", zh: "\(path)：\(reason)"),
            exitCode: isUsage ? .usage : .inputOutput)
    }
}
