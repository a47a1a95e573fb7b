import Diagnostics
import SiteModel
import YAML

/// YAML to the plain tree that kinds read.
enum FieldParsing {
    /// - Returns: the root mapping or list, nil after a syntax error; what is empty reads as an empty mapping.
    static func parse(
        _ file: SourceFile, range: Range<Int>, isSettings: Bool = false
    ) -> (root: FieldSource?, diagnostics: [Diagnostic]) {
        (FieldSource(.mapping([]), range: range), [])
    }
}
