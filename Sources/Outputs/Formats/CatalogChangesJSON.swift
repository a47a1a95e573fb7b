import SiteModel

/// `catalog/changes.json`: the changes of the catalog for programs, newest first; what `catalog/changes.xml` says for feed readers.
package enum CatalogChangesJSON: SiteFormat {
    package static let name = "catalog-changes-json"

    /// As many as the feed has; older ones stay in the histories.
    private static let limit = 200

    package static func tasks(_ view: SiteView, _ products: PageProducts) -> [OutputTask] {
        view.catalog == nil ? [] : [OutputTask(path: "catalog/changes.json")]
    }

    package static func render(_ task: OutputTask, _ view: SiteView, _ products: PageProducts) -> [FilePiece] {
        guard let catalog = view.catalog else { return [] }
        var json = IndentedJSON()
        json.object { json in
            json.member("schema_version", CatalogSnapshot.schemaVersion)
            json.member("as_of", ifAny: catalog.asOf?.dateTime)
            json.key("events")
            json.array(of: Array(catalog.events.reversed().lazy.filter { !$0.isFirst }.prefix(limit))) {
                $1.write(into: &$0, timeKey: "effective_from")
            }
        }
        return [.bytes(json.file)]
    }
}
