package import Diagnostics
import SiteModel

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

    package func scoreLine(in language: MessageLanguage) -> String {
        let judged = lines.count { $0.points != nil }
        return language == .chinese
            ? "就绪度 \(score)/100（\(judged) 项）\n" : "readiness \(score)/100 (\(judged) criteria)\n"
    }

    /// A table: the score, then every criterion that is not fully met, those that cost most first, then the pages with the
    /// lowest scores, then the choices.
    /// - Parameter isWhole: whether every page is wanted.
    package func text(in language: MessageLanguage, isWhole: Bool = false) -> String {
        let isChinese = language == .chinese
        var text = scoreLine(in: language)
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
        let sorted = pages.enumerated().sorted { ($0.element.score, $0.offset) < ($1.element.score, $1.offset) }
            .map(\.element)
        for page in isWhole ? sorted[...] : sorted.filter({ $0.score < 100 }).prefix(Self.pagesShown) {
            let file = page.location.map { " " + $0.file } ?? ""
            text += "  \(page.score)/100 \(page.path)\(file)\n"
        }
        for finding in lines.flatMap(\.findings) where finding.isChoice {
            text += (isChinese ? "  选择：" : "  choice: ") + finding.reason.text(in: language) + "\n"
        }
        return text
    }

    private static let pagesShown = 5

    /// For programs, on one line: the score, each criterion with its points, each page with its score.
    package func json(in language: MessageLanguage) -> String {
        var json = IndentedJSON(.compact)
        json.object { json in
            json.member("score", score)
            json.key("criteria")
            json.array(of: lines) { json, line in
                json.object { json in
                    json.member("id", line.id)
                    json.member("title", line.title.text(in: language))
                    json.member("weight", line.weight.rawValue)
                    json.key("points")
                    if let points = line.points { json.integer(points / 10) } else { json.null() }
                    json.member("findings", line.findings.count)
                    let choice = line.findings.first(where: \.isChoice)
                    json.member("choice", ifAny: choice?.reason.text(in: language))
                }
            }
            json.key("pages")
            json.array(of: pages) { json, page in
                json.object { json in
                    json.member("path", page.path)
                    json.member("score", page.score)
                    json.member("file", ifAny: page.location?.file)
                }
            }
        }
        return String(decoding: json.bytes, as: UTF8.self)
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
