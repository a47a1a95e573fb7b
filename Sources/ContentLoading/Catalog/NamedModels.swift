import SiteModel

/// The models that directives of a page's file name, front matter and body alike: read from the bytes, since bodies are parsed
/// only when their pages are rendered. Whether there is such a model, rendering finds out.
enum NamedModels {
    /// A name longer than this is none.
    private static let byteLimit = 256

    private static let calls: [(opening: [UInt8], isLabel: Bool)] = [
        (Array(":price[".utf8), true), (Array(":model[".utf8), true), (Array(":fact[".utf8), false),
        (Array("::model-table{".utf8), false),
    ]

    /// Sorted, each once.
    static func names(in bytes: [UInt8]) -> [String] {
        var found: Set<String> = []
        var index = 0
        while let colon = bytes[index...].firstIndex(of: 0x3A) {
            index = colon + 1
            // Most colons stand before a blank or in a URL.
            guard index < bytes.count, beginsCall(bytes[index]) else { continue }
            guard let call = calls.first(where: { bytes[colon...].starts(with: $0.opening) }) else { continue }
            index = colon + call.opening.count
            if call.isLabel {
                if let label = text(in: bytes, from: index, until: 0x5D) { found.insert(trimmed(label)) }
            } else if let attributes = text(in: bytes, from: index, until: 0x7D, limit: 2048) {
                for name in ["model=", "models=", "among="] { found.formUnion(values(of: name, in: attributes)) }
            }
        }
        return found.filter { !$0.isEmpty }.sorted()
    }
}

extension NamedModels {
    /// The bytes behind the first colon of `calls`.
    private static func beginsCall(_ byte: UInt8) -> Bool {
        byte == 0x70 || byte == 0x6D || byte == 0x66 || byte == 0x3A
    }

    /// What stands before a byte on the same line; nil when it doesn't come.
    private static func text(in bytes: [UInt8], from start: Int, until end: UInt8, limit: Int = byteLimit) -> String? {
        let rest = bytes[start...].prefix(limit + 1)
        guard let close = rest.firstIndex(where: { $0 == end || $0 == 0x0A }), bytes[close] == end else { return nil }
        return String(decoding: rest[..<close], as: UTF8.self)
    }

    /// The items of an attribute, quoted or not.
    private static func values(of name: String, in attributes: String) -> [String] {
        let bytes = Array(attributes.utf8)
        guard let start = bytes.indices.first(where: { bytes[$0...].starts(with: name.utf8) }) else { return [] }
        var rest = bytes[(start + name.utf8.count)...]
        let quote = rest.first.flatMap { $0 == 0x22 || $0 == 0x27 ? $0 : nil }
        if quote != nil { rest = rest.dropFirst() }
        let value = rest.prefix { quote == nil ? $0 != 0x20 && $0 != 0x7D : $0 != quote }
        return value.split(separator: 0x2C).map { trimmed(String(decoding: $0, as: UTF8.self)) }
    }

    private static func trimmed(_ text: String) -> String {
        let bytes = Array(text.utf8)
        guard let start = bytes.firstIndex(where: { $0 > 0x20 }), let end = bytes.lastIndex(where: { $0 > 0x20 }) else {
            return ""
        }
        return String(decoding: bytes[start...end], as: UTF8.self)
    }
}
