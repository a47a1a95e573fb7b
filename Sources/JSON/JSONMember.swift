/// One `"key": value` of an object.
package struct JSONMember: Sendable, Hashable {
    /// Unescaped.
    package let key: String
    /// The key as written, with its quotes.
    package let keyRange: Range<Int>
    package let value: JSONValue

    package init(key: String, keyRange: Range<Int>, value: JSONValue) {
        self.key = key
        self.keyRange = keyRange
        self.value = value
    }
}
