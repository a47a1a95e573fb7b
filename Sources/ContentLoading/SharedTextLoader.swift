import Diagnostics
import Safety
import SiteModel

/// Reads `Content/shared/<language>/<id>.md`: texts said once and referenced by pages.
struct SharedTextLoader: Sendable {
    let files: SiteFiles
    let markdown: MarkdownReader
    let safety: SafetyScreen

    func load(_ path: String, language: Language) -> (text: SharedText?, diagnostics: [Diagnostic]) {
        let source = SourceReading.read(path, from: files, limit: PageLoader.sizeLimit, safety)
        guard let file = source.file else { return (nil, source.diagnostics) }
        let front = FrontMatter(of: file)
        guard front.diagnostics.isEmpty else { return (nil, source.diagnostics + front.diagnostics) }
        let parsed = FieldParsing.parse(file, range: front.fields)
        var fields = FieldReader(
            parsed.root, in: file, owner: Message(en: "a shared text", zh: "共享文本"), markdown: MarkdownReader.plain)
        let title = fields.text("title", Message(en: "The heading over the text", zh: "文本的标题"))
        fields.finish()
        let id = String(path.split(separator: "/").last?.dropLast(3) ?? "")
        let body = markdown.text(of: TextLocation(file: file, range: front.body), in: language.code)
        let mistakes = parsed.root == nil ? [] : fields.diagnostics.diagnostics
        return (
            SharedText(id: id, language: language.code, title: title, body: body.text),
            source.diagnostics + parsed.diagnostics + mistakes + body.diagnostics
        )
    }
}
