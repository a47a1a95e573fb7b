/// One value for each of a few languages. Sites have so few that to look through their codes takes less than to hash one.
package struct ByLanguage<Value: Sendable>: Sendable {
    private let codes: [String]
    private let values: [Value]

    /// By code.
    package init(_ values: [String: Value]) {
        let sorted = values.sorted { $0.key.precedesByBytes($1.key) }
        codes = sorted.map(\.key)
        self.values = sorted.map(\.value)
    }

    package subscript(code: String) -> Value? {
        for index in codes.indices where codes[index] == code { return values[index] }
        return nil
    }

    /// That of some language; nil only when there is none.
    package var any: Value? { values.first }

    package func mapValues<Other>(_ change: (Value) -> Other) -> ByLanguage<Other> {
        ByLanguage<Other>(Dictionary(uniqueKeysWithValues: zip(codes, values.map(change))))
    }
}
