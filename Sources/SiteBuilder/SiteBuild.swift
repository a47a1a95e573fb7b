import Bytes
import ContentLoading
package import Diagnostics
import Jinja
import Outputs
import SiteModel

/// Loads, checks, renders, and publishes when nothing is wrong.
package struct SiteBuild: Sendable {
    package struct Result: Sendable {
        package let pages: Int
        /// Nil when nothing was published.
        package let published: OutputTree.Summary?
        package let diagnostics: [Diagnostic]
    }

    let options: BuildOptions
    let output: String

    /// - Parameter output: the folder to publish to.
    package init(_ options: BuildOptions, output: String) {
        self.options = options
        self.output = output
    }

    package func run() async throws(OutputTree.Problem) -> Result {
        let loaded = await SiteCheckup(options).load()
        let rendering = await SiteRendering(loaded.site, loaded.theme, now: options.now).run(jobs: options.jobs)
        var collector = DiagnosticCollector()
        collector.add(contentsOf: loaded.diagnostics)
        collector.add(contentsOf: rendering.diagnostics)
        let diagnostics = CheckLevels.applied(
            to: collector.sorted(), loaded.site.settings, isStrict: options.isStrict)
        guard !diagnostics.contains(where: { $0.severity == .error }) else {
            return Result(pages: loaded.site.pages.count, published: nil, diagnostics: diagnostics)
        }
        let tree = OutputTree(path: output)
        let summary = try await tree.publish(
            rendering.files, copying: loaded.site.staticFiles, from: options.siteRoot, jobs: options.jobs)
        return Result(pages: loaded.site.pages.count, published: summary, diagnostics: diagnostics)
    }
}
