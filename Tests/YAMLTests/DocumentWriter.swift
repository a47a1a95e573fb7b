import TestSupport

/// Writes random front matter, with a fixed seed: nested blocks, odd indentation, comments, quotes, escapes, Chinese text.
struct DocumentWriter {
    private var random: SplitMix

    init(seed: UInt64) { random = SplitMix(state: seed) }
}

extension DocumentWriter {
    mutating func document() -> String {
        let text = pick(5) == 0 ? sequence(column: 0, depth: 0) : mapping(column: pick(8) == 0 ? 2 : 0, depth: 0)
        return pick(6) == 0
            ? text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n") : text
    }

    /// The text with one or two pieces put in, taken out or doubled.
    mutating func damaged(_ text: String) -> String {
        var scalars = Array(text.unicodeScalars)
        let pieces = [
            " ", "  ", "\n", ":", ": ", "- ", "\"", "'", "#", " #", "[", "]", ",", "{", "}", "\\", "\t", "&", "你", "|",
            "?", "-",
        ]
        for _ in 0...pick(2) {
            let place = pick(scalars.count + 1)
            switch pick(3) {
            case 0 where place < scalars.count: scalars.remove(at: place)
            case 1 where place < scalars.count: scalars.insert(scalars[place], at: place)
            default: scalars.insert(contentsOf: Array(pieces[pick(pieces.count)].unicodeScalars), at: place)
            }
        }
        return String(String.UnicodeScalarView(scalars))
    }

    private mutating func pick(_ count: Int) -> Int { Int(random.next() % UInt64(count)) }

    private mutating func mapping(column: Int, depth: Int) -> String {
        var text = ""
        for number in 0...pick(5) {
            text += filler(column)
            text += (number == 0 && depth > 0 && column < 0 ? "" : spaces(column)) + key(number) + ":"
            text += behindKey(column: column, depth: depth)
        }
        return text
    }

    private mutating func behindKey(column: Int, depth: Int) -> String {
        let inner = column + 1 + pick(4)
        switch depth < 4 ? pick(8) : 7 {
        case 0: return lineEnd() + mapping(column: inner, depth: depth + 1)
        case 1: return lineEnd() + sequence(column: pick(2) == 0 ? column : inner, depth: depth + 1)
        case 2: return lineEnd()
        case 3: return " " + spaces(pick(2)) + flow(depth: depth + 1) + lineEnd()
        default: return " " + spaces(pick(2)) + scalar(inFlow: false) + lineEnd()
        }
    }

    private mutating func sequence(column: Int, depth: Int) -> String {
        var text = ""
        for _ in 0...pick(3) {
            text += filler(column) + spaces(column) + "-"
            let gap = 1 + pick(3)
            if depth < 4, pick(3) == 0 {
                let inner = mapping(column: column + 1 + gap, depth: depth + 1)
                let start = inner.firstIndex { $0 != " " && $0 != "\n" } ?? inner.startIndex
                text += inner[start] == "#" ? " a: b\n" : spaces(gap) + inner[start...]
            } else {
                text += spaces(gap) + (pick(4) == 0 ? flow(depth: depth + 1) : scalar(inFlow: false)) + lineEnd()
            }
        }
        return text
    }

    private mutating func flow(depth: Int) -> String {
        let isList = pick(2) == 0
        var parts: [String] = []
        for number in 0..<pick(4) {
            let value = depth < 5 && pick(5) == 0 ? flow(depth: depth + 1) : scalar(inFlow: true)
            parts.append(isList ? value : key(number) + ": " + value)
        }
        let inside = parts.joined(separator: [",", ", ", " , "][pick(3)])
        return isList ? "[\(inside)]" : "{\(inside)}"
    }

    private mutating func scalar(inFlow: Bool) -> String {
        let words = [
            "你好", "relay", "1.10", "no", "2026-01-02", "it's", "a#b", "x:y", "😀", "？", "“引号”",
            "https://a.example/b?c=d", "~", "-5", "(b)",
        ]
        let text = (0...pick(4)).map { _ in words[pick(words.count)] }.joined(separator: [" ", "  ", "-"][pick(3)])
        switch pick(5) {
        case 0: return "'" + text.split(separator: "'").joined(separator: "''") + "'"
        case 1: return "\"" + text + ["", "\\n", "\\\"x\\\"", "\\\\", "\\t", "\\u4f60", "：, ] #"][pick(7)] + "\""
        case 2 where !inFlow: return text + [" [x]", ", y", " {z}", "!", " &x", "\u{A0}"][pick(6)]
        default: return text
        }
    }

    private mutating func key(_ number: Int) -> String {
        ["title", "标题", "short_answer", "a-b", "c d", "v1.0", "键/值"][pick(7)] + String(number)
    }

    private mutating func lineEnd() -> String {
        ["\n", "\n", "\n", " \n", " # 注释: [x]\n", "   # c\n"][pick(6)]
    }

    /// Blank lines and comments at any indentation.
    private mutating func filler(_ column: Int) -> String {
        switch pick(8) {
        case 0: "\n"
        case 1: spaces(pick(column + 3)) + "# 注释 'x\n"
        case 2: spaces(pick(4)) + "\n"
        default: ""
        }
    }

    private func spaces(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }
}
