import Bytes
import CLibCMark
import Diagnostics
import Glibc
import SiteModel

@testable import Jinja
@testable import Outputs
@testable import SiteBuilder

// Renders the answer template for 10,000 pages and lets libcmark read and write the bodies of the same pages, in turns, on one
// processor. Prints the processor time of each.
//
// usage: Engines SITE [PAGES]      SITE made by `gen_corpus.py 10000 SITE --layout citable`

/// Seconds of processor time of this thread.
func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

/// The answers of a site with all that their template needs.
struct Answers {
    let view: SiteView
    let globals: SiteGlobals
    let template: CompiledTemplate
    let shape: RecordShape
    let pages: [PageIndex]

    init?(_ folder: String) async {
        guard let now = Moment("2026-11-28T00:00:00Z") else { return nil }
        let options = BuildOptions(siteRoot: folder, now: now)
        let loaded = await LoadedSite.load(await SiteSources(options), options)
        let view = SiteView(loaded.site, now: now)
        let cards = SiteGlobals.cards(of: 0..<view.pageCount, view)
        self.view = view
        globals = SiteGlobals(view, assets: loaded.theme.paths, cards: cards)
        let schema = TemplateValues.schema(text: globals.textType)
        shape = schema.page.shape
        var collector = DiagnosticCollector()
        let library = TemplateLibrary(files: loaded.theme.templates.map(\.file))
        guard let template = library.compile("pages/answer.html", schema: schema, into: &collector),
            let language = view.settings.languages.first
        else { return nil }
        self.template = globals.bound(template, in: language)
        pages = (0..<view.pageCount).map { PageIndex($0) }.filter { view.header($0).kind == "answer" }
    }
}

/// What one kind of work took, and the bytes that it wrote.
struct Work {
    var seconds = 0.0
    var bytes = 0
}

func parse(_ body: ArraySlice<UInt8>, _ work: inout Work) {
    let start = processorTime()
    let length = body.withUnsafeBytes { body -> Int in
        body.withMemoryRebound(to: CChar.self) { text in
            guard let html = cmark_markdown_to_html(text.baseAddress, text.count, CMARK_OPT_DEFAULT) else { return 0 }
            defer { free(html) }
            return strlen(html)
        }
    }
    work.seconds += processorTime() - start
    work.bytes += length
}

func measure(_ answers: Answers, count: Int) throws -> (template: Work, values: Work, library: Work) {
    var (template, values, library) = (Work(), Work(), Work())
    var buffer = ByteBuffer(capacity: 1 << 16)
    for number in 0..<count {
        let page = answers.pages[number % answers.pages.count]
        guard let body = answers.view.header(page).body else { continue }
        parse(body.file.bytes[body.range], &library)
        let texts = PageTexts(of: page, in: answers.view)
        let start = processorTime()
        let root = TemplateValues.root(
            PageContext(answers.view, texts, globals: answers.globals), PageValues.definition, answers.shape)
        let middle = processorTime()
        buffer.truncate(to: 0)
        try answers.template.render(root, into: &buffer)
        template.seconds += processorTime() - middle
        template.bytes += buffer.count
        values.seconds += middle - start
    }
    return (template, values, library)
}

func line(_ name: String, _ work: Work, _ count: Int) -> String {
    let each = Int(work.seconds / Double(count) * 1e8)
    return
        "\(name): \(Int(work.seconds * 1000)) ms, \(each / 100).\(each % 100 < 10 ? "0" : "")\(each % 100) us a page, \(work.bytes >> 10) KiB"
}

guard CommandLine.arguments.count > 1, let answers = await Answers(CommandLine.arguments[1]), !answers.pages.isEmpty
else {
    print("usage: Engines SITE [PAGES]")
    exit(2)
}
let count = CommandLine.arguments.count > 2 ? Int(CommandLine.arguments[2]) ?? 10_000 : 10_000
let (template, values, library) = try measure(answers, count: count)
print("\(count) renderings of \(answers.pages.count) answers")
print(line("answer template", template, count))
print(line("libcmark, bodies to HTML", library, count))
print(line("values for the template", values, count))
print("template / libcmark: \(Int(template.seconds / library.seconds * 100)) %")
