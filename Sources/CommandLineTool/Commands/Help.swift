import Diagnostics

/// `citable help`: the commands, or one of them.
enum Help: Command {
    static let name = "help"
    static let summary = Message(en: "Explain the commands, or one of them", zh: "说明全部命令或其中一个")
    static let wordNames = ["COMMAND"]
    static let options: [Option] = []

    static func run(_ invocation: Invocation) async -> ExitCode {
        guard let word = invocation.arguments.words.first else {
            invocation.terminal.result(overview(invocation.language))
            return .fine
        }
        guard let command = CommandTable.all.first(where: { $0.name == word }) else {
            invocation.terminal.complain(
                Message(en: "‘\(word)’ is no command", zh: "没有命令“\(word)”"), in: invocation.language)
            return .usage
        }
        invocation.terminal.result(text(of: command, invocation.language))
        return .fine
    }

    static func overview(_ language: MessageLanguage) -> String {
        var text = "citable COMMAND [OPTIONS]\n\n"
        for command in CommandTable.all {
            text += "  " + padded(command.name, 12) + command.summary.text(in: language) + "\n"
        }
        return text + "\n  " + padded("--version", 12) + (language == .chinese ? "版本" : "The version") + "\n"
    }

    static func usage(of command: any Command.Type) -> String {
        let words = command.wordNames.map { " [\($0)]" }.joined()
        return "usage: citable \(command.name)\(words) [OPTIONS]\n"
    }

    static func text(of command: any Command.Type, _ language: MessageLanguage) -> String {
        var text = usage(of: command) + "\n" + command.summary.text(in: language) + "\n\n"
        for option in command.options + Option.common {
            let names = option.names.joined(separator: ", ") + (option.valueName.map { " " + $0 } ?? "")
            text += "  " + padded(names, 24) + option.explanation.text(in: language) + "\n"
        }
        return text
    }

    private static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(1, width - text.utf8.count))
    }
}
