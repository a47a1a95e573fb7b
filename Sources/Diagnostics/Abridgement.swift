/// What of many warnings an editor reads: the first of each sort in each file, and how many there are. Errors are all there.
/// Programs take everything.
package struct Abridgement: Sendable, Hashable {
    /// A sort of mistake that stands on each line is one mistake to an editor.
    private static let perFile = 3
    /// More lines than anybody reads.
    private static let perReport = 300

    package private(set) var shown: [Diagnostic] = []
    private var left: [String: Int] = [:]
    private var files: Set<String> = []

    /// How many warnings were left out.
    package var leftCount: Int { left.values.reduce(0, +) }

    private struct Sort: Hashable {
        let file: String
        let code: String
    }

    /// - Parameter diagnostics: sorted.
    package init(_ diagnostics: [Diagnostic]) {
        var counts: [Sort: Int] = [:]
        for diagnostic in diagnostics where Self.mayBeLeftOut(diagnostic) {
            counts[Self.sort(diagnostic), default: 0] += 1
        }
        var seen: [Sort: Int] = [:]
        var warnings = 0
        for diagnostic in diagnostics {
            guard Self.mayBeLeftOut(diagnostic) else {
                shown.append(diagnostic)
                continue
            }
            let sort = Self.sort(diagnostic)
            seen[sort, default: 0] += 1
            guard let number = seen[sort], number <= Self.perFile, warnings < Self.perReport else {
                left[sort.code, default: 0] += 1
                files.insert(sort.file)
                continue
            }
            warnings += 1
            let rest = (counts[sort] ?? 0) - number
            shown.append(number == Self.perFile && rest > 0 ? Self.noted(diagnostic, rest) : diagnostic)
        }
    }

    /// What was left out, by sort; nil when nothing was.
    /// - Parameter hint: how to see all.
    package func rest(_ hint: Message) -> Message? {
        guard !left.isEmpty else { return nil }
        let sorts = left.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        let listed = sorts.map { "\($0.key) \($0.value)" }
        return Message(
            en:
                "\(leftCount) more warnings in \(files.count) files: \(listed.joined(separator: ", ")); \(hint.english)\n",
            zh: "\(files.count) 个文件中另有 \(leftCount) 个警告：\(listed.joined(separator: "，"))；\(hint.chinese)\n")
    }

    private static func mayBeLeftOut(_ diagnostic: Diagnostic) -> Bool {
        diagnostic.severity != .error && diagnostic.location != nil
    }

    private static func sort(_ diagnostic: Diagnostic) -> Sort {
        Sort(file: diagnostic.location?.file ?? "", code: diagnostic.code.id)
    }

    private static func noted(_ diagnostic: Diagnostic, _ rest: Int) -> Diagnostic {
        var copy = Diagnostic(
            diagnostic.code, at: diagnostic.location, diagnostic.message, hint: diagnostic.hint,
            notes: diagnostic.notes + [
                DiagnosticNote(
                    at: nil, Message(en: "\(rest) more of this sort in this file", zh: "本文件还有 \(rest) 处同类问题"))
            ])
        copy.severity = diagnostic.severity
        return copy
    }
}
