/// Every machine file, sorted by name.
package enum OutputRegistry {
    package static let siteFormats: [any SiteFormat.Type] = [
        Caddy.self,
        CatalogJSON.self,
        CatalogChanges.self,
        CatalogChangesJSON.self,
        CatalogCSV.self,
        CatalogHistory.self,
        Feeds.self,
        Headers.self,
        LLMs.self,
        LLMsFull.self,
        Nginx.self,
        Redirects.self,
        Robots.self,
        Sitemap.self,
        SitemapMarkdown.self,
    ]

    /// Whether a format of this name exists, so that pages only point at files that are written.
    static func has(_ name: String) -> Bool { siteFormats.contains { $0.name == name } }
}
