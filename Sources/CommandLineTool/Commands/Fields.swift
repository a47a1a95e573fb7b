import ContentLoading
import Diagnostics
import PageKinds
import SiteModel

/// `citable fields KIND`: the fields of a page kind or of the settings, as text or JSON Schema; `citable fields templates`: what templates
/// may name, as Markdown.
enum Fields: Command {
    static let name = "fields"
    static let summary = Message(
        en: "The fields of a page kind, of site.yaml, or what templates may name", zh: "某类页面或 site.yaml 的字段，或模板可用的变量")
    static let wordNames = ["KIND"]
    static let options = [Option("--format", value: "text|json-schema", en: "How to print", zh: "输出格式")]

    static var knownWords: [String] { PageKindRegistry.all.map { $0.name } + ["site", "templates"] }

    static func run(_ invocation: Invocation) async -> ExitCode {
        let names = knownWords
        guard let word = invocation.arguments.words.first else {
            invocation.terminal.result(names.map { $0 + "\n" }.joined())
            return .fine
        }
        if word == "templates" {
            invocation.terminal.result(TemplateReference.text())
            return .fine
        }
        guard let fields = descriptions(word) else {
            let hint = NearName.hint(for: word, among: names).map { "; " + $0.text(in: invocation.language) } ?? ""
            invocation.terminal.complain(
                Message(en: "‘\(word)’ is no kind of page\(hint)", zh: "没有页面类型“\(word)”\(hint)"),
                in: invocation.language)
            return .usage
        }
        switch invocation.arguments.values["--format"] ?? "text" {
        case "text": invocation.terminal.result(FieldReference.text(fields, invocation.language))
        case "json-schema": invocation.terminal.result(FieldReference.schema(of: word, fields, invocation.language))
        case let format:
            invocation.terminal.complain(
                Message(en: "unknown format ‘\(format)’", zh: "未知格式“\(format)”"), in: invocation.language)
            return .usage
        }
        return .fine
    }

    /// Runs the kind over nothing and takes down what it asks for.
    static func descriptions(_ name: String) -> [FieldDescription]? {
        if name == "site" {
            var reader = FieldReader(describing: SiteSettings.owner)
            _ = SiteSettings(reading: &reader)
            return reader.descriptions
        }
        guard let kind = PageKindRegistry.kind(named: name) else { return nil }
        var reader = FieldReader(describing: kind.article)
        let language = Language(code: "zh", tag: "zh-Hans", name: "中文")
        let header = PageHeader(
            id: PageID(""), kind: name, folder: kind.folder, language: language, address: SiteAddress("/"), title: "")
        _ = kind.init(header: header, reading: &reader)
        return reader.descriptions
    }
}
