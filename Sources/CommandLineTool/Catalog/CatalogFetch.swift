import ContentLoading
import Diagnostics
import Gateway
import Glibc
import SiteBuilder
import SiteModel

/// `citable catalog fetch`: the gateways' catalogs to dated snapshots in `Content/catalog/`.
struct CatalogFetch {
    private let invocation: Invocation
    private let root: String
    private let settings: CatalogSettings
    private let now: Moment
    /// Whether stdout is for the changes.
    private let ownsOutput: Bool

    static func run(_ invocation: Invocation) -> ExitCode {
        guard let root = SiteLocation.find(invocation), let options = Check.options(root, invocation) else {
            return .usage
        }
        let read = SettingsLoader(files: SiteFiles(root: root)).settings()
        if read.diagnostics.contains(where: { $0.severity == .error }) {
            invocation.terminal.report(read.diagnostics, in: invocation.language)
            return .usage
        }
        guard let settings = read.settings.catalog else {
            invocation.terminal.complain(
                Message(en: "Content/site.yaml has no ‘catalog’", zh: "Content/site.yaml 中没有 catalog"),
                in: invocation.language)
            return .usage
        }
        return CatalogFetch(invocation, root: root, settings: settings, now: options.now, ownsOutput: true).run()
    }

    /// For a build: fetches the sources that have an address, and says what went wrong; the last good snapshots serve then.
    /// - Parameter ownsOutput: false when the build prints a report for programs.
    static func refresh(_ invocation: Invocation, root: String, now: Moment, ownsOutput: Bool) {
        let read = SettingsLoader(files: SiteFiles(root: root)).settings()
        // The build says what is wrong with the settings; a site without a catalog is none of a pipeline's mistakes.
        guard var settings = read.settings.catalog, !read.diagnostics.contains(where: { $0.severity == .error }) else {
            return
        }
        settings.sources = settings.sources.filter { $0.url != nil }
        guard !settings.sources.isEmpty || settings.status != nil else {
            return invocation.terminal.complain(
                Message(
                    en: "nothing to fetch: no source in ‘catalog’ of Content/site.yaml has a ‘url’",
                    zh: "没有可抓取的内容：Content/site.yaml 的 catalog 中没有带 url 的来源"), in: invocation.language)
        }
        _ = CatalogFetch(invocation, root: root, settings: settings, now: now, ownsOutput: ownsOutput).run()
    }

    private init(
        _ invocation: Invocation, root: String, settings: CatalogSettings, now: Moment, ownsOutput: Bool
    ) {
        self.invocation = invocation
        self.ownsOutput = ownsOutput
        self.root = root
        self.settings = settings
        // Times in snapshots are in UTC.
        self.now = Moment(seconds: now.seconds, zoneMinutes: 0)
    }

    private func run() -> ExitCode {
        var sources = settings.sources
        let values = invocation.arguments.values
        if let id = values["--source"] {
            sources = sources.filter { $0.id == id }
            if sources.isEmpty, !(id == StatusPageFetch.name && settings.status != nil) {
                let names = settings.sources.map(\.id) + (settings.status == nil ? [] : [StatusPageFetch.name])
                let known = names.joined(separator: ", ")
                return misuse(Message(en: "no source ‘\(id)’; there are \(known)", zh: "没有来源“\(id)”；现有 \(known)"))
            }
        }
        if let name = values["--adapter"], name != CatalogReply.automatic, GatewayRegistry.adapter(named: name) == nil {
            let hint = NearName.hint(for: name, among: GatewayRegistry.all.map { $0.name })
            let more = hint.map { "; " + $0.text(in: invocation.language) } ?? ""
            return misuse(Message(en: "no adapter ‘\(name)’\(more)", zh: "没有适配器“\(name)”\(more)"))
        }
        if values["--from-file"] != nil, sources.count != 1 {
            return misuse(Message(en: "--from-file needs --source", zh: "--from-file 需要同时指定 --source"))
        }
        // Who writes nothing is in nobody's way.
        let lock = isDryRun ? nil : FetchLock(root: root)
        guard isDryRun || lock != nil else {
            invocation.terminal.complain(
                Message(en: "another fetch is under way; try again when it is done", zh: "另一个抓取正在进行；请等它结束后再试"),
                in: invocation.language)
            return .locked
        }
        defer { lock?.unlock() }
        return fetch(sources)
    }

    private func fetch(_ sources: [CatalogSettings.Source]) -> ExitCode {
        let values = invocation.arguments.values
        var exitCode = ExitCode.fine
        for source in sources {
            let result = fetch(source)
            if exitCode == .fine { exitCode = result }
        }
        let wantsStatus = values["--from-file"] == nil && values["--source"].map { $0 == StatusPageFetch.name } ?? true
        if wantsStatus, let status = settings.status {
            let result = StatusPageFetch(invocation, root: root, now: now).run(status)
            if exitCode == .fine { exitCode = result }
        }
        return exitCode
    }

    private var isDryRun: Bool { invocation.arguments.flags.contains("--dry-run") }

    private func misuse(_ message: Message) -> ExitCode {
        invocation.terminal.complain(message, in: invocation.language)
        return .usage
    }
}

extension CatalogFetch {
    private func fetch(_ source: CatalogSettings.Source) -> ExitCode {
        let folder = CatalogFolder(root: root, source: source.id)
        if !isDryRun { folder.finishInterrupted() }
        let known = folder.state()
        let accepts = invocation.arguments.flags.contains("--accept")
        if !known.diagnostics.isEmpty, !accepts {
            invocation.terminal.report(known.diagnostics, in: invocation.language)
            say(
                source,
                Message(
                    en: "the last snapshot is damaged; restore it, or begin anew with --accept",
                    zh: "上一份快照已损坏；请恢复它，或用 --accept 重新开始"))
            return .mistakes
        }
        let supply = CatalogSupply(source, invocation)
        do throws(CatalogSupply.Problem) {
            let got = try supply.catalog(known.state)
            guard let content = got.content else { return keep(source, folder, got.notes) }
            let update = SnapshotUpdate(
                content, of: source, url: got.notes.url,
                previous: known.state.map { ($0.snapshot, $0.fetchedAt) }, now: now,
                written: WrittenModelPages.models(in: SiteFiles(root: root)))
            if let key = supply.key, key.isIn(update.snapshot.lockFile()) {
                throw CatalogSupply.Problem(
                    exitCode: .mistakes,
                    message: Message(en: "the reply repeats the key; nothing of it is kept", zh: "回复中含有密钥，未保存任何内容"))
            }
            return finish(update, got.notes, source, folder, known.state, accepts: accepts)
        } catch {
            invocation.terminal.report(error.diagnostics, in: invocation.language)
            if let message = error.message { say(source, message) }
            sayWhatIsKept(source, known.state)
            return error.exitCode
        }
    }

    private func finish(
        _ update: SnapshotUpdate, _ got: GatewayFetch.Notes, _ source: CatalogSettings.Source,
        _ folder: CatalogFolder, _ state: CatalogFolder.State?, accepts: Bool
    ) -> ExitCode {
        let removed = update.events.filter { $0.event == .removed }.map(\.model)
        let references = ContentMentions(root: root).mentioned(of: removed)
        let refusals = CatalogGate(settings.gate, references: references).refusals(of: update)
        if !refusals.isEmpty { report(refusals, source) }
        if !refusals.isEmpty, !accepts {
            sayWhatIsKept(source, state)
            return .refused
        }
        let lines = update.events.map(CatalogEventLines.line).joined()
        if ownsOutput { invocation.terminal.result(lines) } else { invocation.terminal.message(lines) }
        if !isDryRun {
            do throws(CatalogFolder.Failure) {
                try folder.write(update, over: state, meta: meta(source, got))
            } catch {
                return complain(source, error)
            }
        }
        let (models, changes) = (update.snapshot.models.count, update.events.count)
        let place = got.url
        say(
            source,
            isDryRun
                ? Message(
                    en: "\(place): \(models) models, \(changes) changes; nothing was written",
                    zh: "\(place)：\(models) 个模型，\(changes) 处变化；没有写入任何文件")
                : Message(
                    en: "\(place): \(models) models, \(changes) changes", zh: "\(place)：\(models) 个模型，\(changes) 处变化"))
        return .fine
    }

    /// The gateway says that the snapshot is still right: only the time of the fetch is new.
    private func keep(
        _ source: CatalogSettings.Source, _ folder: CatalogFolder, _ notes: GatewayFetch.Notes
    ) -> ExitCode {
        if !isDryRun {
            do throws(CatalogFolder.Failure) {
                try folder.write(meta: meta(source, notes))
            } catch {
                return complain(source, error)
            }
        }
        say(source, Message(en: "\(notes.url): not modified, 0 changes", zh: "\(notes.url)：没有变化"))
        return .fine
    }

    private func complain(_ source: CatalogSettings.Source, _ failure: CatalogFolder.Failure) -> ExitCode {
        say(source, CatalogFolder.message(of: failure))
        return .inputOutput
    }

    /// What says nothing of the catalog itself, so that a fetch without change touches only this file.
    private func meta(_ source: CatalogSettings.Source, _ got: GatewayFetch.Notes) -> [UInt8] {
        var json = IndentedJSON()
        json.object { json in
            json.member("fetched_at", now.dateTime)
            json.member("source", source.id)
            json.member("etag", ifAny: got.etag)
            json.member("last_modified", ifAny: got.lastModified)
            json.member("date", ifAny: got.date)
        }
        return json.file
    }

    private func report(_ refusals: [CatalogGate.Refusal], _ source: CatalogSettings.Source) {
        say(
            source,
            Message(
                en: "\(refusals.count) changes need consent; --accept takes them",
                zh: "\(refusals.count) 处变化需要确认；--accept 表示接受"
            ))
        for refusal in refusals {
            var parts = [refusal.model ?? source.id]
            if let meter = refusal.meter { parts.append(meter) }
            if refusal.old != nil || refusal.new != nil {
                parts.append("\(refusal.old ?? "–") → \(refusal.new ?? "–")")
            }
            parts.append(refusal.reason.text(in: invocation.language))
            invocation.terminal.message("  " + parts.joined(separator: "  ") + "\n")
        }
    }

    private func sayWhatIsKept(_ source: CatalogSettings.Source, _ state: CatalogFolder.State?) {
        guard let state else { return }
        let hours = max(0, now.seconds - state.fetchedAt.seconds) / 3600
        let age = hours < 48 ? ("\(hours) h", "\(hours) 小时") : ("\(hours / 24) days", "\(hours / 24) 天")
        say(
            source,
            Message(
                en: "the snapshot of \(state.fetchedAt.dateTime) is kept; it is \(age.0) old",
                zh: "保留 \(state.fetchedAt.dateTime) 的快照，距今 \(age.1)"))
    }

    private func say(_ source: CatalogSettings.Source, _ message: Message) {
        invocation.terminal.complain(
            Message(en: "\(source.id): \(message.english)", zh: "\(source.id)：\(message.chinese)"),
            in: invocation.language)
    }
}
