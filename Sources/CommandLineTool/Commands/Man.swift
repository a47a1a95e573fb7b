import Diagnostics

/// `citable man`: the manual page, from the command table. Source of the form: man(7).
enum Man: Command {
    static let name = "man"
    static let summary = Message(en: "The manual page", zh: "手册页")
    static let wordNames: [String] = []
    static let options: [Option] = []

    static func run(_ invocation: Invocation) async -> ExitCode {
        invocation.terminal.result(page(invocation.language))
        return .fine
    }

    private static func page(_ language: MessageLanguage) -> String {
        let isChinese = language == .chinese
        var text = ".TH CITABLE 1 \(Version.date) \"citable \(Version.number)\"\n"
        text += section(isChinese ? "名称" : "NAME")
        text += escaped(
            isChinese
                ? "citable - 由 Markdown 和模型目录生成可引用的静态站点" : "citable - static sites that people and engines can quote")
        text += "\n" + section(isChinese ? "概要" : "SYNOPSIS") + ".B citable\n.I COMMAND\n[OPTIONS]\n"
        text += section(isChinese ? "命令" : "COMMANDS")
        for command in CommandTable.all {
            let words = command.wordNames.map { " [\($0)]" }.joined()
            text +=
                ".SS \(escaped("citable \(command.name)\(words)"))\n\(escaped(command.summary.text(in: language)))\n"
            for option in command.options { text += item(option, language) }
        }
        text += section(isChinese ? "通用选项" : "COMMON OPTIONS")
        for option in Option.common { text += item(option, language) }
        text += section(isChinese ? "退出状态" : "EXIT STATUS")
        for (code, meaning) in statuses {
            text += ".TP\n.B \(code)\n\(escaped(meaning.text(in: language)))\n"
        }
        return text
    }

    private static let statuses: [(ExitCode.RawValue, Message)] = [
        (ExitCode.fine.rawValue, Message(en: "Fine", zh: "成功")),
        (ExitCode.mistakes.rawValue, Message(en: "Mistakes in content, templates or catalog", zh: "内容、模板或目录中有错误")),
        (ExitCode.usage.rawValue, Message(en: "Wrong usage or settings", zh: "用法或设置有误")),
        (ExitCode.inputOutput.rawValue, Message(en: "Input or output failed", zh: "读写失败")),
        (ExitCode.locked.rawValue, Message(en: "Another build holds the lock", zh: "另一个构建正在进行")),
        (ExitCode.refused.rawValue, Message(en: "Refused by a safety rule", zh: "被安全规则拒绝")),
    ]

    private static func section(_ title: String) -> String { ".SH \(title)\n" }

    private static func item(_ option: Option, _ language: MessageLanguage) -> String {
        let names = option.names.joined(separator: ", ") + (option.valueName.map { " " + $0 } ?? "")
        return ".TP\n.B \(escaped(names))\n\(escaped(option.explanation.text(in: language)))\n"
    }

    /// A hyphen is a minus sign here, and a line must not begin with a control character.
    private static func escaped(_ text: String) -> String {
        let plain = text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
        return plain.hasPrefix(".") || plain.hasPrefix("'") ? "\\&" + plain : plain
    }
}
