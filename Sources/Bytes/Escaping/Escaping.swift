/// The machine behind every escaper: copies runs of plain bytes and replaces the few that are special.
extension ByteBuffer {
    /// - Parameters:
    ///   - skippingNonASCII: true when no byte above 0x7F is special.
    ///   - isSpecial: must be true for every byte that `replace` handles.
    ///   - replace: writes what stands for the byte.
    @inline(__always)
    package mutating func appendRuns(
        of bytes: UnsafeRawBufferPointer, skippingNonASCII: Bool = false, where isSpecial: (UInt8) -> Bool,
        replace: (inout ByteBuffer, UInt8) -> Void
    ) {
        var start = 0
        var index = 0
        let end = bytes.count
        while index < end {
            if skippingNonASCII {
                unsafe bytes.skipNonASCII(&index)
                guard index < end else { break }
            }
            let byte = unsafe bytes[index]
            if isSpecial(byte) {
                unsafe append(UnsafeRawBufferPointer(rebasing: bytes[start..<index]))
                replace(&self, byte)
                start = index + 1
            }
            index += 1
        }
        unsafe append(UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
    }
}

extension UnsafeRawBufferPointer {
    /// Moves `index` on over runs of eight bytes that are all above 0x7F: most of a Chinese text.
    @inline(__always)
    func skipNonASCII(_ index: inout Int) {
        while index + 8 <= count {
            let word = unsafe loadUnaligned(fromByteOffset: index, as: UInt64.self)
            if word & 0x8080_8080_8080_8080 != 0x8080_8080_8080_8080 { return }
            index += 8
        }
    }
}
