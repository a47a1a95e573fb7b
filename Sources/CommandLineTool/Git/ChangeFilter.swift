import Diagnostics
import SiteBuilder

/// Leaves of a report what a change brought about: what stands in files that it touched, and what was not said of the site before it,
/// such as a link to a page that it removed. What safety rules refuse stays in any case.
struct ChangeFilter {
    private let changed: Set<String>
    /// What was said of the site as it was, and how often.
    private let known: [Said: Int]

    /// What is said, wherever in the file it stands now.
    private struct Said: Hashable {
        let file: String?
        let code: String
        let message: String

        init(_ diagnostic: Diagnostic) {
            file = diagnostic.location?.file
            code = diagnostic.code.id
            message = diagnostic.message.english
        }
    }

    /// - Parameters:
    ///   - changed: paths inside the project.
    ///   - before: of the site as it was.
    init(changed: [String], before: [Diagnostic]) {
        self.changed = Set(changed)
        known = Dictionary(before.map { (Said($0), 1) }, uniquingKeysWith: +)
    }

    func kept(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
        var left = known
        return diagnostics.filter { diagnostic in
            let said = Said(diagnostic)
            let wasSaid = left[said, default: 0] > 0
            if wasSaid { left[said, default: 0] -= 1 }
            return !wasSaid || diagnostic.code.isSafetyRule || isTouched(diagnostic)
        }
    }

    private func isTouched(_ diagnostic: Diagnostic) -> Bool {
        let places = [diagnostic.location] + diagnostic.notes.map(\.location)
        return places.contains { $0.map { changed.contains($0.file) } ?? false }
    }

    /// - Parameter root: folder of the site.
    static func since(
        _ revision: String, root: String, _ options: BuildOptions
    ) async throws(GitRepository.Problem) -> ChangeFilter {
        let repository = try GitRepository(site: root, since: revision)
        let changed = try repository.changedFiles()
        guard let folder = TemporaryFolder() else { throw .failed("checkout-index") }
        var old = options
        old.siteRoot = try repository.writeBase(to: folder.path)
        old.progress = nil
        let before = await SiteCheckup(old).run()
        return ChangeFilter(changed: changed, before: before.diagnostics)
    }
}
