import Bytes
import ContentLoading
import Diagnostics
import Jinja

/// `citable template FILE`: one template with JSON data to standard output.
enum Template: Command {
    static let name = "template"
    static let summary = Message(en: "Render one template with JSON data", zh: "用 JSON 数据渲染一个模板")
    static let wordNames = ["FILE"]
    static let options = [
        Option(
            "--data", value: "FILE", en: "JSON object of the variables; - is standard input", zh: "变量的 JSON 对象；- 表示标准输入"
        ),
        .format,
    ]

    static func run(_ invocation: Invocation) async -> ExitCode {
        guard let printer = Report.printer(invocation) else { return .usage }
        guard let path = invocation.arguments.words.first else {
            invocation.terminal.complain(Message(en: "FILE is missing", zh: "缺少 FILE"), in: invocation.language)
            invocation.terminal.message(Help.usage(of: Self.self))
            return .usage
        }
        let dataPath = invocation.arguments.values["--data"]
        do throws(InputFile.Problem) {
            let bytes = try InputFile.read(path)
            let data = try dataPath.map { path throws(InputFile.Problem) in try InputFile.read(path) }
            let folder = TemplateFolder(path, site: SiteLocation.nearest(invocation))
            let name = dataPath == "-" ? "<stdin>" : dataPath ?? ""
            let result = render(folder, bytes, data.map { ($0, name) })
            guard let page = result.page else {
                printer.print(result.diagnostics, invocation)
                return .mistakes
            }
            invocation.terminal.report(result.diagnostics, in: invocation.language)
            invocation.terminal.result(page)
            return .fine
        } catch {
            invocation.terminal.complain(error.message, in: invocation.language)
            return error.exitCode
        }
    }

    /// - Parameter data: bytes and path.
    private static func render(
        _ folder: TemplateFolder, _ bytes: [UInt8], _ data: (bytes: [UInt8], path: String)?
    ) -> (page: String?, diagnostics: [Diagnostic]) {
        let read = folder.library(bytes)
        var collector = DiagnosticCollector()
        collector.add(contentsOf: read.diagnostics + read.library.diagnostics)
        var variables: Record? = .empty
        if let data {
            let record = TemplateData.record(SourceFile(path: data.path, bytes: data.bytes))
            collector.add(contentsOf: record.diagnostics)
            variables = record.record
        }
        let template = read.library.compile(folder.entry, schema: .open, into: &collector)
        guard let template, let variables, !collector.hasErrors else { return (nil, collector.sorted()) }
        var buffer = ByteBuffer()
        do throws(Failure) {
            try template.render(variables, into: &buffer)
        } catch {
            collector.add(contentsOf: error.diagnostics)
            return (nil, collector.sorted())
        }
        return (buffer.text, collector.sorted())
    }
}
