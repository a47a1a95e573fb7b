/// The bytes of strings, lent rather than copied.
extension String {
    /// Lends the UTF-8 for the time of the call, without taking hold of the string as `withUTF8` has to.
    @inline(__always)
    package func withRawUTF8<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        if let lent = unsafe utf8.withContiguousStorageIfAvailable({ unsafe body(UnsafeRawBufferPointer($0)) }) {
            return lent
        }
        return unsafe withCopiedUTF8(body)
    }

    /// For strings that are not stored as UTF-8; this program makes none.
    @inline(never)
    private func withCopiedUTF8<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        unsafe Array(utf8).withUnsafeBytes { unsafe body($0) }
    }
}
