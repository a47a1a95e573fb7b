import Bytes
package import Diagnostics
package import SiteModel

/// Snapshots, histories and the overlay of `Content/catalog/` to the site's `Catalog`.
package enum CatalogLoader {
    /// - Parameters:
    ///   - settings: the sources, in the order that decides which of two models with one id is meant.
    ///   - files: gives the file of a path inside the project, such as `Content/catalog/main.lock.json`; nil when there is none.
    ///   - now: decides whether prices are confirmed.
    /// - Returns: nil when no source has a sound snapshot.
    package static func load(
        settings: CatalogSettings, files: (String) -> SourceFile?, now: Moment
    ) -> (catalog: Catalog?, diagnostics: [Diagnostic]) {
        let loaded = settings.sources.map { load($0, settings, files, now) }
        var diagnostics = loaded.flatMap(\.diagnostics)
        diagnostics += settings.rates.compactMap { stale($0, settings, now) }
        let sound = loaded.compactMap(\.part)
        var models = distinctSlugs(sound.flatMap(\.models))
        if let file = files(folder + "overlay.yaml") {
            let overlay = CatalogOverlay(file)
            diagnostics += overlay.diagnostics + overlay.unknownModels(among: models)
            models = overlay.applied(to: models)
        }
        guard !sound.isEmpty else { return (nil, diagnostics) }
        var uptime: UptimeSnapshot?
        if settings.status != nil {
            let read = UptimeReading.read(files(UptimeSnapshot.path))
            diagnostics += read.diagnostics
            uptime = read.snapshot
        }
        let shown = Set(models.map { [$0.source, $0.id] })
        let events = sound.flatMap(\.events).filter { shown.contains([$0.source, $0.model]) }
        let catalog = Catalog(
            sources: sound.map(\.source), models: models, isConfirmed: sound.allSatisfy(\.isFresh),
            events: events.sorted(by: CatalogEvent.precedes), uptime: uptime)
        return (catalog, diagnostics)
    }

    private static let folder = "Content/catalog/"
}

extension CatalogLoader {
    /// What one source gives.
    private struct Part {
        let source: Catalog.Source
        let models: [ModelOffer]
        let events: [CatalogEvent]
        let isFresh: Bool
    }

    private static func load(
        _ source: CatalogSettings.Source, _ settings: CatalogSettings, _ files: (String) -> SourceFile?, _ now: Moment
    ) -> (part: Part?, diagnostics: [Diagnostic]) {
        let lockPath = folder + source.id + ".lock.json"
        guard let lockFile = files(lockPath) else { return (nil, [missing(source.id, lockPath)]) }
        let lock = CatalogSnapshot.read(lockFile, source: source.id)
        let meta = SnapshotMeta.read(files(folder + source.id + ".meta.json"), source: source.id, folder: folder)
        let history = files("\(folder)history/\(source.id).jsonl").map { HistoryReading.read($0, source: source.id) }
        let diagnostics = lock.diagnostics + meta.diagnostics + (history?.diagnostics ?? [])
        guard diagnostics.isEmpty, let snapshot = lock.snapshot, let fetchedAt = meta.fetchedAt else {
            return (nil, diagnostics)
        }
        let days = (now.seconds - fetchedAt.seconds) / 86_400
        let isFresh = now.seconds - fetchedAt.seconds <= settings.maxAgeDays * 86_400
        let part = Part(
            source: Catalog.Source(id: source.id, adapter: snapshot.adapter, fetchedAt: fetchedAt),
            models: sorted(snapshot.models + snapshot.withdrawn), events: history?.events ?? [], isFresh: isFresh)
        return (part, isFresh ? [] : [stale(source.id, days, settings, meta.place)])
    }

    private static func sorted(_ models: [ModelOffer]) -> [ModelOffer] {
        models.sorted { $0.id.precedesByBytes($1.id) }
    }

    /// The first source keeps its slugs; a later one that collides gets `-<source>`, and should that be taken too, six
    /// digits of the id's SHA-256. The names of the price page, the status page and the hub's file are taken before. Source: the catalog
    /// contract, section 3.
    private static func distinctSlugs(_ models: [ModelOffer]) -> [ModelOffer] {
        var taken: Set<String> = ["index", "prices", "status"]
        return models.map { offer in
            var offer = offer
            if taken.contains(offer.slug) { offer.slug += "-" + offer.source }
            if taken.contains(offer.slug) { offer.slug += "-" + SHA256.hexadecimal(of: Array(offer.id.utf8)).prefix(6) }
            taken.insert(offer.slug)
            return offer
        }
    }

    private static func missing(_ source: String, _ path: String) -> Diagnostic {
        Diagnostic(
            .missingSnapshot, at: SourceLocation(file: path),
            Message(en: "the source ‘\(source)’ has no snapshot", zh: "来源“\(source)”还没有快照"),
            hint: Message(
                en: "run ‘citable catalog fetch --source \(source)’", zh: "请运行 citable catalog fetch --source \(source)"
            ))
    }

    private static func stale(_ rate: ExchangeRate, _ settings: CatalogSettings, _ now: Moment) -> Diagnostic? {
        let days = (now.seconds - rate.asOf.seconds) / 86_400
        guard days > settings.maxAgeDays else { return nil }
        return Diagnostic(
            .staleRate, at: rate.place,
            Message(
                en:
                    "the rate of \(rate.base) in \(rate.target) is \(days) days old, and max_age_days is \(settings.maxAgeDays)",
                zh: "\(rate.base) 兑 \(rate.target) 的汇率已有 \(days) 天，超过 max_age_days（\(settings.maxAgeDays)）"))
    }

    private static func stale(
        _ source: String, _ days: Int, _ settings: CatalogSettings, _ place: SourceLocation?
    ) -> Diagnostic {
        Diagnostic(
            .staleCatalog, at: place,
            Message(
                en: "the snapshot of ‘\(source)’ is \(days) days old, and max_age_days is \(settings.maxAgeDays):"
                    + " its prices are marked as not confirmed",
                zh: "来源“\(source)”的快照已有 \(days) 天，超过 max_age_days（\(settings.maxAgeDays)）：价格会标为未确认"),
            hint: Message(en: "run ‘citable catalog fetch’", zh: "请运行 citable catalog fetch"))
    }
}
