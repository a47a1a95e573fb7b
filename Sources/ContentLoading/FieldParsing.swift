import Diagnostics
import SiteModel
import YAML

/// YAML to the plain tree that kinds read.
enum FieldParsing {
    /// - Returns: the root mapping or list, nil after a syntax error; what is empty reads as an empty mapping.
    static func parse(
        _ file: SourceFile, range: Range<Int>, isSettings: Bool = false
    ) -> (root: FieldSource?, diagnostics: [Diagnostic]) {
        let parsed = YAMLParser.parse(file, range: range, limits: isSettings ? .settings : .frontMatter)
        if let root = parsed.root { return (source(root), parsed.diagnostics) }
        guard parsed.diagnostics.isEmpty else { return (nil, parsed.diagnostics) }
        return (FieldSource(.mapping([]), range: range.lowerBound..<range.lowerBound), [])
    }

    /// The depth of the tree is bounded by the parser.
    private static func source(_ node: YAMLNode) -> FieldSource {
        switch node.content {
        case .scalar(let scalar):
            let text = FieldText(
                value: scalar.text, isNull: scalar.isNull, isPlain: scalar.style == .plain,
                isVerbatim: scalar.isVerbatim, contentRange: scalar.contentRange)
            return FieldSource(.text(text), range: node.range)
        case .sequence(let items):
            return FieldSource(.list(items.map { source($0) }), range: node.range)
        case .mapping(let entries):
            return FieldSource(
                .mapping(entries.map { .init(key: $0.key, keyRange: $0.keyRange, value: source($0.value)) }),
                range: node.range)
        }
    }
}
