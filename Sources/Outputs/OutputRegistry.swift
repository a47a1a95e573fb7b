import SiteModel

/// Every machine file, sorted by name.
package enum OutputRegistry {
    package static let siteFormats: [any SiteFormat.Type] = [
        CatalogCSV.self,
        CatalogChanges.self,
        CatalogHistory.self,
        CatalogJSON.self,
        Feeds.self,
        Headers.self,
        LLMs.self,
        LLMsFull.self,
        Redirects.self,
        Robots.self,
        Sitemap.self,
        SitemapMarkdown.self,
    ]

    /// The formats that the settings don't switch off.
    package static func wanted(_ view: SiteView) -> [any SiteFormat.Type] {
        siteFormats.filter { view.settings.wants(output: $0.name) }
    }
}
