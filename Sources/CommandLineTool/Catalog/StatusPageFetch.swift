import Diagnostics
import Gateway
import SiteModel

/// The part of `citable catalog fetch` that reads the status page into a record of its own.
struct StatusPageFetch {
    /// What `--source` calls it.
    static let name = "status"

    private let invocation: Invocation
    private let root: String
    private let now: Moment

    init(_ invocation: Invocation, root: String, now: Moment) {
        self.invocation = invocation
        self.root = root
        self.now = now
    }

    /// Whatever happens, the price snapshots are not touched; on a failure the last record isn't either.
    func run(_ settings: CatalogSettings.StatusPage) -> ExitCode {
        guard let base = GatewayAddress(settings.url) else { return .usage }
        let fetch = StatusFetch(settings, at: base, userAgent: "citable/" + Version.number, world: .real)
        let read: (snapshot: UptimeSnapshot?, diagnostics: [Diagnostic])
        do throws(GatewayClient.Failure) {
            read = try fetch.run(now: now)
        } catch {
            say(error.message)
            return error.isRule ? .refused : .inputOutput
        }
        guard let snapshot = read.snapshot else {
            invocation.terminal.report(read.diagnostics, in: invocation.language)
            return .mistakes
        }
        let isDryRun = invocation.arguments.flags.contains("--dry-run")
        if !isDryRun {
            do throws(CatalogFolder.Failure) {
                try CatalogFolder(root: root, source: Self.name).write(status: snapshot)
            } catch {
                say(CatalogFolder.message(of: error))
                return .inputOutput
            }
        }
        let (url, count) = (snapshot.url, snapshot.monitors.count)
        say(
            isDryRun
                ? Message(en: "\(url): \(count) monitors; nothing was written", zh: "\(url)：\(count) 个监控项；没有写入任何文件")
                : Message(en: "\(url): \(count) monitors", zh: "\(url)：\(count) 个监控项"))
        return .fine
    }

    private func say(_ message: Message) {
        invocation.terminal.complain(
            Message(en: "\(Self.name): \(message.english)", zh: "\(Self.name)：\(message.chinese)"),
            in: invocation.language)
    }
}
