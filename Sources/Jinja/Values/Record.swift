/// A value with named fields, such as a page: its shape is declared once, so a record is little more than an array.
/// A class, because values are handed around.
package final class Record: Sendable {
    package let shape: RecordShape
    /// One value for each field of the shape, in its order.
    package let values: [Value]

    /// `values`: as many as the shape has fields; a field without a value is undefined.
    package init(_ shape: RecordShape, _ values: [Value]) {
        self.shape = shape
        self.values = values
    }

    package static let empty = Record(RecordShape("nothing", []), [])

    /// The value of a field, or nil when there is none.
    package subscript(name: String) -> Value? {
        shape.position(of: name).flatMap { $0 < values.count ? values[$0] : nil }
    }

    /// A position that was taken from a record's shape, when this one is of the same shape and has a value there.
    @inline(__always)
    func position(_ foreseen: Int, in shape: ObjectIdentifier?) -> Int? {
        ObjectIdentifier(self.shape) == shape && foreseen < values.count ? foreseen : nil
    }

    /// The value of a field whose position was foreseen; a wrong guess costs a search.
    @inline(__always)
    func value(of name: String, near guess: Int) -> Value? {
        if guess < values.count, guess < shape.fields.count, shape.fields[guess] == name { return values[guess] }
        return self[name]
    }
}
