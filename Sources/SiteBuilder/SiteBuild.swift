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
        package let remains: Remains
    }

    /// What a build leaves in memory: a great many small blocks. A process that ends anyway need not free them one by one.
    package final class Remains: Sendable {
        private let loaded: SiteCheckup.Loaded
        private let rendering: SiteRendering

        init(_ loaded: SiteCheckup.Loaded, _ rendering: SiteRendering) {
            self.loaded = loaded
            self.rendering = rendering
        }

        /// Keeps everything until the process ends. Only for commands that build once.
        package func keepUntilExit() { _ = Unmanaged.passRetained(self) }
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
        // After a mistake nothing will be published: then pages are only rendered to find the other mistakes.
        let isPublishable = !diagnostics(loaded).contains { $0.severity == .error }
        let tree = OutputTree(path: output)
        let opened = isPublishable ? try tree.open() : nil
        let renderer = SiteRendering(loaded.site, loaded.theme, now: options.now)
        let remains = Remains(loaded, renderer)
        let rendering = await renderer.run(jobs: options.jobs, to: opened?.stage)
        let diagnostics = diagnostics(loaded, rendering.diagnostics)
        let pages = loaded.site.pages.count
        guard let opened else {
            return Result(pages: pages, published: nil, diagnostics: diagnostics, remains: remains)
        }
        guard !diagnostics.contains(where: { $0.severity == .error }) else {
            tree.discard(opened)
            return Result(pages: pages, published: nil, diagnostics: diagnostics, remains: remains)
        }
        do throws(OutputTree.Problem) {
            if let problem = rendering.problem { throw problem }
            try copy(loaded.site.staticFiles, to: opened.stage)
        } catch {
            tree.discard(opened)
            throw error
        }
        try tree.publish(opened)
        let files = rendering.files + loaded.site.staticFiles.count
        return Result(
            pages: pages, published: OutputTree.Summary(files: files), diagnostics: diagnostics, remains: remains)
    }

    private func diagnostics(_ loaded: SiteCheckup.Loaded, _ others: [Diagnostic] = []) -> [Diagnostic] {
        var collector = DiagnosticCollector()
        collector.add(contentsOf: loaded.diagnostics)
        collector.add(contentsOf: others)
        return CheckLevels.applied(to: collector.sorted(), loaded.site.settings, isStrict: options.isStrict)
    }

    private func copy(_ files: [StaticFile], to stage: OutputStage) throws(OutputTree.Problem) {
        for file in files {
            switch file.origin {
            case .bytes(let bytes): try stage.write(bytes, to: file.path)
            case .file(let source): try stage.copy(options.siteRoot + "/" + source, to: file.path)
            }
        }
    }
}
