import Bytes
import ContentLoading
package import Diagnostics
import Jinja
import Outputs
package import Readiness
import SiteChecks
package import SiteModel

/// Loads a site and says everything that is wrong with it. Writes nothing.
package struct SiteCheckup: Sendable {
    package struct Result: Sendable {
        package let site: Site
        /// Sorted, with the levels that settings give.
        package let diagnostics: [Diagnostic]
        /// Nil when the sources are wrong: what is made of them is not worth a score.
        package let readiness: ReadinessReport?
    }

    let options: BuildOptions

    package init(_ options: BuildOptions) { self.options = options }

    /// - Parameters:
    ///   - readsBack: whether finished files are compared and scored as well.
    ///   - asEditor: whether texts are judged as an editor would.
    ///   - tellsEachPlace: whether what stands on a page many times is told for each place, and not once with a count.
    package func run(
        readsBack: Bool = true, asEditor: Bool = true, tellsEachPlace: Bool = false
    ) async -> Result {
        var options = options
        options.verifies = readsBack
        options.judgesReadiness = readsBack
        let loaded = await LoadedSite.load(await SiteSources(options), options)
        let run = await RenderRun(loaded, options, since: nil).run(to: nil)
        var collector = DiagnosticCollector()
        collector.add(contentsOf: loaded.diagnostics)
        collector.add(contentsOf: run.diagnostics)
        let isSound = !collector.sorted().contains { CheckLevels.isGrave($0, loaded.site.settings) }
        let checks = asEditor ? SiteCheckRegistry.wanted(by: loaded.site.settings) : []
        let ofTexts = await SiteCheckRegistry.mistakes(
            checks, in: loaded.site, now: options.now, tellsEachPlace: tellsEachPlace, jobs: options.jobs)
        let readiness = isSound ? run.readiness?.report(Self.findings(run.diagnostics + ofTexts)) : nil
        collector.add(contentsOf: readiness?.diagnostics(budget: loaded.site.settings.machines.readinessBudget) ?? [])
        collector.add(contentsOf: PublishedState.mistakes(in: loaded.site, options))
        collector.add(contentsOf: ofTexts)
        return Result(
            site: loaded.site,
            diagnostics: CheckLevels.applied(
                to: collector.sorted(), loaded.site.settings, isStrict: options.isStrict), readiness: readiness)
    }

    private static func findings(_ diagnostics: [Diagnostic]) -> [SiteUnderTest.TextFinding] {
        diagnostics.map { SiteUnderTest.TextFinding(code: $0.code.id, file: $0.location?.file) }
    }

    /// The site, with what is wrong with its sources: no page is rendered.
    package func sources() async -> (site: Site, diagnostics: [Diagnostic]) {
        let loaded = await LoadedSite.load(SiteSources(options), options)
        var collector = DiagnosticCollector()
        collector.add(contentsOf: loaded.diagnostics)
        return (
            loaded.site,
            CheckLevels.applied(to: collector.sorted(), loaded.site.settings, isStrict: options.isStrict)
        )
    }

    /// The site alone, whatever is wrong with it.
    package func site() async -> Site { await LoadedSite.load(await SiteSources(options), options).site }
}
