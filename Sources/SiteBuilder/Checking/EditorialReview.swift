package import Diagnostics
import SiteChecks
import SiteModel

/// What an editor would say of the texts of a built site, for whoever has time to wait for it.
package struct EditorialReview: Sendable {
    private let site: Site
    private let now: Moment

    init(_ site: Site, now: Moment) {
        self.site = site
        self.now = now
    }

    package var pageCount: Int { site.headers.count }

    /// - Returns: what a build does not say already, sorted, with the levels that settings give; nil when it was called off.
    package func mistakes(unless isCalledOff: () -> Bool) -> [Diagnostic]? {
        let said = Set(SiteCheckRegistry.asked(by: site.settings).map { $0.code.id })
        let checks = SiteCheckRegistry.wanted(by: site.settings).filter { !said.contains($0.code.id) }
        guard let found = SiteCheckRegistry.mistakes(checks, in: site, now: now, unless: isCalledOff) else {
            return nil
        }
        var collector = DiagnosticCollector()
        collector.add(contentsOf: found)
        return CheckLevels.applied(to: collector.sorted(), site.settings, isStrict: false)
    }
}
