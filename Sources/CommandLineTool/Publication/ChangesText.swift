import Diagnostics
import Gateway
import Outputs
import SiteModel

/// The changes of a site in the forms of `citable changes --format`.
enum ChangesText {
    static let formats = ["text", "json", "indexnow", "baidu"]

    static func text(_ changes: [ContentChange]) -> String {
        changes.map { "\($0.kind.rawValue) \($0.url)\n" }.joined()
    }

    static func json(_ changes: [ContentChange]) -> String {
        var json = IndentedJSON()
        json.object { json in
            json.member("schema_version", 1)
            json.key("changes")
            json.array(of: changes) { json, change in
                json.object { json in
                    json.member("change", change.kind.rawValue)
                    json.member("url", change.url)
                    json.member("source", ifAny: change.source)
                    json.member("date_unmoved", change.isDateUnmoved)
                }
            }
        }
        return String(decoding: json.file, as: UTF8.self)
    }

    /// What a search engine is told: IndexNow also of what is gone, Baidu only of what can be fetched.
    static func addresses(_ changes: [ContentChange], for format: String) -> [String] {
        changes.filter { format == "indexnow" || $0.kind != .removed }.map(\.url)
    }
}
