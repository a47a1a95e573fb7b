import Bytes
import SiteModel

/// `ai.json`: the machine files of the site with their types, dates and sizes, so that a program needs one fetch to know them.
/// Its form is ours; nothing in it depends on the time of the build.
package enum FileIndex: SiteFormat {
    package static let name = "ai"

    package static var describesFiles: Bool { true }

    package static func tasks(_ view: SiteView, _ products: PageProducts) -> [OutputTask] {
        [OutputTask(path: "ai.json")]
    }

    package static func render(_ task: OutputTask, _ view: SiteView, _ products: PageProducts) -> [FilePiece] {
        let settings = view.settings
        let listed = products.files.filter { purposes[$0.format] != nil }.sorted { $0.path.precedesByBytes($1.path) }
        var json = IndentedJSON()
        json.object { json in
            json.member("schema_version", 1)
            json.member("name", view.siteName(in: settings.defaultLanguage))
            json.member("url", view.url("/"))
            json.member("languages", settings.languages.map(\.tag))
            json.key("pages")
            json.object { json in
                json.member("count", view.listedPages().count)
                json.member(
                    "markdown",
                    settings.usesDirectoryAddresses ? "{url}index.md" : "{url}.md, {url}index.md behind a slash")
                json.member("tokens_method", String(decoding: tokenMethod, as: UTF8.self))
            }
            json.key("files")
            json.array(of: listed) { write($1, view, into: &$0) }
        }
        return [.bytes(json.file)]
    }
}

extension FileIndex {
    /// What the files of a format are for; those of other formats are no business of readers.
    private static let purposes: [String: String] = [
        "catalog": "catalog", "catalog-changes": "catalog changes", "catalog-changes-json": "catalog changes",
        "catalog-csv": "catalog", "feeds": "changes of pages",
        "llms": "index for language models", "llms-full": "all pages as Markdown", "opensearch": "search",
        "robots": "crawler policy", "security": "security contact", "sitemap": "all addresses",
        "sitemap-md": "all addresses", "webmanifest": "web application manifest",
    ]

    private static let tokenMethod = TokenEstimate.method.withUTF8Buffer { Array($0) }

    private static func write(_ file: PageProducts.File, _ view: SiteView, into json: inout IndentedJSON) {
        json.object { json in
            json.member("url", view.url("/" + file.path))
            json.member("type", HostHeaders.type(of: "/" + file.path))
            json.member("purpose", purposes[file.format] ?? file.format)
            json.member("language", ifAny: file.language?.tag)
            json.member("updated", ifAny: file.updated?.iso8601)
            json.member("bytes", file.length)
        }
    }
}
