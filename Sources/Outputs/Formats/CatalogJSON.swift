import SiteModel

/// `catalog.json`: every model with its exact prices, for programs. Source: the catalog contract, section 5.
package enum CatalogJSON: SiteFormat {
    package static let name = "catalog"

    package static func tasks(_ view: SiteView, _ products: PageProducts) -> [OutputTask] {
        view.catalog == nil ? [] : [OutputTask(path: "catalog.json")]
    }

    package static func render(_ task: OutputTask, _ view: SiteView, _ products: PageProducts) -> [FilePiece] {
        file(view).map { [.bytes($0)] } ?? []
    }

    /// Nil when the site has no catalog.
    package static func file(_ view: SiteView) -> [UInt8]? {
        guard let catalog = view.catalog else { return nil }
        var json = IndentedJSON()
        json.object { json in
            json.member("schema_version", CatalogSnapshot.schemaVersion)
            json.member("as_of", ifAny: catalog.asOf?.dateTime)
            json.member("confirmed", catalog.isConfirmed)
            json.key("sources")
            json.array(of: catalog.sources) { json, source in
                json.object { json in
                    json.member("id", source.id)
                    json.member("adapter", source.adapter)
                    json.member("fetched_at", source.fetchedAt.dateTime)
                }
            }
            json.key("models")
            json.array(of: catalog.models) { json, offer in
                offer.write(into: &json, url: ModelAddress.url(of: offer, view))
            }
        }
        return json.file
    }
}

/// Where machine files point for a model: its page in the default language.
enum ModelAddress {
    static func url(of offer: ModelOffer, _ view: SiteView) -> String? {
        view.page(of: offer, in: view.settings.defaultLanguage).map { view.canonical($0) }
    }
}
