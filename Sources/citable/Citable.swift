import CLinux
import CommandLineTool
import Glibc

/// The program: hands its words to the command table.
@main
struct Citable {
    /// Not asynchronous: the threads of asynchronous work take longer to begin than the shortest answers.
    static func main() {
        let words = Array(CommandLine.arguments.dropFirst())
        if let code = CommandTable.answer(words) { exit(code) }
        citable_return_large_memory()
        Task.detached { exit(await CommandTable.run(words)) }
        while true { pause() }
    }
}
