import Diagnostics
import Outputs
import SiteBuilder
import SiteModel

/// `citable explain robots BOT PATH`: reads the robots.txt of this build as the crawler would, and names the rule that decides.
enum ExplainRobots {
    static func run(_ invocation: Invocation) async -> ExitCode {
        let words = invocation.arguments.words
        guard words.count == 3, words[2].hasPrefix("/") || words[2].contains("://") else {
            invocation.terminal.complain(
                Message(
                    en: "say ‘explain robots BOT PATH’, such as ‘explain robots GPTBot /answers/’",
                    zh: "用法：explain robots BOT PATH，例如 explain robots GPTBot /answers/"), in: invocation.language)
            return .usage
        }
        guard let root = SiteLocation.find(invocation), let options = Check.options(root, invocation) else {
            return .usage
        }
        let view = SiteView(await SiteCheckup(options).site(), now: options.now)
        guard let path = path(of: words[2], view.settings.baseURL) else {
            invocation.terminal.complain(
                Message(en: "‘\(words[2])’ is no address of this site", zh: "“\(words[2])”不是本站地址"),
                in: invocation.language)
            return .usage
        }
        let text = Robots.text(view)
        let decision = RobotsText(text).decision(for: words[1], path: path)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let answer = message(decision, bot: words[1], path: path).text(in: invocation.language)
        let rule = decision.rule.map { "robots.txt:\($0.line): \(lines[$0.line - 1])\n" } ?? ""
        let remark =
            Robots.remark(on: decision.agent ?? "*", in: view.settings.crawlers).map {
                $0.text(in: invocation.language) + "\n"
            } ?? ""
        invocation.terminal.result(answer + "\n" + rule + remark)
        return .fine
    }

    /// What a crawler asks for: path and query, without a fragment.
    private static func path(of written: String, _ baseURL: String) -> String? {
        var path = written.prefix { $0 != "#" }
        if !path.hasPrefix("/") {
            guard path == baseURL || path.hasPrefix(baseURL + "/") || path.hasPrefix(baseURL + "?") else { return nil }
            path = path.dropFirst(baseURL.count)
        }
        return path.hasPrefix("/") ? String(path) : "/" + path
    }

    private static func message(_ decision: RobotsText.Decision, bot: String, path: String) -> Message {
        let group: Message =
            switch decision.agent {
            case nil: Message(en: "no group speaks of it", zh: "没有任何一组提到它")
            case "*": Message(en: "no group names it, so that of all others holds", zh: "没有单独列出，按“其他爬虫”一组处理")
            case let name?: Message(en: "the group that names \(name) holds", zh: "按列出 \(name) 的一组处理")
            }
        return decision.isAllowed
            ? Message(en: "\(bot) may fetch \(path): \(group.english)", zh: "\(bot) 可以抓取 \(path)：\(group.chinese)")
            : Message(en: "\(bot) may not fetch \(path): \(group.english)", zh: "\(bot) 不得抓取 \(path)：\(group.chinese)")
    }
}
