import ContentLoading
import Diagnostics
import Gateway
import SiteModel

/// `citable catalog diff [OLD NEW]`: what changed between two lock files, or at the last fetch that changed something.
enum CatalogDiff {
    static func run(_ paths: [String], _ invocation: Invocation) -> ExitCode {
        let read = paths.isEmpty ? lastEvents(invocation) : events(between: paths, invocation)
        guard let events = read.events else { return read.exitCode }
        let isJSON = invocation.arguments.values["--format"] == "json"
        invocation.terminal.result(
            isJSON ? CatalogEventLines.json(events) : events.map(CatalogEventLines.line).joined())
        return .fine
    }

    private static func events(
        between paths: [String], _ invocation: Invocation
    ) -> (events: [CatalogEvent]?, exitCode: ExitCode) {
        var snapshots: [CatalogSnapshot] = []
        for path in paths {
            do throws(InputFile.Problem) {
                let file = SourceFile(path: path, bytes: try InputFile.read(path))
                let read = CatalogSnapshot.read(file, source: nil)
                guard let snapshot = read.snapshot, read.diagnostics.isEmpty else {
                    invocation.terminal.report(read.diagnostics, in: invocation.language)
                    return (nil, .mistakes)
                }
                snapshots.append(snapshot)
            } catch {
                invocation.terminal.complain(error.message, in: invocation.language)
                return (nil, error.exitCode)
            }
        }
        // A lock file doesn't say when it was fetched; the newest change of a model is the nearest.
        return (CatalogComparison.events(from: snapshots[0], to: snapshots[1], at: snapshots[1].newestDate), .fine)
    }

    private static func lastEvents(_ invocation: Invocation) -> (events: [CatalogEvent]?, exitCode: ExitCode) {
        guard let root = SiteLocation.find(invocation) else { return (nil, .usage) }
        let settings = SettingsLoader(files: SiteFiles(root: root)).settings().settings
        var events: [CatalogEvent] = []
        for source in settings.catalog?.sources ?? [] {
            if let wanted = invocation.arguments.values["--source"], wanted != source.id { continue }
            let read = CatalogFolder(root: root, source: source.id).history()
            guard read.diagnostics.isEmpty else {
                invocation.terminal.report(read.diagnostics, in: invocation.language)
                return (nil, .mistakes)
            }
            events += read.events
        }
        let last = events.map(\.at).max()
        return (events.filter { $0.at == last }.sorted(by: CatalogEvent.precedes), .fine)
    }
}
