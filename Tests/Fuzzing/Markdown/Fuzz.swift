import Bytes
import CLibFuzzer
import CommonMark
import Diagnostics
import Glibc

/// Reads any bytes as Markdown in each way that the program does, and says what must hold of the outputs.
@main enum Fuzz {
    static func main() {
        var (count, words) = (CommandLine.argc, Optional(CommandLine.unsafeArgv))
        exit(LLVMFuzzerRunDriver(&count, &words) { start, count in fuzz(start, count) })
    }
}

private func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    let all = Array(UnsafeBufferPointer(start: start, count: count))
    guard let mode = all.first else { return 0 }
    let bytes = Array(all.dropFirst())
    let file = SourceFile(path: "a.md", bytes: bytes)
    let content = read(file, mode)
    let isText = String(validating: bytes, as: UTF8.self) != nil
    for output in [content.html, content.twin, content.plainText] {
        precondition(!isText || String(validating: output.bytes, as: UTF8.self) != nil, "an output is no UTF-8")
        precondition(output.holes.allSatisfy { $0.offset <= output.bytes.count }, "a hole lies outside")
    }
    precondition(content.outline.allSatisfy { $0.htmlRange.upperBound <= content.html.bytes.count })
    for place in content.links.map(\.place) + content.outline.map(\.place) + content.proseRuns.map(\.place) {
        // The parser puts U+FFFD in the place of ill-formed bytes, which are refused when a file is read.
        precondition(
            !isText || (place.lowerBound >= 0 && place.upperBound <= max(bytes.count, 1)), "a place lies outside")
    }
    _ = TextFormat.report(content.diagnostics, language: .english, colour: false)
    return 0
}

private func read(_ file: SourceFile, _ mode: UInt8) -> MarkdownContent {
    var options = MarkdownOptions(
        dialect: mode & 1 == 0 ? .extended : .commonMark, outputs: [.html, .twin, .plainText, .proseRuns])
    options.gfmAttributes = mode & 2 != 0
    options.headingIDs = mode & 4 != 0
    options.leavesLinkHoles = mode & 8 != 0
    if mode & 16 != 0 { options.allowedElements = ["kbd", "sub", "details", "a", "img"] }
    if mode & 32 != 0 {
        options.directives = [
            DirectiveSyntax(name: "a", forms: [.inline, .leaf, .container], label: .markdown, attributes: ["b"]),
            DirectiveSyntax(name: "c", forms: [.inline, .leaf, .container], label: .raw, attributes: ["b", "id"]),
        ]
    }
    let source = MarkdownSource(file: file)
    return mode & 64 == 0
        ? MarkdownContent(source, options: options) : MarkdownContent.inline(source, options: options)
}
