import CTheme
package import ContentLoading
package import Diagnostics
import Outputs
package import Safety
import SiteModel

/// The files of a site's `Templates/`, or of the theme that ships with the program when the site has none.
package struct Theme: Sendable {
    /// Path below `Templates/` and the file, sorted by path; templates and phrases only.
    package let sources: [(path: String, file: SourceFile)]
    /// Path below `assets/` and the bytes that are published, sorted by path.
    package let assets: [(path: String, bytes: [UInt8])]
    package let diagnostics: [Diagnostic]

    private static let sizeLimit = 8 * 1024 * 1024

    /// - Parameter listing: of `Templates/`.
    package init(files: SiteFiles, listing: SourceListing, _ safety: SafetyScreen = SafetyScreen()) {
        var sources: [(path: String, file: SourceFile)] = []
        var assets: [(path: String, bytes: [UInt8])] = []
        var diagnostics: [Diagnostic] = []
        // A site without templates has those of the program; one whose templates can't be read has a mistake.
        if let problem = listing.problem, problem != .notThere {
            diagnostics.append(SourceReading.diagnostic(problem, listing.folder))
        }
        let entries = listing.entries
        for entry in entries {
            if let problem = entry.problem {
                diagnostics.append(SourceReading.diagnostic(problem, entry.path))
                continue
            }
            let path = String(entry.path.dropFirst("Templates/".count))
            if path.hasPrefix("assets/") {
                do {
                    let bytes = try files.read(entry.path, limit: Self.sizeLimit)
                    assets.append((String(path.dropFirst(7)), bytes))
                    if !bytes.prefix(8192).contains(0) { diagnostics += safety.screen(entry.path, bytes).diagnostics }
                } catch {
                    diagnostics.append(SourceReading.diagnostic(error, entry.path))
                }
            } else if path.hasSuffix(".html") || path.hasSuffix(".yaml") {
                let read = SourceReading.read(entry.path, from: files, limit: Self.sizeLimit, safety)
                diagnostics += read.diagnostics
                if let file = read.file {
                    sources.append((path, file))
                    if path.hasSuffix(".html") { diagnostics += HiddenText.mistakes(in: file) }
                }
            }
        }
        if entries.isEmpty {
            let built = Self.builtIn()
            sources = built.sources
            assets = built.assets
        }
        self.sources = sources
        self.assets = assets.map { (path: $0.path, bytes: AssetText.published($0.path, $0.bytes)) }
        self.diagnostics = diagnostics
    }

    /// The assets by the names that they have in this build.
    var named: [(variable: String, name: String, bytes: [UInt8])] {
        assets.map { (HashedName.variable($0.path), HashedName.of($0.path, $0.bytes), $0.bytes) }
    }

    /// What templates call the assets.
    var paths: SiteGlobals.Assets {
        let paths = named.map { (name: $0.variable, path: "/assets/" + $0.name) }
        return SiteGlobals.Assets(
            stylesheet: paths.first { $0.name == "site_css" }?.path ?? "",
            script: paths.first { $0.name == "site_js" }?.path, paths: paths)
    }

    /// The phrases by language code.
    package var phrases: [String: SourceFile] {
        var files: [String: SourceFile] = [:]
        for source in sources where source.path.hasPrefix("text/") && source.path.hasSuffix(".yaml") {
            files[String(source.path.dropFirst(5).dropLast(5))] = source.file
        }
        return files
    }

    /// The crawlers that robots.txt names: of a theme without a list, those of the program.
    var crawlers: SourceFile? {
        (sources.first { $0.path == CrawlerList.path } ?? Self.builtIn().sources.first { $0.path == CrawlerList.path })?
            .file
    }

    /// The templates by their path below `Templates/`.
    package var templates: [(path: String, file: SourceFile)] { sources.filter { $0.path.hasSuffix(".html") } }
}

extension Theme {
    private static func builtIn() -> (
        sources: [(path: String, file: SourceFile)], assets: [(path: String, bytes: [UInt8])]
    ) {
        var sources: [(path: String, file: SourceFile)] = []
        var assets: [(path: String, bytes: [UInt8])] = []
        for (path, bytes) in builtInFiles() {
            if path.hasPrefix("assets/") {
                assets.append((String(path.dropFirst(7)), bytes))
            } else {
                sources.append((path, SourceFile(path: "Templates/" + path, bytes: bytes)))
            }
        }
        return (sources, assets)
    }

    package static func builtInFiles() -> [(path: String, bytes: [UInt8])] {
        var files: [(path: String, bytes: [UInt8])] = []
        while let file = citable_theme_file_at(Int32(files.count)) {
            let bytes = UnsafeBufferPointer(start: file.pointee.bytes, count: file.pointee.length)
            files.append((String(cString: file.pointee.path), Array(bytes)))
        }
        return files
    }
}
