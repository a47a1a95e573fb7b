/// One `key: value` of a mapping.
package struct YAMLEntry: Sendable, Hashable {
    /// The text of the key, without quotes.
    package let key: String
    /// The key as written, with quotes.
    package let keyRange: Range<Int>
    package let value: YAMLNode

    package init(key: String, keyRange: Range<Int>, value: YAMLNode) {
        self.key = key
        self.keyRange = keyRange
        self.value = value
    }
}
