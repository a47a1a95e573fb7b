/// Every machine file, sorted by name.
package enum OutputRegistry {
    package static let siteFormats: [any SiteFormat.Type] = [
        CatalogCSV.self,
        CatalogChanges.self,
        CatalogHistory.self,
        CatalogJSON.self,
        LLMsText.self,
        LLMsFullText.self,
        RobotsText.self,
        Sitemap.self,
    ]
}
