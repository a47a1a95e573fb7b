import SiteModel

/// `catalog/history/<slug>.json`: what happened to one model's prices, oldest first.
package enum CatalogHistory: SiteFormat {
    package static let name = "catalog-history"

    /// A task's part is the model's position in the catalog, counted from 1.
    package static func tasks(_ view: SiteView, _ products: PageProducts) -> [OutputTask] {
        (view.catalog?.models ?? []).enumerated().map { position, offer in
            OutputTask(path: "catalog/history/\(offer.slug).json", part: position + 1)
        }
    }

    package static func render(_ task: OutputTask, _ view: SiteView, _ products: PageProducts) -> [FilePiece] {
        guard let catalog = view.catalog, catalog.models.indices.contains(task.part - 1) else { return [] }
        let offer = catalog.models[task.part - 1]
        var json = IndentedJSON()
        json.object { json in
            json.member("schema_version", CatalogSnapshot.schemaVersion)
            json.member("source", offer.source)
            json.member("id", offer.id)
            json.member("slug", offer.slug)
            json.key("entries")
            json.array(of: catalog.events(of: offer)) { $1.write(into: &$0, timeKey: "effective_from") }
        }
        return [.bytes(json.file)]
    }
}
