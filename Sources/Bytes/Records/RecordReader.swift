/// Reads what `RecordWriter` wrote. Whatever the bytes are, it stays inside them: after a mistake `isBroken` is set and
/// everything reads as empty.
@safe
package struct RecordReader {
    /// The caller of `reading` holds the bytes for the time of the call.
    private let base: UnsafeRawPointer?
    private let end: Int
    private(set) package var offset: Int
    private(set) package var isBroken = false

    package init(_ bytes: UnsafeRawBufferPointer, at offset: Int = 0) {
        unsafe base = bytes.baseAddress
        end = bytes.count
        self.offset = min(max(offset, 0), bytes.count)
    }

    package var isAtEnd: Bool { offset >= end }

    package mutating func byte() -> UInt8 {
        guard offset < end, let base = unsafe base else {
            isBroken = true
            return 0
        }
        offset += 1
        return unsafe base.load(fromByteOffset: offset - 1, as: UInt8.self)
    }

    package mutating func number() -> UInt64 {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while true {
            let next = byte()
            value |= UInt64(next & 0x7F) << shift
            if next < 0x80 { return value }
            shift += 7
            guard shift < 64 else {
                isBroken = true
                return 0
            }
        }
    }

    package mutating func integer() -> Int {
        let number = number()
        return Int(bitPattern: UInt(number >> 1)) ^ -Int(number & 1)
    }

    /// Passes over so many bytes.
    package mutating func skip(_ length: Int) {
        guard length >= 0, length <= end - offset else {
            isBroken = true
            return
        }
        offset += length
    }

    package mutating func flag() -> Bool { byte() != 0 }

    /// A number of things that follow, each of at least one byte.
    package mutating func count() -> Int {
        let number = number()
        guard number <= UInt64(end - offset) else {
            isBroken = true
            return 0
        }
        return Int(number)
    }

    package mutating func text() -> String {
        let span = unsafe span()
        return unsafe String(decoding: unsafe span, as: UTF8.self)
    }

    package mutating func bytes() -> [UInt8] {
        let span = unsafe span()
        return unsafe [UInt8](span)
    }

    package mutating func range() -> Range<Int> {
        let (lower, length) = (number(), number())
        guard lower <= UInt64(Int.max / 2), length <= UInt64(Int.max / 2) else {
            isBroken = true
            return 0..<0
        }
        return Int(lower)..<Int(lower) + Int(length)
    }

    package mutating func fingerprint() -> Fingerprint {
        guard end - offset >= 16, let base = unsafe base else {
            isBroken = true
            offset = end
            return Fingerprint(high: 0, low: 0)
        }
        let high = unsafe base.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        let low = unsafe base.loadUnaligned(fromByteOffset: offset + 8, as: UInt64.self)
        offset += 16
        return Fingerprint(high: UInt64(littleEndian: high), low: UInt64(littleEndian: low))
    }

    package mutating func optional<Value>(_ body: (inout RecordReader) -> Value) -> Value? {
        flag() ? body(&self) : nil
    }

    package mutating func list<Value>(_ body: (inout RecordReader) -> Value) -> [Value] {
        let count = count()
        var values: [Value] = []
        values.reserveCapacity(count)
        for _ in 0..<count where !isBroken { values.append(body(&self)) }
        return values
    }

    package mutating func optionalText() -> String? { optional { $0.text() } }

    /// Passes over something that was written as bytes or text, and tells where it stands.
    package mutating func skip() -> Range<Int> {
        let length = count()
        defer { offset += length }
        return offset..<offset + length
    }

    private mutating func span() -> UnsafeRawBufferPointer {
        let length = count()
        guard length > 0, let base = unsafe base else { return unsafe UnsafeRawBufferPointer(start: nil, count: 0) }
        defer { offset += length }
        return unsafe UnsafeRawBufferPointer(start: base + offset, count: length)
    }
}
