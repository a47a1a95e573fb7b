/// Pairs in the order they were written, found by key: what JSON calls an object and a template writes as `{…}`.
package final class ValueDictionary: Sendable {
    package let pairs: [(key: Value, value: Value)]
    private let textPositions: [ExactText: Int]

    /// A later pair with the same key replaces the value of an earlier one, as in Python.
    package init(_ pairs: [(Value, Value)]) {
        var kept: [(key: Value, value: Value)] = []
        var positions: [ExactText: Int] = [:]
        for (key, value) in pairs {
            if let text = key.stringContent.map(ExactText.init) {
                if let known = positions[text] {
                    kept[known].value = value
                    continue
                }
                positions[text] = kept.count
            } else if let known = kept.firstIndex(where: { $0.key.equals(key) }) {
                kept[known].value = value
                continue
            }
            kept.append((key, value))
        }
        self.pairs = kept
        self.textPositions = positions
    }

    package var count: Int { pairs.count }

    package subscript(key: String) -> Value? { textPositions[ExactText(key)].map { pairs[$0].value } }

    package subscript(key: Value) -> Value? {
        if let text = key.stringContent { return self[text] }
        return pairs.first { $0.key.equals(key) }?.value
    }
}
