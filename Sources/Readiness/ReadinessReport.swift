package import Diagnostics
import Outputs

/// The readiness of a site: every criterion with its points, and what to mend where.
package struct ReadinessReport: Sendable {
    /// What a page did not fully meet, or a choice that it shows.
    package struct PageResult: Sendable {
        package let path: String
        package let location: SourceLocation?
        /// By criterion: thousandths of its points; nil where there was nothing to judge.
        let points: [Int?]
        let reasons: [(criterion: Int, reason: Message)]

        /// The page's own score, of 100.
        package var score: Int { ReadinessReport.score(zip(points, PageCriteria.all).map { ($0.0, $0.1.weight) }) }
    }

    package struct Line: Sendable {
        package let id: String
        package let title: Message
        package let weight: Weight
        /// Thousandths; nil where there was nothing to judge.
        package let points: Int?
        package let findings: [Finding]
    }

    package struct PageScore: Sendable {
        package let path: String
        package let location: SourceLocation?
        /// Of 100.
        package let score: Int
    }

    package struct Finding: Sendable {
        package let reason: Message
        /// The page; nil for the site.
        package let path: String?
        package let location: SourceLocation?
        package let isChoice: Bool
    }

    /// What a score is made of, before the checks over texts have said what they found.
    package struct Evidence: Sendable {
        private let pages: [PageResult]
        private let site: SiteUnderTest

        package init(_ pages: [PageResult], _ site: SiteUnderTest) {
            self.pages = pages
            self.site = site
        }

        package func report(_ findings: [SiteUnderTest.TextFinding]) -> ReadinessReport {
            var site = site
            site.textFindings = findings
            return ReadinessReport(pages, site)
        }
    }

    package let lines: [Line]
    /// The score of each page, in the order of the site.
    package let pages: [PageScore]
    /// Of 100.
    package let score: Int

    package init(_ pages: [PageResult], _ site: SiteUnderTest) {
        var lines = PageCriteria.all.enumerated().map { number, criterion in
            let known = pages.compactMap { $0.points[number] }
            let findings = pages.flatMap { page in
                page.reasons.filter { $0.criterion == number }.map {
                    Finding(reason: $0.reason, path: page.path, location: page.location, isChoice: false)
                }
            }
            return Line(
                id: criterion.id, title: criterion.title, weight: criterion.weight,
                points: known.isEmpty ? nil : known.reduce(0, +) / known.count, findings: findings)
        }
        for criterion in SiteCriteria.all {
            let verdict = criterion.judge(site)
            // What a host or crawlers are told is a matter of the settings.
            let ofSettings = PolicyCriteria.all + HostCriteria.all + ChoiceCriteria.all
            let place = ofSettings.contains { $0.id == criterion.id } ? "Content/site.yaml" : nil
            let finding = verdict.reason.map {
                Finding(
                    reason: $0, path: nil, location: place.map { SourceLocation(file: $0) }, isChoice: verdict.isChoice)
            }
            lines.append(
                Line(
                    id: criterion.id, title: criterion.title, weight: criterion.weight, points: verdict.points,
                    findings: [finding].compactMap { $0 }))
        }
        self.lines = lines
        self.pages = pages.map { PageScore(path: $0.path, location: $0.location, score: $0.score) }
        score = Self.score(lines.map { ($0.points, $0.weight) })
    }

    /// Judges one page.
    package static func judge(_ page: PageUnderTest, at location: SourceLocation?) -> PageResult {
        let verdicts = PageCriteria.all.map { $0.judge(page) }
        return PageResult(
            path: page.projections.path, location: location, points: verdicts.map(\.points),
            reasons: verdicts.enumerated().compactMap { number, verdict in verdict.reason.map { (number, $0) } })
    }

    static func score(_ parts: [(points: Int?, weight: Weight)]) -> Int {
        let known = parts.compactMap { part in part.points.map { (points: $0, weight: part.weight.rawValue) } }
        let all = known.reduce(0) { $0 + $1.weight }
        return all == 0 ? 100 : known.reduce(0) { $0 + $1.points * $1.weight } / (all * 10)
    }
}

/// Every criterion of pages, in the order of the report.
package enum PageCriteria {
    package static let all =
        MarkupCriteria.all + ShapeCriteria.all + TwinCriteria.all + StructuredDataCriteria.all + ContentCriteria.all
}

/// Every criterion of sites.
package enum SiteCriteria {
    package static let all =
        IndexCriteria.all + PolicyCriteria.all + HostCriteria.all + TextCriteria.all + ChoiceCriteria.all
}

extension Verdict {
    var points: Int? {
        switch self {
        case .pass: 1000
        case .warn: 500
        case .fail: 0
        case .choice, .notApplicable: nil
        }
    }

    var reason: Message? {
        switch self {
        case .pass, .notApplicable: nil
        case .warn(let reason), .fail(let reason), .choice(let reason): reason
        }
    }

    var isChoice: Bool { if case .choice = self { true } else { false } }
}
