/// The strict grammar of `llms.txt`, written down a second time: what the reference parser and its relatives agree on.
struct LLMsGrammar {
    var title = ""
    var summary = ""
    var sections: [(name: String, links: [(title: String, url: String, note: String)])] = []
    var mistakes: [String] = []

    init(_ text: String) {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if lines.popLast() != "" { mistakes.append("no line feed at the end") }
        for character in ["\r", "\u{FEFF}", "\u{2028}", "\u{2029}", "\u{0085}"] where text.contains(character) {
            mistakes.append("contains \(character.unicodeScalars.map(\.value))")
        }
        guard lines.count > 6, lines[0].hasPrefix("# "), lines[1] == "", lines[2].hasPrefix("> "), lines[3] == "",
            !lines[4].isEmpty, !lines[4].hasPrefix("#"), lines[5] == ""
        else {
            mistakes.append("head")
            return
        }
        title = String(lines[0].dropFirst(2))
        summary = String(lines[2].dropFirst(2))
        read(lines.dropFirst(6))
    }

    private mutating func read(_ lines: ArraySlice<String>) {
        var isAfterBlank = true
        for line in lines {
            if line.hasPrefix("## ") {
                let name = String(line.dropFirst(3))
                if !isAfterBlank || name.isEmpty { mistakes.append("heading \(line)") }
                if sections.contains(where: { $0.name == name }) { mistakes.append("twice: \(name)") }
                sections.append((name, []))
            } else if line.hasPrefix("- [") {
                readLink(line)
            } else if !line.isEmpty {
                mistakes.append("stray line: \(line)")
            }
            isAfterBlank = line.isEmpty
        }
        for section in sections where section.links.isEmpty { mistakes.append("empty: \(section.name)") }
    }

    private mutating func readLink(_ line: String) {
        let rest = line.dropFirst(3)
        guard let bracket = rest.firstIndex(of: "]"), !sections.isEmpty else {
            mistakes.append("link: \(line)")
            return
        }
        let tail = rest[rest.index(after: bracket)...]
        guard tail.hasPrefix("(https://"), let end = tail.firstIndex(of: ")"),
            tail[tail.index(after: end)...].hasPrefix(": ")
        else {
            mistakes.append("link: \(line)")
            return
        }
        let url = String(tail[tail.index(after: tail.startIndex)..<end])
        let note = String(tail[tail.index(after: end)...].dropFirst(2))
        if note.isEmpty || rest[..<bracket].contains("[") || url.contains(" ") { mistakes.append("link: \(line)") }
        sections[sections.count - 1].links.append((String(rest[..<bracket]), url, note))
    }
}
