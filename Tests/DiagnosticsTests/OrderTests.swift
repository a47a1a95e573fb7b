import Diagnostics
import Testing

/// The order of a report does not depend on the order in which the mistakes were found.
@Suite struct OrderTests {
    private static func diagnostic(
        _ file: String?, _ line: Int = 1, _ column: Int = 1, _ code: String = "test/a", _ english: String = "x"
    ) -> Diagnostic {
        Diagnostic(
            DiagnosticCode(code, en: "Sample.", zh: "样例。"),
            at: file.map { SourceLocation(file: $0, line: line, column: column) }, Message(en: english, zh: "错"))
    }

    private static let sorted = [
        diagnostic(nil, 1, 1, "test/a"), diagnostic(nil, 1, 1, "test/b"), diagnostic("B.md", 9),
        diagnostic("a.md", 2, 10), diagnostic("a.md", 10, 1), diagnostic("a.md", 10, 2, "test/a", "x"),
        diagnostic("a.md", 10, 2, "test/a", "y"), diagnostic("a.md", 10, 2, "test/b"), diagnostic("a/b.md"),
        diagnostic("中.md"),
    ]

    @Test func byFileLineColumnCodeAndMessage() {
        for shift in 0..<Self.sorted.count {
            var collector = DiagnosticCollector()
            collector.add(contentsOf: Array(Self.sorted[shift...].reversed()))
            collector.add(contentsOf: Array(Self.sorted[..<shift]))
            #expect(collector.sorted() == Self.sorted)
        }
    }

    @Test func aMistakeFoundTwiceIsSaidOnce() {
        var collector = DiagnosticCollector()
        let one = Self.diagnostic("a.md")
        for _ in 0..<3 { collector.add(one) }
        collector.add(Self.diagnostic("a.md", 1, 1, "test/a", "other"))
        #expect(collector.sorted().count == 2)
    }

    @Test func warningsAreNoErrors() {
        var collector = DiagnosticCollector()
        collector.add(Diagnostic(Samples.lenient, at: nil, Samples.message))
        #expect(!collector.hasErrors)
        var raised = Diagnostic(Samples.lenient, at: nil, Samples.message)
        raised.severity = .error
        collector.add(raised)
        #expect(collector.hasErrors)
    }
}
