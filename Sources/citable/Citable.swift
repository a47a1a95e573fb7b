import CommandLineTool
import Glibc

@main
struct Citable {
    static func main() async {
        exit(await CommandTable.run(Array(CommandLine.arguments.dropFirst())))
    }
}
