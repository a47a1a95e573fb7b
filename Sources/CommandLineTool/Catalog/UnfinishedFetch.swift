import SiteModel

/// What a fetch wrote to the history before it was killed: its lines are there, the time of the fetch isn't.
struct UnfinishedFetch {
    private let events: [CatalogEvent]

    /// - Parameter finished: when the last whole fetch was; nil when there is no snapshot. A history that tells more than a
    ///   beginning had one once, and begins anew.
    init(in history: [CatalogEvent], after finished: Moment?) {
        if let finished {
            events = history.filter { finished < $0.at }
        } else {
            events = history.allSatisfy(\.isFirst) ? history : []
        }
    }

    /// The events of the next fetch that the history doesn't tell yet.
    func missing(of found: [CatalogEvent]) -> [CatalogEvent] {
        guard !events.isEmpty else { return found }
        let told = Set(events.map(Self.undated))
        return found.filter { !told.contains(Self.undated($0)) }
    }

    /// The same change at another time. That a source began with it is told by the first line.
    private static func undated(_ event: CatalogEvent) -> CatalogEvent {
        var event = event
        event.id = ""
        event.at = Moment(seconds: 0, zoneMinutes: 0)
        event.isFirst = false
        return event
    }
}
