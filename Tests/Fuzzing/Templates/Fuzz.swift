import Bytes
import CLibFuzzer
import Diagnostics
import Glibc
import Jinja

/// Reads any bytes as templates, a line `---` between one and the next, and renders the first with data of every kind.
@main enum Fuzz {
    static func main() {
        var (count, words) = (CommandLine.argc, Optional(CommandLine.unsafeArgv))
        exit(LLVMFuzzerRunDriver(&count, &words) { start, count in fuzz(start, count) })
    }
}

private func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    let parts = split(bytes)
    let names = ["page.html", "base.html", "part.html", "macros.html"]
    let files = zip(names, parts).map { SourceFile(path: $0, bytes: $1) }
    let library = TemplateLibrary(files: files, allowsSafe: true)
    _ = TextFormat.report(library.diagnostics, language: .english, colour: false)
    for schema in [TemplateSchema.open, TemplateSchema(page: type)] {
        var collector = DiagnosticCollector()
        let compiled = library.compile("page.html", schema: schema, into: &collector)
        _ = TextFormat.report(collector.sorted(), language: .english, colour: false)
        guard let compiled else { continue }
        var buffer = ByteBuffer()
        do {
            try compiled.render(page, into: &buffer, budget: RenderBudget(steps: 20_000, outputBytes: 1 << 20))
        } catch {
            _ = TextFormat.report(error.diagnostics, language: .chinese, colour: false)
        }
        precondition(String(validating: buffer.bytes, as: UTF8.self) != nil, "the page is no UTF-8")
    }
    return 0
}

private func split(_ bytes: [UInt8]) -> [[UInt8]] {
    var parts: [[UInt8]] = [[]]
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
        if line.elementsEqual("---".utf8), parts.count < 4 {
            parts.append([])
        } else {
            parts[parts.count - 1] += line + [0x0A]
        }
    }
    return parts
}

private let item = RecordType("item", [.init("name", .text, "A name."), .init("n", .integer, "A number.")])
private let type = RecordType(
    "page",
    [
        .init("t", .text, "A text."), .init("h", .html, "HTML."), .init("n", .integer, "A number."),
        .init("f", .number, "A fraction."), .init("b", .boolean, "A truth."), .init("o", .optional(.text), "Nothing."),
        .init("l", .list(of: .integer), "A list."), .init("d", .dictionary(of: .any), "A dictionary."),
        .init("i", .list(of: .record(item)), "Records."),
    ])
private let page = Record(
    type.shape,
    [
        .text("a <b> & 中文 \"q\""), .html(SafeHTML(trusted: "<p>x &amp; y</p>")), .integer(-7), .double(2.5),
        .boolean(true), Value.none, .list([.integer(3), .integer(1), .integer(2)]),
        .pairs([("k", .text("v")), ("a", .list([.text("x")]))]),
        .list(
            [
                Record(item.shape, [.text("B"), .integer(1)]), Record(item.shape, [.text("a"), .integer(2)]),
            ].map(Value.record)),
    ])
