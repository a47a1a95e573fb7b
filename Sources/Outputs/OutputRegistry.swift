/// Every machine file, sorted by name.
package enum OutputRegistry {
    package static let siteFormats: [any SiteFormat.Type] = [
        FileIndex.self,
        Caddy.self,
        CatalogJSON.self,
        CatalogChanges.self,
        CatalogChangesJSON.self,
        CatalogCSV.self,
        CatalogHistory.self,
        EdgeFunctions.self,
        Feeds.self,
        Headers.self,
        IndexNowKey.self,
        LLMs.self,
        LLMsFull.self,
        Nginx.self,
        OpenSearch.self,
        Redirects.self,
        Robots.self,
        Search.self,
        SearchPairs.self,
        SecurityText.self,
        Sitemap.self,
        SitemapMarkdown.self,
        WebManifest.self,
    ]

    /// Whether a format of this name exists, so that pages only point at files that are written.
    static func has(_ name: String) -> Bool { siteFormats.contains { $0.name == name } }
}
