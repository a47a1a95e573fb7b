import Diagnostics
import Glibc
import SiteBuilder
import SiteModel

/// `citable build`: loads, checks, renders, and publishes to `Output/` when nothing is wrong.
enum Build: Command {
    static let name = "build"
    static let summary = Message(en: "Build the site into Output/", zh: "把站点生成到 Output/")
    static let wordNames: [String] = []
    static let options =
        Option.loading + [
            Option("--output", value: "DIR", en: "Folder to publish to; default: Output", zh: "发布到的文件夹；默认为 Output"),
            Option("--clean", en: "Make everything anew, without the cache of earlier builds", zh: "不用以前构建的缓存，全部重新生成"),
            Option(
                "--verify", en: "Read the finished files back and compare what they say of each page",
                zh: "读回生成的文件，核对各文件对每个页面的说法是否一致"),
            Option(
                "--precompress", en: "Write .gz and .br beside texts that get smaller",
                zh: "为压缩后变小的文本文件另写 .gz 和 .br"),
            Option("--refresh", en: "Fetch the catalog first", zh: "先抓取目录"),
            .format,
        ]

    static func run(_ invocation: Invocation) async -> ExitCode {
        guard let report = Report.printer(invocation), let root = SiteLocation.find(invocation),
            var options = Check.options(root, invocation)
        else { return .usage }
        options.isClean = invocation.arguments.flags.contains("--clean")
        options.precompresses = invocation.arguments.flags.contains("--precompress")
        // When a gateway can't be reached or is refused, the last good snapshot serves; the fetch says so.
        if invocation.arguments.flags.contains("--refresh") {
            CatalogFetch.refresh(invocation, root: root, now: options.now, ownsOutput: !report.isForPrograms)
        }
        let output = invocation.arguments.values["--output"] ?? root + "/Output"
        let start = seconds()
        do throws(OutputTree.Problem) {
            let progress = BuildProgress()
            options.progress = progress
            let build = SiteBuild(options, output: output)
            let line = ProgressLine(progress: progress, terminal: invocation.terminal, language: invocation.language)
            let result = try await line.during { () async throws(OutputTree.Problem) in try await build.run() }
            result.remains.keepUntilExit()
            report.print(result.diagnostics, invocation)
            guard let published = result.published else { return Check.exitCode(for: result.diagnostics) }
            let hundredths = Int((seconds() - start) * 100)
            let time = "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
            let summary =
                invocation.language == .chinese
                ? "\(result.pages) 个页面（重新生成 \(result.renderedPages) 个），\(published.files) 个文件：写入 \(published.changed)，"
                    + "未变 \(published.files - published.changed)，删除 \(published.removed)，用时 \(time) 秒\n"
                : "\(result.pages) pages (\(result.renderedPages) rendered), \(published.files) files: \(published.changed) written, "
                    + "\(published.files - published.changed) unchanged, \(published.removed) removed, \(time) s\n"
            if report.isForPrograms {
                invocation.terminal.message(summary)
            } else {
                invocation.terminal.result(summary)
            }
            return .fine
        } catch {
            return complain(error, invocation)
        }
    }

    static func complain(_ problem: OutputTree.Problem, _ invocation: Invocation) -> ExitCode {
        invocation.terminal.complain(problem.message, in: invocation.language)
        return switch problem {
        case .failed: .inputOutput
        case .notOurs, .insideSources: .refused
        case .locked: .locked
        }
    }

    private static func seconds() -> Double {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
    }
}
