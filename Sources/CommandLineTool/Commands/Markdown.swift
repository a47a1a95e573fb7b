import Bytes
import CommonMark
import ContentLoading
import Diagnostics

/// `citable markdown`: Markdown on standard input to HTML on standard output.
enum Markdown: Command {
    static let name = "markdown"
    static let summary = Message(en: "Markdown on standard input to HTML", zh: "把标准输入的 Markdown 转成 HTML")
    static let wordNames: [String] = []
    static let options = [
        Option("--commonmark", en: "CommonMark alone, raw HTML allowed", zh: "仅 CommonMark，允许原始 HTML"),
        Option("--extended", en: "With all extensions but directives (default)", zh: "使用除指令外的全部扩展（默认）"),
        Option("--highlight", en: "Code blocks as on a page: with highlighting", zh: "代码块与页面上相同：带语法高亮"),
        Option("--twin", en: "Normalised Markdown instead of HTML", zh: "输出规范化的 Markdown"),
        Option("--text", en: "Plain text instead of HTML", zh: "输出纯文本"),
    ]

    static func run(_ invocation: Invocation) async -> ExitCode {
        let flags = invocation.arguments.flags
        guard !(flags.contains("--commonmark") && (flags.contains("--extended") || flags.contains("--highlight"))),
            ["--highlight", "--twin", "--text"].count(where: { flags.contains($0) }) < 2
        else {
            invocation.terminal.complain(
                Message(en: "these options contradict each other", zh: "这些选项互相矛盾"), in: invocation.language)
            return .usage
        }
        let source: (file: SourceFile, diagnostics: [Diagnostic])
        do throws(InputFile.Problem) {
            let text = SourceText.file("<stdin>", try InputFile.read("-"))
            source = (text.file, text.diagnostics)
        } catch {
            invocation.terminal.complain(error.message, in: invocation.language)
            return error.exitCode
        }
        guard source.diagnostics.isEmpty else {
            invocation.terminal.report(source.diagnostics, in: invocation.language)
            return .mistakes
        }
        let outputs: MarkdownOptions.Outputs =
            flags.contains("--twin") ? .twin : flags.contains("--text") ? .plainText : .html
        var options = MarkdownOptions(
            dialect: flags.contains("--commonmark") ? .commonMark : .extended, outputs: outputs)
        options.gfmAttributes = !flags.contains("--highlight")
        let content = MarkdownContent(MarkdownSource(file: source.file), options: options)
        let holed =
            flags.contains("--twin") ? content.twin : flags.contains("--text") ? content.plainText : content.html
        invocation.terminal.result(String(decoding: holed.bytes, as: UTF8.self))
        let diagnostics = content.diagnostics.sorted()
        invocation.terminal.report(diagnostics, in: invocation.language)
        return diagnostics.contains { $0.severity == .error } ? .mistakes : .fine
    }
}
