import ContentLoading
import Diagnostics
import Glibc
import Jinja

/// A template on disk with all that it names: looked for beside it, then in `Templates/`.
struct TemplateFolder: Sendable {
    /// The name of the template among its neighbours.
    let entry: String
    /// What to look in, the nearest first; each ends with a slash or is empty.
    private let folders: [String]

    private static let sizeLimit = 8 * 1024 * 1024

    /// - Parameters:
    ///   - path: the template's.
    ///   - site: the folder of the site, when there is one.
    init(_ path: String, site: String?) {
        let segments = path.split(separator: "/", omittingEmptySubsequences: false)
        entry = String(segments.last ?? "")
        let own = segments.dropLast()
        var folders = [own.map { $0 + "/" }.joined()]
        if let last = own.lastIndex(of: "Templates") {
            folders.append(own[...last].map { $0 + "/" }.joined())
        } else if let depth = Self.depthInTemplates {
            folders.append(String(repeating: "../", count: depth))
        } else if let site {
            folders.append(site + "/Templates/")
        }
        self.folders = folders
    }

    /// - Parameter bytes: of the template itself.
    func library(_ bytes: [UInt8]) -> (library: TemplateLibrary, diagnostics: [Diagnostic]) {
        var diagnostics: [Diagnostic] = []
        var files = [(entry, text(folders[0] + entry, bytes, &diagnostics))]
        var asked: Set<String> = [entry]
        while true {
            let library = TemplateLibrary(named: files, allowsSafe: true)
            let wanted = library.missingNames.filter { asked.insert($0).inserted }
            let found = wanted.compactMap { name in read(name, &diagnostics).map { (name, $0) } }
            guard !found.isEmpty else { return (library, diagnostics) }
            files += found
        }
    }

    /// How many folders the working folder is below the nearest one called `Templates`.
    private static var depthInTemplates: Int? {
        guard let working = getcwd(nil, 0) else { return nil }
        defer { free(working) }
        let segments = String(cString: working).split(separator: "/")
        return segments.lastIndex(of: "Templates").map { segments.count - 1 - $0 }
    }

    private func text(_ path: String, _ bytes: [UInt8], _ diagnostics: inout [Diagnostic]) -> SourceFile {
        let source = SourceText.file(path, bytes)
        diagnostics += source.diagnostics
        return source.file
    }

    /// A name stays below its folder.
    private func read(_ name: String, _ diagnostics: inout [Diagnostic]) -> SourceFile? {
        let segments = name.split(separator: "/", omittingEmptySubsequences: false)
        guard !segments.contains(where: { $0.isEmpty || $0 == "." || $0 == ".." }) else { return nil }
        for folder in folders {
            let files = SiteFiles(root: folder.isEmpty ? "." : folder)
            do throws(SiteFiles.Problem) {
                return text(folder + name, try files.read(name, limit: Self.sizeLimit), &diagnostics)
            } catch {
                guard error != .notThere else { continue }
                diagnostics.append(SourceReading.diagnostic(error, folder + name))
                return nil
            }
        }
        return nil
    }
}
