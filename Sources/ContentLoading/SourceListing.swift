import Bytes
import SiteModel

/// What stands below one of the site's folders, looked at once.
package struct SourceListing: Sendable {
    package let folder: String
    /// In the order of the bytes of the paths.
    package let entries: [SiteFiles.Entry]
    /// Why the folder can't be listed.
    package let problem: SiteFiles.Problem?

    package init(of folder: String, _ files: SiteFiles, jobs: Int) async {
        self.folder = folder
        do {
            entries = try await files.entries(below: folder, jobs: jobs)
            problem = nil
        } catch {
            entries = []
            problem = error
        }
    }

    /// What the file system says of the files whose paths begin so.
    package func signatures(below prefix: String) -> [String: FileSignature] {
        var found: [String: FileSignature] = [:]
        for entry in entries where entry.path.utf8.starts(with: prefix.utf8) { found[entry.path] = entry.signature }
        return found
    }
}
