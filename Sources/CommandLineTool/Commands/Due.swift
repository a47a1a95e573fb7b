import Diagnostics
import Outputs
import SiteBuilder
import SiteModel

/// `citable due`: which pages are to be published, to expire, to be reviewed or translated, and when.
enum Due: Command {
    static let name = "due"
    static let summary = Message(
        en: "What is to be published, to expire, to be reviewed and translated, with dates",
        zh: "列出待发布、将过期、待审核、待翻译的页面及日期")
    static let wordNames: [String] = []
    static let options =
        Option.loading.filter { ["--now", "--base-url", "--jobs"].contains($0.name) } + [
            Option(
                "--within", value: "DAYS", en: "Only what is due in so many days; what is overdue is always listed",
                zh: "只列出多少天之内到期的；已逾期的总会列出"),
            Option(
                "--format", value: DueList.formats.joined(separator: "|"),
                en: "text, JSON, or iCalendar for calendar programs", zh: "text、JSON，或供日历程序订阅的 iCalendar"),
        ]

    static func run(_ invocation: Invocation) async -> ExitCode {
        let format = invocation.arguments.values["--format"] ?? "text"
        guard DueList.formats.contains(format) else {
            return usage(Message(en: "unknown format ‘\(format)’", zh: "未知格式“\(format)”"), invocation)
        }
        var days: Int?
        if let text = invocation.arguments.values["--within"] {
            guard let number = Int(text), (0...36_500).contains(number) else {
                return usage(
                    Message(en: "--within is a number of days from 0 to 36500", zh: "--within 为 0 到 36500 的天数"),
                    invocation)
            }
            days = number
        }
        guard let root = SiteLocation.find(invocation), var options = Check.options(root, invocation) else {
            return .usage
        }
        // Pages that are not published yet are what this is about; drafts have no date.
        options.includesDrafts = true
        let loaded = await SiteCheckup(options).sources()
        guard !loaded.diagnostics.contains(where: { $0.severity == .error }) else {
            invocation.terminal.report(loaded.diagnostics, in: invocation.language)
            return Check.exitCode(for: loaded.diagnostics)
        }
        var list = DueList(loaded.site, now: options.now)
        if let days { list.keep(until: options.now.seconds + days * 86_400) }
        switch format {
        case "json": invocation.terminal.result(list.json)
        case "ics": invocation.terminal.result(DueCalendar(list, invocation.language).text)
        default: invocation.terminal.result(list.text(in: invocation.language))
        }
        return .fine
    }

    private static func usage(_ message: Message, _ invocation: Invocation) -> ExitCode {
        invocation.terminal.complain(message, in: invocation.language)
        return .usage
    }
}
