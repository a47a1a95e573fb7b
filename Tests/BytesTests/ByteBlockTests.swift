import Bytes
import Testing

/// What is told of many bytes at once is what is told of each.
@Suite struct ByteBlockTests {
    @Test func aMemberIsFoundAtEveryPlaceOfEveryLength() {
        for count in 0...50 {
            var bytes = [UInt8](repeating: 0x78, count: count)
            #expect(bytes.withUnsafeBytes { $0.holdsNone(of: { $0.holds(0x2A) }) })
            for place in 0..<count {
                bytes[place] = 0x2A
                #expect(!bytes.withUnsafeBytes { $0.holdsNone(of: { $0.holds(0x2A) }) }, "\(place) of \(count)")
                bytes[place] = 0x78
            }
        }
    }

    @Test func setsOfBytes() {
        for byte in UInt8.min...UInt8.max {
            let block = SIMD16<UInt8>(repeating: byte)
            #expect(block.holds(0x3C).isAnySet == (byte == 0x3C))
            #expect(block.holds(0x3C, under: 0xFD).isAnySet == (byte == 0x3C || byte == 0x3E))
            #expect(block.holds(6, from: 0x5B).isAnySet == (0x5B...0x60).contains(byte))
            #expect(block.holds(16, from: 0xF0).isAnySet == (byte >= 0xF0))
            #expect(block.sumOfLanes == 16 * Int(byte))
        }
    }
}
