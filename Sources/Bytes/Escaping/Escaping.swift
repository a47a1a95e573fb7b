/// The machine behind every escaper: copies runs of plain bytes and replaces the few that are special.
extension ByteBuffer {
    /// - Parameters:
    ///   - isSpecial: must be true for every byte that `replace` handles.
    ///   - replace: writes what stands for the byte.
    @inline(__always)
    package mutating func appendRuns(
        of bytes: UnsafeRawBufferPointer, where isSpecial: (UInt8) -> Bool,
        replace: (inout ByteBuffer, UInt8) -> Void
    ) {
        var start = 0
        var index = 0
        let end = bytes.count
        while index < end {
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
