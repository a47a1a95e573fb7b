import CLinux
import CommandLineTool
import Glibc

/// The program: hands its words to the command table.
@main
struct Citable {
    /// Not asynchronous: the threads of asynchronous work take longer to begin than the shortest answers.
    static func main() {
        openStandardStreams()
        let words = Array(CommandLine.arguments.dropFirst())
        if let code = CommandTable.answer(words) { exit(code) }
        citable_set_up_memory()
        Task.detached { exit(await CommandTable.run(words)) }
        while true { pause() }
    }

    /// What was closed by the caller leads nowhere: else the next file that is opened would be standard output.
    private static func openStandardStreams() {
        for descriptor in Int32(0)...2 where fcntl(descriptor, F_GETFD) < 0 { _ = open("/dev/null", O_RDWR) }
    }
}
