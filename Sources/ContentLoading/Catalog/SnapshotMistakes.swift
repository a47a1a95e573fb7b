import Diagnostics
import SiteModel

/// The mistakes of one file of `Content/catalog/`, each at its place.
struct SnapshotMistakes {
    let file: SourceFile
    /// Where the text begins whose offsets are given: of a history, the line that is being read.
    var start = 0
    private(set) var diagnostics: [Diagnostic] = []
    /// How many mistakes one file may report; the rest would be more of the same.
    private static let limit = 100

    init(_ file: SourceFile) { self.file = file }

    mutating func add(
        _ range: Range<Int>, _ message: Message, hint: Message? = nil, code: DiagnosticCode = .malformedSnapshot
    ) {
        guard diagnostics.count < Self.limit else { return }
        let place = file.location(of: range.lowerBound + start..<range.upperBound + start)
        diagnostics.append(Diagnostic(code, at: place, message, hint: hint))
    }

    /// What another reader found in the same text.
    mutating func add(contentsOf others: [Diagnostic]) { diagnostics += others }
}
