import Diagnostics
import SiteBuilder

/// `citable explain FILE`: what becomes of a source file, and why a published file was rendered last.
enum ExplainFile {
    /// - Returns: nil when the word is no file that the last build knows.
    static func run(_ word: String, _ invocation: Invocation) async -> ExitCode? {
        guard let root = SiteLocation.nearest(invocation) else { return nil }
        let output = invocation.arguments.values["--output"] ?? root + "/Output"
        guard let history = await OutputHistory(siteRoot: root, output: output) else { return nil }
        var files = history.files(from: word)
        if files.isEmpty { files = [published(word, output)] }
        var text = ""
        for file in files {
            guard let story = history.story(of: file) else { return nil }
            text += file + "\n" + story.map { "    " + $0.text(in: invocation.language) + "\n" }.joined()
        }
        invocation.terminal.result(text)
        return .fine
    }

    /// The path below the published folder: `Output/answers/relay.html` and `answers/relay.html` mean the same.
    private static func published(_ word: String, _ output: String) -> String {
        let name = String(output.split(separator: "/").last ?? "")
        for prefix in [output + "/", name + "/", "/"] where word.hasPrefix(prefix) {
            return String(word.dropFirst(prefix.count))
        }
        return word
    }
}
