internal import Bytes

/// Filters that make text safe: `escape`, `forceescape`, `striptags`, `urlencode`, `xmlattr`.
enum Escaping {
    static let all = [escape, forceescape, striptags, urlencode, xmlattr]

    private static let escape = Filter(
        "escape", aliases: ["e"], gives: .value(.html), doc: "Text as HTML; what is HTML already stays as it is."
    ) { call throws(EvaluationError) in .html(try call.subject.escaped()) }

    /// Not in the registry: a template of the site can't vouch for data.
    static let safe = Filter("safe", gives: .value(.html), doc: "Text taken as HTML.") { call throws(EvaluationError) in
        .html(SafeHTML(trusted: try call.subject.printed()))
    }

    private static let forceescape = Filter(
        "forceescape", gives: .value(.html), doc: "Text as HTML, also when it is HTML already."
    ) { call throws(EvaluationError) in .html(SafeHTML(escaping: try call.subject.printed())) }

    private static let striptags = Filter(
        "striptags", gives: .value(.text), doc: "Text without HTML tags and comments, with single blanks."
    ) { call throws(EvaluationError) in .text(TagStripper.strip(try call.subject.printed())) }

    private static let urlencode = Filter(
        "urlencode", gives: .value(.text), keepsHTML: true,
        doc: "Text, or the pairs of a dictionary, as part of an address."
    ) { call throws(EvaluationError) in
        let pairs: [(Value, Value)]
        if let mapping = call.subject.mapping {
            pairs = mapping.pairs.map { ($0.key, $0.value) }
        } else if call.subject.stringContent == nil, let items = try? call.subject.items() {
            var unpacked: [(Value, Value)] = []
            for item in items {
                let parts = try item.items()
                guard parts.count == 2 else { throw .expected(en: "a pair", zh: "二元组", got: item) }
                unpacked.append((parts[0], parts[1]))
            }
            pairs = unpacked
        } else {
            return .text(quoted(try call.subject.printed(), isQuery: false))
        }
        var parts: [String] = []
        for (key, value) in pairs {
            parts.append(quoted(try key.printed(), isQuery: true) + "=" + quoted(try value.printed(), isQuery: true))
        }
        return .text(parts.joined(separator: "&"))
    }

    /// In a query a slash is encoded and a blank is a plus sign.
    private static func quoted(_ text: String, isQuery: Bool) -> String {
        var buffer = ByteBuffer(capacity: text.utf8.count * 2)
        for part in text.utf8.split(separator: isQuery ? 0x20 : 0x2F, omittingEmptySubsequences: false).enumerated() {
            if part.offset > 0 { buffer.append(byte: isQuery ? 0x2B : 0x2F) }
            buffer.append(urlComponent: String(decoding: part.element, as: UTF8.self))
        }
        return buffer.text
    }

    private static let xmlattr = Filter(
        "xmlattr", Signature(.optional("autospace", .boolean(true))), gives: .value(.html),
        doc: "The pairs of a dictionary as attributes of a tag; a pair with none is left out."
    ) { call throws(EvaluationError) in
        guard let mapping = call.subject.mapping else {
            throw .expected(en: "a dictionary", zh: "字典", got: call.subject)
        }
        var parts: [String] = []
        for (key, value) in mapping.pairs {
            switch value {
            case .none, .engine(.undefined): continue
            default: break
            }
            let name = try key.printed()
            if name.utf8.contains(where: { 0x09...0x0D ~= $0 || [0x20, 0x2F, 0x3E, 0x3D].contains($0) }) {
                throw EvaluationError(en: "‘\(name)’ can't be the name of an attribute", zh: "“\(name)”不能作为属性名")
            }
            parts.append(try key.escaped().text + "=\"" + value.escaped().text + "\"")
        }
        let text = parts.joined(separator: " ")
        return .html(SafeHTML(trusted: try call.isTrue(0) && !text.isEmpty ? " " + text : text))
    }
}
