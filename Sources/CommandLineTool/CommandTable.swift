import Diagnostics
import Glibc

/// Every command, sorted by name, and the way from a command line to one of them.
package enum CommandTable {
    static let all: [any Command.Type] = [
        Build.self, Catalog.self, Changes.self, Check.self, Completions.self, Due.self, Explain.self, Fields.self,
        Help.self, Init.self, Man.self, Markdown.self, New.self, Serve.self,
        Template.self,
    ]

    /// Answers what needs no command: the version, the overview of the commands, the name of none.
    /// - Parameter words: without the program's name.
    /// - Returns: the exit code; nil when the words name a command.
    package static func answer(_ words: [String]) -> Int32? {
        let terminal = Terminal()
        let language = messageLanguage(words)
        guard let first = words.first, first != "--help", first != "-h" else {
            terminal.result(Help.overview(language))
            return terminal.exitCode(words.isEmpty ? .usage : .fine, in: language)
        }
        if first == "--version" {
            terminal.result("citable \(Version.number) (\(Version.libraries))\n")
            return terminal.exitCode(.fine, in: language)
        }
        guard command(named: first) == nil else { return nil }
        let near = NearName.hint(for: first, among: all.map { $0.name })
        let hint = near.map { "; " + $0.text(in: language) } ?? ""
        terminal.complain(Message(en: "‘\(first)’ is no command\(hint)", zh: "没有命令“\(first)”\(hint)"), in: language)
        return ExitCode.usage.rawValue
    }

    private static func command(named name: String) -> (any Command.Type)? { all.first { $0.name == name } }

    /// Runs the command that the words name.
    /// - Parameter words: without the program's name.
    package static func run(_ words: [String]) async -> Int32 {
        guard let command = words.first.flatMap({ command(named: $0) }) else {
            return answer(words) ?? ExitCode.usage.rawValue
        }
        let terminal = Terminal()
        let language = messageLanguage(words)
        do {
            let arguments = try Arguments(Array(words.dropFirst()), for: command)
            if arguments.flags.contains("--help") {
                terminal.result(Help.text(of: command, language))
                return terminal.exitCode(.fine, in: language)
            }
            let invocation = Invocation(arguments: arguments, language: language, terminal: terminal)
            return terminal.exitCode(await command.run(invocation), in: language)
        } catch {
            terminal.complain(explanation(of: error), in: language)
            terminal.message(Help.usage(of: command))
            return ExitCode.usage.rawValue
        }
    }

    private static func explanation(of mistake: Arguments.Mistake) -> Message {
        switch mistake {
        case .unknownOption(let name): Message(en: "unknown option \(name)", zh: "未知选项 \(name)")
        case .missingValue(let name): Message(en: "\(name) needs a value", zh: "\(name) 需要一个值")
        case .needlessValue(let name): Message(en: "\(name) takes no value", zh: "\(name) 不接受值")
        case .tooManyWords(let word): Message(en: "‘\(word)’ is one word too many", zh: "多余的参数“\(word)”")
        case .missingWord(let name): Message(en: "\(name) is missing", zh: "缺少 \(name)")
        }
    }

    /// `--messages`, else the locale of the environment, else English.
    private static func messageLanguage(_ words: [String]) -> MessageLanguage {
        for (index, word) in words.enumerated() {
            if word == "--messages", index + 1 < words.count {
                return MessageLanguage(rawValue: words[index + 1]) ?? .english
            }
            if word.hasPrefix("--messages=") {
                return MessageLanguage(rawValue: String(word.dropFirst(11))) ?? .english
            }
        }
        for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
            guard let value = getenv(name), value.pointee != 0 else { continue }
            return String(cString: value).hasPrefix("zh") ? .chinese : .english
        }
        return .english
    }
}
