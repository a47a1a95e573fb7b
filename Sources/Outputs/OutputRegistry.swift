/// Every machine file, sorted by name.
package enum OutputRegistry {
    package static let siteFormats: [any SiteFormat.Type] = [
        LLMsText.self,
        LLMsFullText.self,
        RobotsText.self,
        Sitemap.self,
    ]
}
