import Diagnostics

/// `citable completions SHELL`: what a shell needs to complete commands and options, from the command table.
enum Completions: Command {
    static let name = "completions"
    static let summary = Message(en: "Completions for bash, zsh or fish", zh: "bash、zsh 或 fish 的补全脚本")
    static let wordNames = ["bash|zsh|fish"]
    static let options: [Option] = []

    static func run(_ invocation: Invocation) async -> ExitCode {
        switch invocation.arguments.words.first {
        case "bash": invocation.terminal.result(bash)
        case "zsh": invocation.terminal.result("#compdef citable\nautoload -U +X bashcompinit && bashcompinit\n" + bash)
        case "fish": invocation.terminal.result(fish(invocation.language))
        default:
            invocation.terminal.complain(
                Message(en: "name a shell: bash, zsh or fish", zh: "请给出 shell：bash、zsh 或 fish"), in: invocation.language
            )
            return .usage
        }
        return .fine
    }
}

extension Completions {
    private static func options(of command: any Command.Type) -> [Option] { command.options + Option.common }

    /// Words that a value may be, for values such as `text|json`.
    private static func choices(_ value: String?) -> [String] {
        guard let value, value.contains("|") else { return [] }
        return value.split(separator: "|").map(String.init)
    }

    private static var bash: String {
        let commands = CommandTable.all.map { $0.name }.joined(separator: " ")
        var cases = ""
        for command in CommandTable.all {
            let names = options(of: command).flatMap(\.names).joined(separator: " ")
            var values = ""
            for option in options(of: command) where !choices(option.valueName).isEmpty {
                let pattern = option.names.joined(separator: "|")
                values += "            \(pattern)) words=\"\(choices(option.valueName).joined(separator: " "))\" ;;\n"
            }
            let usual = ([names] + command.knownWords).joined(separator: " ")
            cases +=
                "        \(command.name))\n            case \"$previous\" in\n"
                + values
                + "            *) words=\"\(usual)\" ;;\n            esac ;;\n"
        }
        return """
            _citable() {
                local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} words=
                if [ "$COMP_CWORD" -eq 1 ]; then
                    words="\(commands) --version --help"
                else
                    case "${COMP_WORDS[1]}" in
            \(cases)        esac
                fi
                COMPREPLY=($(compgen -W "$words" -- "$current"))
            }
            complete -o default -F _citable citable

            """
    }

    private static func fish(_ language: MessageLanguage) -> String {
        var text = ""
        for command in CommandTable.all {
            let summary = quoted(command.summary.text(in: language))
            text += "complete -c citable -n __fish_use_subcommand -a \(command.name) -d \(summary)\n"
            if !command.knownWords.isEmpty {
                let condition = quoted("__fish_seen_subcommand_from \(command.name)")
                let words = quoted(command.knownWords.joined(separator: " "))
                text += "complete -c citable -n \(condition) -f -a \(words)\n"
            }
            for option in options(of: command) {
                let names = option.names.map { name in
                    name.hasPrefix("--") ? "-l \(name.dropFirst(2))" : "-s \(name.dropFirst())"
                }
                let values = choices(option.valueName)
                let value =
                    option.valueName == nil
                    ? "" : values.isEmpty ? " -r" : " -x -a \(quoted(values.joined(separator: " ")))"
                let condition = quoted("__fish_seen_subcommand_from \(command.name)")
                text +=
                    "complete -c citable -n \(condition) \(names.joined(separator: " "))\(value)"
                    + " -d \(quoted(option.explanation.text(in: language)))\n"
            }
        }
        return text
    }

    private static func quoted(_ text: String) -> String { "'" + text.replacing("'", with: "\\'") + "'" }
}
