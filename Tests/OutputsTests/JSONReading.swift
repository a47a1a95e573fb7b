import Foundation
import Outputs
import SiteModel
import Testing

/// Reads JSON again and compares it as data.
enum JSONReading {
    static func object(_ text: String) throws -> [String: NSObject] {
        let value = try JSONSerialization.jsonObject(with: Data(text.utf8))
        return try #require(value as? [String: NSObject])
    }

    static func list(_ value: NSObject?) -> [[String: NSObject]] { value as? [[String: NSObject]] ?? [] }
}

/// The graph of a page, read out of its script.
struct ReadGraph {
    let nodes: [[String: NSObject]]
    let script: String

    init(_ view: SiteView, _ path: String) throws {
        script = view.script(path)
        let start = "<script type=\"application/ld+json\">"
        #expect(script.hasPrefix(start))
        #expect(script.hasSuffix("</script>"))
        let json = script.dropFirst(start.count).dropLast("</script>".count)
        let whole = try JSONReading.object(String(json))
        #expect(whole["@context"] as? String == "https://schema.org")
        nodes = JSONReading.list(whole["@graph"])
    }

    /// The first node of a type; types of a list count each.
    subscript(type: String) -> [String: NSObject] {
        nodes.first { node in
            node["@type"] as? String == type || (node["@type"] as? [String])?.contains(type) == true
        } ?? [:]
    }

    /// Every `{"@id": …}` without anything else, anywhere below the nodes.
    var references: [String] {
        var open: [NSObject] = nodes.map { $0 as NSDictionary }
        var found: [String] = []
        while let value = open.popLast() {
            if let list = value as? [NSObject] {
                open += list
            } else if let object = value as? [String: NSObject] {
                if object.count == 1, let id = object["@id"] as? String { found.append(id) }
                open += object.values
            }
        }
        return found
    }

    var identifiers: [String] { nodes.compactMap { $0["@id"] as? String } }
}
