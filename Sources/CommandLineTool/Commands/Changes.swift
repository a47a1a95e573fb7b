import Diagnostics
import Gateway
import Glibc
import Outputs
import SiteBuilder
import SiteModel

/// `citable changes`: the addresses whose visible content changed since they were published or submitted; `--submit` tells
/// search engines. A change of templates, phrases or dates is none.
enum Changes: Command {
    static let name = "changes"
    static let summary = Message(
        en: "The addresses whose visible content changed; --submit tells search engines",
        zh: "可见内容有变化的地址；--submit 通知搜索引擎")
    static let wordNames: [String] = []
    static let options =
        Option.loading.filter { !["--drafts", "--strict"].contains($0.name) } + [
            Option(
                "--since", value: "FILE", en: "Compare with this manifest; default: the one in .citable/",
                zh: "与此清单比较；默认为 .citable/ 中的清单"),
            Option("--format", value: ChangesText.formats.joined(separator: "|"), en: "How to print", zh: "输出格式"),
            Option(
                "--submit", en: "Send to IndexNow or Baidu what --format names; without it nothing is sent",
                zh: "把变化发送给 --format 指定的 IndexNow 或百度；不加此选项不会发送"),
            Option("--record", en: "Take down this state as published", zh: "把当前状态记为已发布"),
        ]

    static func run(_ invocation: Invocation) async -> ExitCode {
        let format = invocation.arguments.values["--format"] ?? "text"
        let flags = invocation.arguments.flags
        guard ChangesText.formats.contains(format) else {
            return usage(Message(en: "unknown format ‘\(format)’", zh: "未知格式“\(format)”"), invocation)
        }
        let isPush = format == "indexnow" || format == "baidu"
        if flags.contains("--submit"), !isPush || flags.contains("--record") {
            return usage(
                Message(
                    en: "--submit goes with --format indexnow or baidu, and not with --record",
                    zh: "--submit 须与 --format indexnow 或 baidu 同用，不能与 --record 同用"), invocation)
        }
        guard let root = SiteLocation.find(invocation), let options = Check.options(root, invocation) else {
            return .usage
        }
        // A page that can't be read would seem to be removed.
        let checked = await SiteCheckup(options).run(readsBack: false, asEditor: false)
        let site = checked.site
        // A list may name addresses that are gone; the ledger takes them only when something answers there.
        let diagnostics = checked.diagnostics.filter { flags.contains("--record") || $0.code != .vanishedAddress }
        guard !diagnostics.contains(where: { $0.severity == .error }) else {
            invocation.terminal.report(diagnostics, in: invocation.language)
            return Check.exitCode(for: diagnostics)
        }
        let manifest = VisibleContent(site, now: options.now).manifest()
        let ledger = Ledger(isPush ? format : "published", root: root)
        do throws(Ledger.Problem) {
            let since = invocation.arguments.values["--since"].map { Ledger(path: $0) } ?? ledger
            guard let old = try known(since, invocation) else { return .usage }
            let changes = ContentChange.between(old, manifest)
            if isPush {
                let submission = Submission(invocation, site.settings, format: format, old: old, new: manifest)
                return try submission.run(ChangesText.addresses(changes, for: format), ledger)
            }
            invocation.terminal.result(format == "json" ? ChangesText.json(changes) : ChangesText.text(changes))
            if flags.contains("--record") { try ledger.write(manifest.following(old)) }
            return .fine
        } catch {
            invocation.terminal.complain(error.message, in: invocation.language)
            return .inputOutput
        }
    }

    /// The manifest to compare with: empty when nothing was ever published; nil when the one that is named isn't there.
    private static func known(
        _ ledger: Ledger, _ invocation: Invocation
    ) throws(Ledger.Problem) -> ContentManifest? {
        if let manifest = try ledger.read() { return manifest }
        if invocation.arguments.values["--since"] != nil {
            invocation.terminal.complain(
                Message(en: "there is no \(ledger.path)", zh: "没有文件 \(ledger.path)"), in: invocation.language)
            return nil
        }
        invocation.terminal.complain(
            Message(
                en: "\(ledger.path) is not there yet, so every page is new", zh: "还没有 \(ledger.path)，因此所有页面都算新增"),
            in: invocation.language)
        return ContentManifest([])
    }

    private static func usage(_ message: Message, _ invocation: Invocation) -> ExitCode {
        invocation.terminal.complain(message, in: invocation.language)
        return .usage
    }
}
