package import SiteModel

/// Every kind of page, sorted by name.
package enum PageKindRegistry {
    package static let all: [any PageKind.Type] = [
        Answer.self,
        Checklist.self,
        Comparison.self,
        DocPage.self,
        Example.self,
        FAQ.self,
        GlossaryTerm.self,
        Guide.self,
        Home.self,
        Hub.self,
        ModelPage.self,
        TrustPage.self,
    ]

    /// The names of kinds that have no file of their own in `Content/`: their templates exist all the same.
    package static let generatedNames = ["not-found", "prices", "search", "status", "vendor"]

    /// The kind whose pages stand in a folder.
    package static func kind(inFolder folder: String) -> (any PageKind.Type)? {
        folder.isEmpty ? nil : all.first { $0.folder == folder }
    }

    package static func kind(named name: String) -> (any PageKind.Type)? { all.first { $0.name == name } }

    /// The folders of all kinds, sorted.
    package static let folders = all.map { $0.folder }.filter { !$0.isEmpty }.sorted()
}
