import Diagnostics
import Glibc
import PageKinds
import SiteModel

/// `citable new KIND SLUG`: a page of that kind with every field and a comment for each, as a draft.
enum New: Command {
    static let name = "new"
    static let summary = Message(
        en: "Write a new page of a kind, with every field and a comment for each", zh: "新建某一类型的页面，列出全部字段并逐一注释")
    static let wordNames = ["KIND", "SLUG"]
    static let options = [
        Option(
            "--language", value: "CODE", en: "Language of the page; default: that of the site", zh: "页面语言；默认为站点的默认语言"),
        Option("--title", value: "TEXT", en: "The title", zh: "标题"),
        Option("--now", value: "ISO8601", en: "The date of the page; default: the clock", zh: "页面日期；默认为当前时间"),
    ]

    static var knownWords: [String] { kinds.map { $0.name } }

    private static var kinds: [any PageKind.Type] {
        PageKindRegistry.all.filter { !$0.folder.isEmpty && $0.name != "hub" }
    }

    static func run(_ invocation: Invocation) async -> ExitCode {
        let words = invocation.arguments.words
        let kinds = kinds
        guard words.count == 2, let kind = kinds.first(where: { $0.name == words[0] || $0.folder == words[0] }) else {
            let names = kinds.map { $0.name }
            let hint = words.first.flatMap { NearName.hint(for: $0, among: names) }
            let list = names.joined(separator: ", ")
            return refuse(
                Message(
                    en: "name a kind and a slug; the kinds are \(list)\(hint.map { "; " + $0.english } ?? "")",
                    zh: "请给出页面类型和 slug；类型有 \(list)\(hint.map { "；" + $0.chinese } ?? "")"), .usage, invocation)
        }
        guard isSlug(words[1], isPath: kind.folder == "docs") else {
            return refuse(
                Message(
                    en: "‘\(words[1])’ can't be part of an address: lower-case letters a–z, digits and hyphens only",
                    zh: "“\(words[1])”不能用在地址里：只能用小写字母 a–z、数字和连字符"), .usage, invocation)
        }
        guard let root = SiteLocation.find(invocation) else { return .usage }
        let settings = SiteLanguages(root: root)
        guard !settings.diagnostics.contains(where: { $0.severity == .error }) else {
            invocation.terminal.report(settings.diagnostics, in: invocation.language)
            return .usage
        }
        let language = invocation.arguments.values["--language"] ?? settings.usual
        guard settings.codes.contains(language) else {
            let list = settings.codes.joined(separator: ", ")
            return refuse(
                Message(
                    en: "‘\(language)’ is no language of this site: \(list)", zh: "站点没有语言“\(language)”，已有：\(list)"),
                .usage,
                invocation)
        }
        guard let now = PageSkeleton.day(invocation.arguments.values["--now"]) else {
            return refuse(
                Message(en: "--now is no ISO 8601 time", zh: "--now 的值不是 ISO 8601 时间"), .usage, invocation)
        }
        let path = "Content/\(language)/\(kind.folder)/\(words[1]).md"
        let title = invocation.arguments.values["--title"] ?? words[1]
        let skeleton = PageSkeleton(kind: kind.name, title: title, day: now, isChinese: settings.isChinese(language))
        switch NewFile.write(skeleton.text, to: root + "/" + path) {
        case nil:
            invocation.terminal.result(path + "\n")
            return .fine
        case EEXIST?:
            return refuse(
                Message(en: "\(path) is there already; it stays as it is", zh: "\(path) 已经存在，不会改动"), .refused,
                invocation)
        case let code?:
            let reason = String(cString: strerror(code))
            return refuse(Message(en: "\(path): \(reason)", zh: "\(path)：\(reason)"), .inputOutput, invocation)
        }
    }

    private static func refuse(_ message: Message, _ code: ExitCode, _ invocation: Invocation) -> ExitCode {
        invocation.terminal.complain(message, in: invocation.language)
        return code
    }

    private static func isSlug(_ slug: String, isPath: Bool) -> Bool {
        let parts = slug.split(separator: "/", omittingEmptySubsequences: false)
        guard isPath || parts.count == 1 else { return false }
        return parts.allSatisfy { part in
            !part.isEmpty && part != "index" && part.first != "-" && part.last != "-"
                && part.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
        }
    }
}
