import Diagnostics
import Glibc
import SiteBuilder

/// `citable init DIR`: a small site of its own, with the theme's files to change.
enum Init: Command {
    static let name = "init"
    static let summary = Message(en: "Begin a new small site in a folder", zh: "在一个文件夹中新建小型站点")
    static let wordNames = ["DIR"]
    static let options = [
        Option(
            "--language", value: "zh|en", en: "Language of the site; default: that of messages", zh: "站点语言；默认与提示信息相同"),
        Option("--now", value: "ISO8601", en: "The date of the pages; default: the clock", zh: "页面日期；默认为当前时间"),
    ]

    static func run(_ invocation: Invocation) async -> ExitCode {
        let usual = invocation.language == .chinese ? "zh" : "en"
        guard let folder = invocation.arguments.words.first,
            let day = PageSkeleton.day(invocation.arguments.values["--now"]),
            let language = StarterSite.Language(rawValue: invocation.arguments.values["--language"] ?? usual)
        else {
            invocation.terminal.complain(
                Message(en: "name a folder; the language is zh or en", zh: "请给出文件夹；语言为 zh 或 en"),
                in: invocation.language)
            return .usage
        }
        guard isEmpty(folder) else {
            invocation.terminal.complain(
                Message(en: "\(folder) is not empty; it stays as it is", zh: "\(folder) 不是空文件夹，不会改动"),
                in: invocation.language)
            return .refused
        }
        let theme = Theme.builtInFiles().map { (path: "Templates/" + $0.path, bytes: $0.bytes) }
        let content = StarterSite(language: language, day: day).files.map {
            (path: $0.path, bytes: Array($0.text.utf8))
        }
        for file in content + theme {
            guard let code = NewFile.write(file.bytes, to: folder + "/" + file.path) else { continue }
            let reason = String(cString: strerror(code))
            invocation.terminal.complain(
                Message(en: "\(folder)/\(file.path): \(reason)", zh: "\(folder)/\(file.path)：\(reason)"),
                in: invocation.language)
            return .inputOutput
        }
        let next = "citable build -C \(folder)"
        invocation.terminal.result(
            Message(en: "\(folder) is a site now. Next: \(next)\n", zh: "已在 \(folder) 新建站点。下一步：\(next)\n")
                .text(in: invocation.language))
        return .fine
    }

    private static func isEmpty(_ folder: String) -> Bool {
        guard let stream = opendir(folder) else { return errno == ENOENT }
        defer { closedir(stream) }
        var entries = 0
        while readdir(stream) != nil { entries += 1 }
        return entries <= 2
    }
}
