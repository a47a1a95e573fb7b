import Bytes
import Testing

/// Parts of any length give the fingerprint of the whole.
@Suite struct FingerprintStreamTests {
    @Test(arguments: [1, 7, 64, 255, 256, 1000, 100_000])
    func partsGiveTheFingerprintOfTheWhole(_ length: Int) {
        let bytes = (0..<3001).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        var stream = FingerprintStream()
        for start in stride(from: 0, to: bytes.count, by: length) {
            bytes[start..<min(start + length, bytes.count)].withUnsafeBytes { stream.append($0) }
        }
        #expect(stream.fingerprint == Fingerprint(of: bytes))
        #expect(stream.count == bytes.count)
    }

    @Test func nothingIsNothing() {
        #expect(FingerprintStream().fingerprint == Fingerprint(of: []))
    }
}
