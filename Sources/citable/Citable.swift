import CommandLineTool
import Glibc

/// The program: hands its words to the command table.
@main
struct Citable {
    static func main() async {
        exit(await CommandTable.run(Array(CommandLine.arguments.dropFirst())))
    }
}
