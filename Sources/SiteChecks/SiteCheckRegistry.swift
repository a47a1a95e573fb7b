package import Diagnostics
import Parallel
package import SiteModel

/// The editorial checks, sorted by type. `citable check` runs all of them; a build runs those that the settings give a level.
package enum SiteCheckRegistry {
    package static let all: [any SiteCheck.Type] = [
        AnswerLength.self, AnswerOpening.self, AnswerSubject.self, BoilerplateText.self, ConflictingTerm.self,
        DescriptionCollision.self, DuplicateText.self, HalfWidthPunctuation.self, HeadingJump.self,
        MachineAddressedText.self, MissingAlternative.self, OrphanPage.self, OutdatedTranslation.self,
        QuestionRestated.self, ReviewDue.self, TitleCollision.self, UnlinkedMention.self, UnmarkedLanguage.self,
        UnsourcedClaims.self,
    ]

    /// The checks that a build runs: those that the settings name with a level.
    package static func asked(by settings: SiteSettings) -> [any SiteCheck.Type] {
        all.filter { settings.checkLevels[$0.code.id].map { $0 != .off } ?? false }
    }

    /// The checks that are not turned off.
    package static func wanted(by settings: SiteSettings) -> [any SiteCheck.Type] {
        all.filter { settings.checkLevels[$0.code.id] != .off }
    }

    /// From which seconds on a build's checks say something else; what they say otherwise depends on the sources alone.
    package static func moments(in site: Site) -> [Int] {
        let asksForReview = asked(by: site.settings).contains { $0.code == ReviewDue.code }
        return asksForReview ? ReviewDue.moments(in: site) : []
    }

    /// What some checks say of a site.
    /// - Parameter tellsEachPlace: whether what stands on a page many times is told for each place, and not once with a count.
    package static func mistakes(
        _ checks: [any SiteCheck.Type], in site: Site, now: Moment, tellsEachPlace: Bool = false, jobs: Int
    ) async -> [Diagnostic] {
        guard !checks.isEmpty else { return [] }
        let ground = CheckGround(site: site, now: now, tellsEachPlace: tellsEachPlace)
        let checked = await CheckedSite(ground, ofPages(checks), jobs: jobs)
        let ofSite = ofSites(checks)
        let found = await ParallelWork(jobs: jobs, chunk: 1).results(of: ofSite.count) { range in
            range.flatMap { ofSite[$0].mistakes(in: checked) }
        }
        return checked.ofPages + found.flatMap { $0 }
    }

    /// The same on the caller's thread alone; nil when it was called off.
    package static func mistakes(
        _ checks: [any SiteCheck.Type], in site: Site, now: Moment, unless isCalledOff: () -> Bool
    ) -> [Diagnostic]? {
        let ground = CheckGround(site: site, now: now, tellsEachPlace: false)
        guard let checked = CheckedSite(ground, ofPages(checks), unless: isCalledOff) else { return nil }
        var found = checked.ofPages
        for check in ofSites(checks) {
            if isCalledOff() { return nil }
            found += check.mistakes(in: checked)
        }
        return found
    }

    private static func ofPages(_ checks: [any SiteCheck.Type]) -> [any PageCheck.Type] {
        checks.compactMap { $0 as? any PageCheck.Type }
    }

    private static func ofSites(_ checks: [any SiteCheck.Type]) -> [any WholeSiteCheck.Type] {
        checks.compactMap { $0 as? any WholeSiteCheck.Type }
    }
}
