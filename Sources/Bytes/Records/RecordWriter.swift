/// Writes values in a compact binary form for caches: whole numbers as LEB128, texts and arrays behind their length.
/// The form has no names and no versions; who stores records keeps a version beside them.
package struct RecordWriter: ~Copyable {
    package private(set) var buffer: ByteBuffer

    package init(capacity: Int = 4096) { buffer = ByteBuffer(capacity: capacity) }

    package var count: Int { buffer.count }

    /// Appends what was written to an array.
    package func append(to bytes: inout [UInt8]) {
        unsafe buffer.withUnsafeBytes { unsafe bytes.append(contentsOf: $0) }
    }

    /// Forgets everything; the memory is kept.
    package mutating func removeAll() { buffer.truncate(to: 0) }

    /// What was written, as an array.
    package var bytes: [UInt8] { buffer.bytes }

    package mutating func write(_ number: UInt64) {
        var rest = number
        while rest >= 0x80 {
            buffer.append(byte: UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        buffer.append(byte: UInt8(rest))
    }

    /// Small numbers of either sign are short (zigzag).
    package mutating func write(_ number: Int) {
        write(UInt64(bitPattern: Int64((number << 1) ^ (number >> 63))))
    }

    package mutating func write(_ flag: Bool) { buffer.append(byte: flag ? 1 : 0) }

    package mutating func write(_ text: String) {
        write(UInt64(text.utf8.count))
        buffer.append(text: text)
    }

    package mutating func write(_ bytes: [UInt8]) {
        write(UInt64(bytes.count))
        buffer.append(bytes)
    }

    package mutating func write(_ bytes: ArraySlice<UInt8>) {
        write(UInt64(bytes.count))
        buffer.append(bytes)
    }

    /// What another writer holds, without its length.
    package mutating func append(_ other: borrowing RecordWriter) { buffer.append(other.buffer) }

    /// Bytes as they are, without their length.
    package mutating func append(_ bytes: [UInt8], _ range: Range<Int>) {
        buffer.append(bytes, from: range.lowerBound, count: range.count)
    }

    package mutating func write(_ range: Range<Int>) {
        write(UInt64(range.lowerBound))
        write(UInt64(range.count))
    }

    package mutating func write(_ fingerprint: Fingerprint) {
        for word in [fingerprint.high, fingerprint.low] {
            for shift in stride(from: UInt64(0), to: 64, by: 8) {
                buffer.append(byte: UInt8(truncatingIfNeeded: word >> shift))
            }
        }
    }

    /// A byte that says whether there is a value, then the value.
    package mutating func write<Value>(_ value: Value?, _ body: (inout RecordWriter, Value) -> Void) {
        write(value != nil)
        if let value { body(&self, value) }
    }

    /// The number of values, then each.
    package mutating func write<Value>(_ values: [Value], _ body: (inout RecordWriter, Value) -> Void) {
        write(UInt64(values.count))
        for value in values { body(&self, value) }
    }

    package mutating func write(_ text: String?) { write(text) { $0.write($1) } }

    /// The fingerprint of what was written from `start` on.
    package func fingerprint(from start: Int = 0) -> Fingerprint {
        unsafe buffer.withUnsafeBytes { unsafe Fingerprint(of: UnsafeRawBufferPointer(rebasing: $0[start...])) }
    }

    package consuming func finish() -> ByteBuffer { buffer }
}
