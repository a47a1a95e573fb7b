import ContentLoading
import Diagnostics
import Glibc
import Readiness
import SiteBuilder
import SiteModel

/// `citable check`: says everything that is wrong with a site and writes nothing.
enum Check: Command {
    static let name = "check"
    static let summary = Message(en: "Say everything that is wrong; write nothing", zh: "报告全部问题，不写任何文件")
    static let wordNames: [String] = []
    static let options =
        Option.loading + [
            Option(
                "--readiness", en: "List what keeps the readiness score from 100, page by page", zh: "逐页列出影响就绪度得分的问题"),
            Option(
                "--since", value: "REV",
                en: "Report only what changed since this git revision brought about", zh: "只报告此 git 版本之后的改动带来的问题"),
            Option(
                "--all", en: "Every warning at every place, not the first of each sort in a file",
                zh: "逐处列出每一个警告，而不只是每个文件中每类的前几个"),
            Option(
                "--finished", value: "DIR", en: "Compare also the finished files in DIR, as they lie there",
                zh: "另外比较 DIR 中现有的成品文件说法是否一致"),
            .format,
        ]

    static func run(_ invocation: Invocation) async -> ExitCode {
        guard let report = Report.printer(invocation), let root = SiteLocation.find(invocation),
            let options = options(root, invocation)
        else { return .usage }
        var filter: ChangeFilter?
        if let revision = invocation.arguments.values["--since"] {
            do throws(GitRepository.Problem) {
                filter = try await ChangeFilter.since(revision, root: root, options)
            } catch {
                invocation.terminal.complain(error.message, in: invocation.language)
                return .usage
            }
        }
        let isWhole = invocation.arguments.flags.contains("--all")
        let result = await SiteCheckup(options).run(tellsEachPlace: isWhole)
        let diagnostics = filter?.kept(result.diagnostics) ?? result.diagnostics
        let isWanted = invocation.arguments.flags.contains("--readiness")
        report.print(
            diagnostics + (isWanted ? result.readiness?.diagnostics ?? [] : []), invocation,
            isWhole: isWhole, readiness: isWanted ? result.readiness?.json(in: invocation.language) : nil)
        if !report.isForPrograms { summarize(diagnostics, result.site.headers.count, invocation) }
        if let readiness = result.readiness, !report.isForPrograms {
            invocation.terminal.message(
                isWanted
                    ? readiness.text(in: invocation.language, isWhole: isWhole)
                    : readiness.scoreLine(in: invocation.language))
        }
        return exitCode(for: diagnostics)
    }

    /// What a safety rule refuses goes first. Settings that can't be used are wrong usage; every other error is a mistake in content.
    static func exitCode(for diagnostics: [Diagnostic]) -> ExitCode {
        let errors = diagnostics.filter { $0.severity == .error }
        guard !errors.isEmpty else { return .fine }
        if errors.contains(where: \.code.isSafetyRule) { return .refused }
        if errors.contains(where: { $0.code == .readFailed }) { return .inputOutput }
        return errors.allSatisfy { $0.location?.file == "Content/site.yaml" } ? .usage : .mistakes
    }

    private static func summarize(_ diagnostics: [Diagnostic], _ pages: Int, _ invocation: Invocation) {
        let errors = diagnostics.count { $0.severity == .error }
        let warnings = diagnostics.count - errors
        invocation.terminal.message(
            invocation.language == .chinese
                ? "\(pages) 个页面，\(errors) 个错误，\(warnings) 个警告\n"
                : "\(pages) pages, \(errors) errors, \(warnings) warnings\n")
    }

    static func options(_ root: String, _ invocation: Invocation) -> BuildOptions? {
        let arguments = invocation.arguments
        var now = Moment(seconds: time(nil), zoneMinutes: 0)
        if let text = arguments.values["--now"] {
            guard let moment = Moment(text) else {
                invocation.terminal.complain(
                    Message(en: "--now ‘\(text)’ is no ISO 8601 time", zh: "--now 的值“\(text)”不是 ISO 8601 时间"),
                    in: invocation.language)
                return nil
            }
            now = moment
        }
        var options = BuildOptions(siteRoot: root, now: now)
        options.includesDrafts = arguments.flags.contains("--drafts")
        options.verifies = arguments.flags.contains("--verify")
        options.finishedFolder = arguments.values["--finished"]
        options.isStrict = arguments.flags.contains("--strict")
        if let text = arguments.values["--base-url"] {
            guard let url = BaseAddress.read(text) else {
                invocation.terminal.complain(
                    Message(
                        en: "--base-url ‘\(text)’ is no https:// or http:// address of a host without a path",
                        zh: "--base-url 的值“\(text)”不是以 https:// 或 http:// 开头、不带路径的地址"), in: invocation.language)
                return nil
            }
            options.baseURL = url
        }
        if let text = arguments.values["--jobs"] {
            guard let jobs = Int(text), (1...256).contains(jobs) else {
                invocation.terminal.complain(
                    Message(en: "--jobs is a number from 1 to 256", zh: "--jobs 为 1 到 256 的整数"), in: invocation.language
                )
                return nil
            }
            options.jobs = jobs
        }
        return options
    }
}
