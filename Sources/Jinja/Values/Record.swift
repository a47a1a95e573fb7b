internal import Bytes

/// A value with named fields, such as a page: its shape is declared once, so a record is little more than an array.
/// A class, because values are handed around.
package final class Record: Sendable {
    package let shape: RecordShape
    /// One for each field of the shape, in its order.
    let slots: FixedArray<Slot>

    /// `values`: as many as the shape has fields; a field without a value is undefined.
    package convenience init(_ shape: RecordShape, _ values: [Value]) {
        self.init(shape, count: values.count) { values[$0] }
    }

    /// - Parameter make: the value of the field at a position; called in order.
    package init(_ shape: RecordShape, count: Int, _ make: (Int) -> Value) {
        self.shape = shape
        slots = FixedArray(count: count) { Slot(value: make($0)) }
    }

    /// How many fields have a value.
    var count: Int { slots.count }

    /// The values of the fields, in order.
    package var values: [Value] { (0..<slots.count).map { slots[$0].value } }

    package static let empty = Record(RecordShape("nothing", []), [])

    /// The value of a field, or nil when there is none.
    package subscript(name: String) -> Value? {
        shape.position(of: name).flatMap { $0 < slots.count ? slots[$0].value : nil }
    }

    /// A position that was taken from a record's shape, when this one is of the same shape and has a value there.
    @inline(__always)
    func position(_ foreseen: Int, in shape: ObjectIdentifier?) -> Int? {
        ObjectIdentifier(self.shape) == shape && foreseen < slots.count ? foreseen : nil
    }

    /// The value of a field whose position was foreseen; a wrong guess costs a search.
    @inline(__always)
    func value(of name: String, near guess: Int) -> Value? {
        if guess < slots.count, guess < shape.fields.count, shape.fields[guess] == name { return slots[guess].value }
        return self[name]
    }
}
