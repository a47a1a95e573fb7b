import CLibFuzzer
import Diagnostics
import Glibc
import PageKinds
import SiteModel

@testable import ContentLoading

/// Reads any bytes as the front matter of a page of each kind: the first byte names the kind, or the settings.
@main enum Fuzz {
    static func main() {
        var (count, words) = (CommandLine.argc, Optional(CommandLine.unsafeArgv))
        exit(LLVMFuzzerRunDriver(&count, &words) { start, count in fuzz(start, count) })
    }
}

private func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    let all = Array(UnsafeBufferPointer(start: start, count: count))
    guard let choice = all.first else { return 0 }
    let file = SourceFile(path: "Content/zh/a.md", bytes: Array(all.dropFirst()))
    let kinds = PageKindRegistry.all
    let kind = kinds[Int(choice) % kinds.count]
    let front = FrontMatter(of: file)
    let isBare = choice & 0x80 != 0
    let range = isBare ? 0..<file.bytes.count : front.fields
    let (root, mistakes) = FieldParsing.parse(file, range: range, isSettings: isBare)
    var reader = FieldReader(
        root, in: file, owner: kind.article, markdown: { text, file in markdown.inline(text, file) })
    let header = PageHeader(
        id: PageID("answers/a"), kind: kind.name, folder: kind.folder,
        language: Language(code: "zh", tag: "zh-Hans", name: "中文"), address: SiteAddress("/answers/a"), title: "")
    _ = kind.init(header: header, reading: &reader)
    reader.finish()
    let diagnostics = front.diagnostics + mistakes + reader.diagnostics.diagnostics
    _ = TextFormat.report(diagnostics, language: .chinese, colour: false)
    return 0
}

private let markdown = MarkdownReader(settings: SiteSettings(), phrases: Phrases(keys: [], texts: [:]))
