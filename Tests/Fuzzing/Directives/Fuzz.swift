import Bytes
import CLibFuzzer
import Diagnostics
import Directives
import Glibc
import SiteModel

@testable import ContentLoading

/// Reads any bytes as a body, checks the directives in it, and renders those that are right in each projection.
@main enum Fuzz {
    static func main() {
        var (count, words) = (CommandLine.argc, Optional(CommandLine.unsafeArgv))
        exit(LLVMFuzzerRunDriver(&count, &words) { start, count in fuzz(start, count) })
    }
}

private func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    let file = SourceFile(path: "a.md", bytes: bytes)
    let body = reader.text(of: TextLocation(file: file, range: 0..<bytes.count), in: "zh")
    _ = TextFormat.report(body.diagnostics, language: .english, colour: false)
    guard case .rendered(let text) = body.text.storage else { return 0 }
    for output in [text.html, text.markdown, text.plain] {
        var buffer = ByteBuffer()
        for hole in output.holes {
            guard case .directive(let call) = text.insertions[hole.index],
                let directive = DirectiveRegistry.directive(named: call.name)
            else { continue }
            let mistakes = directive.check(call, facts)
            for mistake in mistakes { _ = file.location(of: mistake.range) }
            guard mistakes.isEmpty else { continue }
            for projection in [Projection.html, .markdown, .plain] {
                _ = directive.render(call, part: hole.part, as: projection, facts, into: &buffer)
            }
        }
    }
    return 0
}

private let facts = SampleFacts.chinese
private let reader: MarkdownReader = {
    var settings = SiteSettings()
    settings.languages = [facts.language]
    return MarkdownReader(settings: settings, phrases: Phrases(keys: [], texts: [:]))
}()
