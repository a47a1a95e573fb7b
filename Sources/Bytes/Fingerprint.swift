internal import CLibXXHash

/// 128 bits that stand for some bytes (XXH3). Fit for caches and for telling whether something changed, not for secrets.
package struct Fingerprint: Sendable, Hashable {
    package let high: UInt64
    package let low: UInt64

    package init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    package init(of bytes: [UInt8]) {
        self = unsafe bytes.withUnsafeBytes { unsafe Fingerprint(of: $0) }
    }

    package init(of bytes: UnsafeRawBufferPointer) {
        // The library reads exactly `count` bytes and keeps no pointer.
        let hash = unsafe XXH3_128bits(bytes.baseAddress, bytes.count)
        self.init(high: hash.high64, low: hash.low64)
    }

    package init(of text: String) {
        self = unsafe text.withRawUTF8 { unsafe Fingerprint(of: $0) }
    }

    /// 32 lower-case hexadecimal digits.
    package var hexadecimal: String {
        var digits: [UInt8] = []
        for word in [high, low] {
            for shift in stride(from: 60, through: 0, by: -4) {
                digits.append(ByteBuffer.hexDigit(UInt8(word >> UInt64(shift) & 15)))
            }
        }
        return String(decoding: digits, as: UTF8.self)
    }
}
