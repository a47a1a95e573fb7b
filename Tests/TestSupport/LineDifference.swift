/// What differs between two texts, line by line, for messages of failing tests.
package enum LineDifference {
    /// Nil when both are the same; else the changed lines (`-` expected, `+` found) with two lines around each change.
    package static func between(expected: String, found: String) -> String? {
        if Array(expected.utf8) == Array(found.utf8) { return nil }
        let edits = edits(lines(of: expected), lines(of: found))
        var isShown = [Bool](repeating: false, count: edits.count)
        for (index, edit) in edits.enumerated() where edit.mark != " " {
            for near in max(0, index - 2)...min(edits.count - 1, index + 2) { isShown[near] = true }
        }
        var result = ""
        var shown = 0
        var wasShown = true
        for (index, edit) in edits.enumerated() {
            if isShown[index], shown < limit {
                if !wasShown { result += "  …\n" }
                result += "\(edit.mark) \(visible(edit.line))\n"
                shown += 1
            }
            wasShown = isShown[index]
        }
        let rest = isShown.count { $0 } - shown
        return rest > 0 ? result + "  … and \(rest) more lines\n" : result
    }
}

extension LineDifference {
    private static let limit = 80

    private struct Edit {
        let mark: String
        let line: Substring
    }

    private static func lines(of text: String) -> [Substring] {
        // By scalars: CRLF is one character, but its LF ends the line all the same.
        text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { Substring($0) }
    }

    private static func edits(_ expected: [Substring], _ found: [Substring]) -> [Edit] {
        var removed = Set<Int>()
        var inserted = Set<Int>()
        for change in found.difference(from: expected) {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): inserted.insert(offset)
            }
        }
        var result: [Edit] = []
        var (old, new) = (0, 0)
        while old < expected.count || new < found.count {
            if removed.contains(old), old < expected.count {
                result.append(Edit(mark: "-", line: expected[old]))
                old += 1
            } else if inserted.contains(new), new < found.count {
                result.append(Edit(mark: "+", line: found[new]))
                new += 1
            } else {
                // Lines that compare equal may differ in their bytes, such as composed and decomposed letters.
                let isSame = expected[old].utf8.elementsEqual(found[new].utf8)
                result.append(Edit(mark: isSame ? " " : "-", line: expected[old]))
                if !isSame { result.append(Edit(mark: "+", line: found[new])) }
                old += 1
                new += 1
            }
        }
        return result
    }

    /// Carriage returns and blanks at the end of a line would be invisible.
    private static func visible(_ line: Substring) -> String {
        var text = ""
        for scalar in line.unicodeScalars { text.unicodeScalars.append(scalar == "\r" ? "␍" : scalar) }
        return text.hasSuffix(" ") || text.hasSuffix("\t") ? text + "⏎" : text
    }
}
