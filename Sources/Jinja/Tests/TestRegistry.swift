/// Every test, by family. A new one is one line here.
package enum TestRegistry {
    /// By name.
    package static let all: [ValueTest] = [ComparisonTests.all, ContentTests.all, KindTests.all]
        .flatMap { $0 }.sorted { $0.name < $1.name }

    private static let positions: [String: Int] = Dictionary(
        all.enumerated().flatMap { index, test in ([test.name] + test.aliases).map { ($0, index) } },
        uniquingKeysWith: { first, _ in first })

    static let names = all.flatMap { [$0.name] + $0.aliases }

    static func position(of name: String) -> Int? { positions[name] }

    static func find(_ name: String) -> ValueTest? { positions[name].map { all[$0] } }
}
