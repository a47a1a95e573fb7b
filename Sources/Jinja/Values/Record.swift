/// A value with named fields, such as a page: its shape is declared once, so a record is little more than an array.
package struct Record: Sendable {
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

    /// The value of a field whose position was foreseen; a wrong guess costs a search.
    /// - Parameter foreseen: the shape that the position was taken from.
    @inline(__always)
    func value(of name: String, near guess: Int, in foreseen: RecordShape? = nil) -> Value? {
        if shape === foreseen, guess < values.count { return values[guess] }
        if guess < values.count, guess < shape.fields.count, shape.fields[guess] == name { return values[guess] }
        return self[name]
    }
}
