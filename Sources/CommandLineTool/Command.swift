package import Diagnostics

/// A command of the program: one type and one file each, listed in `CommandTable`. Help and completion come from the same words.
package protocol Command: Sendable {
    static var name: String { get }
    static var summary: Message { get }
    /// The words it takes, such as `KIND`.
    static var wordNames: [String] { get }
    static var options: [Option] { get }
    /// What a shell may offer for the words.
    static var knownWords: [String] { get }

    static func run(_ invocation: Invocation) async -> ExitCode
}

extension Command {
    /// The alternatives that the names of the words list.
    package static var knownWords: [String] {
        wordNames.flatMap { $0.split(separator: "|") }.map(String.init).filter { $0 == $0.lowercased() }
    }
}

/// An option of a command.
package struct Option: Sendable {
    /// `--site`, and perhaps a letter such as `-C`.
    package let names: [String]
    /// What the value is called; nil for a switch.
    package let valueName: String?
    package let explanation: Message

    package init(_ names: String..., value: String? = nil, en: String, zh: String) {
        self.names = names
        valueName = value
        explanation = Message(en: en, zh: zh)
    }

    /// The first name, under which the value is found.
    package var name: String { names[0] }

    /// Options of every command.
    package static let common = [
        Option(
            "--site", "-C", value: "DIR", en: "Folder of the site; default: the nearest with Content/site.yaml",
            zh: "站点文件夹；默认取最近的含 Content/site.yaml 的文件夹"),
        Option("--messages", value: "zh|en", en: "Language of messages", zh: "提示信息的语言"),
        Option("--help", "-h", en: "Explain the command", zh: "显示命令说明"),
    ]

    /// How a command prints diagnostics.
    package static let format = Option(
        "--format", value: DiagnosticFormatRegistry.all.map { $0.name }.joined(separator: "|"),
        en: "How to print diagnostics: text on stderr, the others on stdout", zh: "诊断的输出格式：text 写到 stderr，其余写到 stdout")

    /// Options of commands that load a site.
    package static let loading = [
        Option(
            "--now", value: "ISO8601", en: "The time that decides about scheduled pages; default: the clock",
            zh: "用于判断定时发布的时间；默认为当前时间"),
        Option("--drafts", en: "Include drafts", zh: "包含草稿"),
        Option("--base-url", value: "URL", en: "Instead of base_url in the settings", zh: "代替设置中的 base_url"),
        Option("--strict", en: "Warnings fail", zh: "有警告也算失败"),
        Option("--jobs", value: "N", en: "How many tasks work at once", zh: "并行任务数"),
    ]
}

/// One call of a command.
package struct Invocation: Sendable {
    package let arguments: Arguments
    package let language: MessageLanguage
    package let terminal: Terminal
}
