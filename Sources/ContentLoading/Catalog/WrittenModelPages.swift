import Diagnostics
package import SiteModel

/// Which names below `models/` the files of editors take: a model that comes new to the catalog gets another one.
package enum WrittenModelPages {
    private static let limit = 8 * 1024 * 1024

    /// The models that files present, by the slug of the file. What can't be read is left to a build to report.
    package static func models(in files: SiteFiles) -> [String: Set<[UInt8]>] {
        var models: [String: Set<[UInt8]>] = [:]
        for entry in (try? files.entries(below: "Content")) ?? [] where entry.kind == .file {
            let segments = entry.path.split(separator: "/").map(String.init)
            // Behind `Content` and the language.
            guard segments.count > 3, let place = PagePlace(segments[2...]), place.role == .member,
                place.folder == "models", let bytes = try? files.read(entry.path, limit: limit)
            else { continue }
            let file = SourceFile(path: entry.path, bytes: bytes)
            let front = FieldParsing.parse(file, range: FrontMatter(of: file).fields).root
            models[front?.text("slug") ?? place.slug, default: []].insert(Array((front?.text("model") ?? "").utf8))
        }
        return models
    }
}

extension FieldSource {
    /// The value of a field that is a text.
    fileprivate func text(_ key: String) -> String? {
        guard case .mapping(let entries) = node,
            case .text(let text)? = entries.first(where: { $0.key == key })?.value.node
        else { return nil }
        return text.isNull ? nil : text.value
    }
}
