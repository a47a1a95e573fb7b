/// The words of a command line, taken apart by the options that its command knows.
package struct Arguments: Sendable {
    package private(set) var values: [String: String] = [:]
    package private(set) var flags: Set<String> = []
    package private(set) var words: [String] = []

    /// Why the words can't be understood, for the message.
    package enum Mistake: Error, Sendable, Hashable {
        case unknownOption(String)
        case missingValue(String)
        case needlessValue(String)
        case tooManyWords(String)
        case missingWord(String)
    }

    /// - Parameter words: without the program's and the command's names. `--` ends the options.
    init(_ words: [String], for command: any Command.Type) throws(Mistake) {
        var rest = words[...]
        var isOver = false
        while let word = rest.popFirst() {
            guard !isOver, word.hasPrefix("-"), word != "-" else {
                self.words.append(word)
                continue
            }
            if word == "--" {
                isOver = true
                continue
            }
            let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard let option = (command.options + Option.common).first(where: { $0.names.contains(parts[0]) }) else {
                throw .unknownOption(parts[0])
            }
            guard option.valueName != nil else {
                if parts.count > 1 { throw .needlessValue(parts[0]) }
                flags.insert(option.name)
                continue
            }
            if parts.count > 1 {
                values[option.name] = parts[1]
            } else if let value = rest.popFirst() {
                values[option.name] = value
            } else {
                throw .missingValue(parts[0])
            }
        }
        let known = command.wordNames
        if self.words.count > known.count, known.last?.hasSuffix("…") != true {
            throw .tooManyWords(self.words[known.count])
        }
    }
}
