package import Diagnostics
package import SiteModel

/// Fetches a status page under the same rules as a gateway: one origin, permitted addresses, few attempts, an end in time.
package struct StatusFetch {
    private let settings: CatalogSettings.StatusPage
    private let client: GatewayClient
    private let base: GatewayAddress

    /// No key is ever sent: status pages are public.
    package init(
        _ settings: CatalogSettings.StatusPage, at base: GatewayAddress, userAgent: String, world: GatewayClient.World
    ) {
        self.settings = settings
        self.base = base
        var source = CatalogSettings.Source(id: "status", adapter: "uptime-kuma", url: settings.url)
        source.timeout = settings.timeout
        source.allowsLoopback = settings.allowsLoopback
        source.allowsPrivate = settings.allowsPrivate
        client = GatewayClient(source, key: nil, userAgent: userAgent, world: world)
    }

    /// The record, or what was wrong with the replies.
    package func run(now: Moment) throws(GatewayClient.Failure) -> (
        snapshot: UptimeSnapshot?, diagnostics: [Diagnostic]
    ) {
        let page = try file(UptimeKuma.path(of: settings.page))
        let heartbeats = try file(UptimeKuma.heartbeatPath(of: settings.page))
        let read = UptimeKuma.read(page: page, heartbeats: heartbeats)
        let url = base.adding(UptimeKuma.livePath(of: settings.page), query: "").text
        return (read.monitors.map { UptimeSnapshot(fetchedAt: now, url: url, monitors: $0) }, read.diagnostics)
    }

    private func file(_ path: String) throws(GatewayClient.Failure) -> SourceFile {
        let address = base.adding(path, query: "")
        return SourceFile(path: address.text, bytes: try client.get(address).body)
    }
}
