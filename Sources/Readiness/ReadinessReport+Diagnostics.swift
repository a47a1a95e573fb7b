package import Diagnostics

/// The report for people, and as diagnostics for every format that these have.
extension ReadinessReport {
    /// One for each finding.
    package var diagnostics: [Diagnostic] {
        lines.flatMap { line in
            line.findings.filter { !$0.isChoice }.map { finding in
                let place = finding.path.map { "\($0): " } ?? ""
                return Diagnostic(
                    .readiness, at: finding.location,
                    Message(
                        en: "\(place)\(line.title.english) (\(line.id)): \(finding.reason.english)",
                        zh: "\(place)\(line.title.chinese)（\(line.id)）：\(finding.reason.chinese)"))
            }
        }
    }

    /// An error when the score is below what the settings demand.
    package func diagnostics(budget: Int?) -> [Diagnostic] {
        guard let budget, score < budget else { return [] }
        return [
            Diagnostic(
                .belowBudget, at: nil,
                Message(
                    en: "the readiness score is \(score), less than the \(budget) of ‘readiness_budget’",
                    zh: "就绪度为 \(score)，低于 readiness_budget 规定的 \(budget)"),
                hint: Message(
                    en: "‘citable check --readiness’ says what to mend", zh: "citable check --readiness 会说明需要改哪里"))
        ]
    }

    /// A table: the score, then every criterion that is not fully met, those that cost most first, then the choices.
    package func text(in language: MessageLanguage) -> String {
        let isChinese = language == .chinese
        let judged = lines.count { $0.points != nil }
        var text = isChinese ? "就绪度 \(score)/100（\(judged) 项）\n" : "readiness \(score)/100 (\(judged) criteria)\n"
        let open = lines.filter { ($0.points ?? 1000) < 1000 }.sorted { Self.cost($0) > Self.cost($1) }
        for line in open {
            let percent = (line.points ?? 0) / 10
            let example = line.findings.first.map { finding in
                (finding.path.map { $0 + " " } ?? "") + finding.reason.text(in: language)
            }
            let count = line.findings.count
            let more = count > 1 ? (isChinese ? "，共 \(count) 处" : ", \(count) in all") : ""
            text += "  \(percent) %  \(line.title.text(in: language)) [\(line.id)]: \(example ?? "")\(more)\n"
        }
        for finding in lines.flatMap(\.findings) where finding.isChoice {
            text += (isChinese ? "  选择：" : "  choice: ") + finding.reason.text(in: language) + "\n"
        }
        return text
    }

    private static func cost(_ line: Line) -> Int { (1000 - (line.points ?? 1000)) * line.weight.rawValue }
}

extension DiagnosticCode {
    package static let readiness = DiagnosticCode(
        "readiness/criterion", .warning,
        en:
            "A criterion of agent-readiness scorers is not fully met; ‘check --readiness’ lists them all with their points.",
        zh: "没有完全满足就绪度评分器的某项标准；check --readiness 会列出全部标准和得分。",
        wrong: "description: 太短", right: "description: 用五十个以上的字符说明这一页回答什么。")
    package static let belowBudget = DiagnosticCode(
        "readiness/below-budget",
        en: "The readiness score of the site fell below the budget that its settings commit to.",
        zh: "站点的就绪度低于设置中承诺的下限。",
        wrong: "readiness_budget: 100", right: "readiness_budget: 90")
}

/// The codes of this room.
package enum ReadinessCodes {
    package static let all: [DiagnosticCode] = [.readiness, .belowBudget]
}
