/// What single bytes of a text stand for when it is read into a `CodeBuffer`.
@safe package struct CodeTable: ~Copyable, @unchecked Sendable {
    /// Passed over.
    package static let nothing: UInt16 = 0
    /// Reading ends before it.
    package static let stop: UInt16 = 1
    /// The first of three bytes in UTF-8.
    fileprivate static let three: UInt16 = 2
    /// Codes above it are characters.
    fileprivate static let last: UInt16 = 2

    // Written once, then only read.
    private let storage: RawStorage

    /// - Parameter code: of a byte of ASCII: `nothing`, `stop` or the code of a character, which is more than two.
    package init(_ code: (UInt8) -> UInt16) {
        storage = .make(byteCount: 512)
        let codes = unsafe storage.base.bindMemory(to: UInt16.self, capacity: 256)
        for byte in UInt8.min...UInt8.max {
            let found = byte < 0x80 ? code(byte) : byte >= 0xE0 && byte < 0xF0 ? Self.three : Self.stop
            unsafe codes[Int(byte)] = found
        }
    }

    /// For each of all bytes its code; valid as long as the table.
    fileprivate var base: UnsafePointer<UInt16> {
        unsafe UnsafePointer(storage.base.assumingMemoryBound(to: UInt16.self))
    }
}

/// Codes of sixteen bits for the characters of one text after another.
@safe package struct CodeBuffer: ~Copyable {
    private var storage = RawStorage.make(byteCount: 0)
    private var capacity = 0
    package private(set) var count = 0

    package init() {}

    private var base: UnsafeMutablePointer<UInt16> { unsafe storage.base.assumingMemoryBound(to: UInt16.self) }

    package mutating func removeAll() { count = 0 }

    /// Makes room for so many codes more.
    package mutating func reserve(_ more: Int) {
        guard count + more > capacity else { return }
        let larger = 2 * (count + more)
        let room = RawStorage.make(byteCount: 2 * larger)
        unsafe room.base.copyMemory(from: storage.base, byteCount: 2 * count)
        (storage, capacity) = (room, larger)
    }

    package mutating func append(_ code: UInt16) {
        if count == capacity { reserve(1) }
        unsafe base[count] = code
        count &+= 1
    }

    /// Appends the codes of a text in UTF-8: of one byte as a table has them, of three bytes the characters from U+3001 to U+FEFE
    /// themselves, and full-width forms of ASCII as what they are forms of.
    /// - Returns: the place of what it can't read: a byte that the table stops at, or a character of another length or place.
    package mutating func append(_ text: Span<UInt8>, from start: Int, by table: borrowing CodeTable) -> Int {
        precondition(start >= 0 && start <= text.count)
        // No character is shorter than a byte, and one more may be written over.
        reserve(text.count - start + 1)
        let (codes, single) = unsafe (base, table.base)
        let end = text.count
        var (index, next) = (start, count)
        // Every index is below the text's end, every byte in the table, and room was made above.
        unsafe text.withUnsafeBufferPointer { bytes in
            guard let bytes = bytes.baseAddress else { return }
            others: while index < end {
                let byte = unsafe bytes[index]
                let code = unsafe single[Int(byte)]
                unsafe codes[next] = code
                if code > CodeTable.last {
                    next &+= 1
                    index &+= 1
                    continue
                }
                if code == CodeTable.nothing {
                    index &+= 1
                    continue
                }
                guard code == CodeTable.three, index &+ 2 < end else { return }
                var first = UInt32(byte)
                repeat {
                    let (second, third) = unsafe (UInt32(bytes[index &+ 1]), UInt32(bytes[index &+ 2]))
                    // Less what marks the three bytes; more than sixteen bits there are not.
                    var wide = UInt16(truncatingIfNeeded: first << 12 &+ second << 6 &+ third &- 0xE_2080)
                    if wide &- 0x3001 >= 0xFEFF - 0x3001 {
                        guard wide &- 0xFF01 < 94 else { return }
                        wide = unsafe single[Int(wide &- 0xFEE0)]
                        guard wide > CodeTable.last else { return }
                    }
                    unsafe codes[next] = wide
                    next &+= 1
                    index &+= 3
                    guard index &+ 2 < end else { continue others }
                    first = UInt32(unsafe bytes[index])
                } while first &- 0xE0 < 16
            }
        }
        count = next
        return index
    }

    /// Lends the codes, and behind them so many zeros.
    package mutating func withSpan<Result>(zeros: Int, _ body: (Span<UInt16>) -> Result) -> Result {
        reserve(zeros)
        for place in count..<count + zeros { unsafe base[place] = 0 }
        return unsafe body(Span(_unsafeStart: base, count: count + zeros))
    }
}
