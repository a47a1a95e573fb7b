import Diagnostics
package import JSON

/// The nodes of a page's JSON-LD, read back from its bytes.
package struct LinkedData: Sendable {
    /// Every object of the graph, nested ones too, in the order of the text; those that only point to others are left out.
    package let nodes: [JSONValue]
    private let byID: [String: JSONValue]

    /// Nil when there is none, or one of the scripts is no JSON.
    init?(_ scripts: [[UInt8]], on path: String) {
        let roots = scripts.compactMap { JSONParser.parse(SourceFile(path: path, bytes: $0)).root }
        guard !roots.isEmpty, roots.count == scripts.count else { return nil }
        var nodes: [JSONValue] = []
        var pointers: [String] = []
        var waiting = roots.reversed().map { $0.member("@graph") ?? $0 }
        while let value = waiting.popLast() {
            if let elements = value.elements { waiting += elements.reversed() }
            guard let members = value.members else { continue }
            if members.count > 1 || members.first?.key != "@id" {
                nodes.append(value)
            } else if let id = members.first?.value.stringValue {
                pointers.append(id)
            }
            waiting += members.reversed().map(\.value)
        }
        self.nodes = nodes
        byID = Dictionary(
            nodes.compactMap { node in node.member("@id")?.stringValue.map { ($0, node) } },
            uniquingKeysWith: { first, _ in first })
        let known = byID
        openReferences = pointers.filter { known[$0] == nil }
    }

    /// The nodes of a type.
    package func all(_ type: String) -> [JSONValue] { nodes.filter { Self.types(of: $0).contains(type) } }

    package static func types(of node: JSONValue) -> [String] {
        guard let type = node.member("@type") else { return [] }
        return type.stringValue.map { [$0] } ?? (type.elements ?? []).compactMap(\.stringValue)
    }

    /// The node that a value is or points to.
    package func resolved(_ value: JSONValue?) -> JSONValue? {
        guard let value, let id = value.member("@id")?.stringValue, value.members?.count == 1 else { return value }
        return byID[id]
    }

    /// The node about the page itself.
    package func webPage(at canonical: String?) -> JSONValue? {
        canonical.flatMap { byID[$0 + "#webpage"] }
            ?? nodes.first { Self.types(of: $0).contains { $0.hasSuffix("Page") } }
    }

    /// The identifiers that something points to and that are no node of this page.
    package let openReferences: [String]
}
