internal import CLibXXHash

/// Makes the fingerprint of bytes that come in parts. It is that of the same bytes in one piece.
@safe package struct FingerprintStream: ~Copyable {
    /// Nil when no memory is left; the fingerprint then stands for no bytes at all.
    private let state: OpaquePointer?
    /// How many bytes there were.
    package private(set) var count = 0

    package init() {
        unsafe state = XXH3_createState()
        if let state = unsafe state { unsafe XXH3_128bits_reset(state) }
    }

    deinit { unsafe XXH3_freeState(state) }

    package mutating func append(_ bytes: UnsafeRawBufferPointer) {
        if let state = unsafe state { unsafe XXH3_128bits_update(state, bytes.baseAddress, bytes.count) }
        count += bytes.count
    }

    package var fingerprint: Fingerprint {
        guard let state = unsafe state else { return Fingerprint(of: []) }
        let hash = unsafe XXH3_128bits_digest(state)
        return Fingerprint(high: hash.high64, low: hash.low64)
    }
}
