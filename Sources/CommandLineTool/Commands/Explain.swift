import CommonMark
import ContentLoading
import Diagnostics
import Directives
import Gateway
import JSON
import Jinja
import Outputs
import Readiness
import Safety
import SiteBuilder
import SiteChecks
import SiteModel
import YAML

/// `citable explain CODE`: what a diagnostic means, with a wrong and a right example; `citable explain robots BOT PATH`: which
/// rule of robots.txt decides.
enum Explain: Command {
    static let name = "explain"
    static let summary = Message(
        en:
            "Explain a diagnostic code, the editorial checks, what hosts can't do, a source or published file, or robots.txt for a crawler; without words, list the codes",
        zh: "解释诊断代码、编辑检查、各主机做不到什么、源文件或发布的文件，或说明 robots.txt 对某个爬虫的规定；不带参数时列出全部代码")
    static let wordNames = ["CODE|FILE|checks|hosts|robots", "BOT", "PATH"]
    static let options =
        Option.loading + [
            Option(
                "--output", value: "DIR", en: "Folder that was published to; default: Output", zh: "发布到的文件夹；默认为 Output")
        ]

    static var knownWords: [String] { codes.map(\.id) + ["checks", "robots"] }

    static let codes =
        (FieldCodes.all + CatalogCodes.all + DirectiveCodes.all + LoadingCodes.all + YAMLCodes.all + MarkdownCodes.all
        + JSONCodes.all + JinjaCodes.all + BuildCodes.all + GatewayCodes.all + OutputCodes.all + ReadinessCodes.all
        + SafetyCodes.all + SiteCheckCodes.all)
        .sorted { $0.id < $1.id }

    static func run(_ invocation: Invocation) async -> ExitCode {
        guard let word = invocation.arguments.words.first else {
            invocation.terminal.result(codes.map { $0.id + "\n" }.joined())
            return .fine
        }
        if word == "checks" {
            invocation.terminal.result(checks(invocation.language))
            return .fine
        }
        if word == "hosts" {
            invocation.terminal.result(HostStatement.text(in: invocation.language))
            return .fine
        }
        if word == "robots" { return await ExplainRobots.run(invocation) }
        guard invocation.arguments.words.count == 1 else {
            invocation.terminal.complain(
                Message(en: "one code at a time", zh: "一次只能解释一个代码"), in: invocation.language)
            return .usage
        }
        guard let code = codes.first(where: { $0.id == word }) else {
            if let code = await ExplainFile.run(word, invocation) { return code }
            let hint =
                NearName.hint(for: word, among: codes.map(\.id), limit: 3).map {
                    "; " + $0.text(in: invocation.language)
                } ?? ""
            invocation.terminal.complain(
                Message(
                    en: "‘\(word)’ is no diagnostic code, and no file of the last build\(hint)",
                    zh: "“\(word)”不是诊断代码，也不是最近一次构建的文件\(hint)"),
                in: invocation.language)
            return .usage
        }
        invocation.terminal.result(text(of: code, invocation.language))
        return .fine
    }

    /// What editors are told of their texts, why, and how to change it.
    private static func checks(_ language: MessageLanguage) -> String {
        let head = Message(
            en:
                "Editorial checks: ‘citable check’ and the preview run them all, a build those that Content/site.yaml gives a level, such as\n\n"
                + "    checks: {text/duplicate: error, answer/length: off}\n",
            zh: "编辑检查：citable check 和预览会全部运行；生成站点时只运行 Content/site.yaml 中写了级别的，例如\n\n"
                + "    checks: {text/duplicate: error, answer/length: off}\n")
        return head.text(in: language)
            + SiteCheckCodes.all.sorted { $0.id < $1.id }
            .map { "\n\($0.id)\n    \($0.explanation.text(in: language))\n" }.joined()
    }

    private static func text(of code: DiagnosticCode, _ language: MessageLanguage) -> String {
        var text = "\(code.id) (\(code.severity.rawValue))\n\n\(code.explanation.text(in: language))\n"
        for (title, example) in [
            (Message(en: "Wrong", zh: "错误写法"), code.wrong), (Message(en: "Right", zh: "正确写法"), code.right),
        ]
        where !example.isEmpty {
            let lines = example.split(separator: "\n", omittingEmptySubsequences: false).map { "    \($0)\n" }.joined()
            text += "\n\(title.text(in: language)):\n\(lines)"
        }
        return text
    }
}
