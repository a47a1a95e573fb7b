import Bytes
import Testing

/// The buffer that all output goes through.
@Suite struct ByteBufferTests {
    @Test func everyByteIsKept() {
        var buffer = ByteBuffer(capacity: 1)
        for byte in UInt8.min...UInt8.max { buffer.append(byte: byte) }
        #expect(buffer.bytes == Array(UInt8.min...UInt8.max))
        #expect(buffer.count == 256)
        #expect(buffer.last == 255)
    }

    /// Across every growth of the memory, whatever the size of the pieces.
    @Test(arguments: [1, 7, 63, 64, 65, 1000, 100_000])
    func nothingIsLostWhileItGrows(_ size: Int) {
        var buffer = ByteBuffer(capacity: 0)
        var expected: [UInt8] = []
        for round in 0..<max(3, 2000 / size) {
            let piece = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ round) }
            buffer.append(piece)
            expected += piece
        }
        #expect(buffer.bytes == expected)
        buffer.withUnsafeBytes { #expect(Array($0) == expected) }
    }

    @Test func aBufferOnlyGrowsByWhatIsWritten() {
        var buffer = ByteBuffer()
        #expect(buffer.count == 0)
        #expect(buffer.bytes == [])
        #expect(buffer.last == nil)
        #expect(buffer.text == "")
        buffer.append([UInt8]())
        buffer.append(text: "")
        buffer.append("")
        #expect(buffer.count == 0)
    }

    @Test func literalsOfOneScalarAndOfMany() {
        var buffer = ByteBuffer()
        buffer.append("a")
        buffer.append("中")
        buffer.append("中转站 😀")
        #expect(buffer.text == "a中中转站 😀")
    }

    @Test func truncationForgetsAndGoesOn() {
        var buffer = ByteBuffer(capacity: 64)
        buffer.append(text: String(repeating: "x", count: 500))
        buffer.truncate(to: 600)
        #expect(buffer.count == 500)
        buffer.truncate(to: 3)
        buffer.append(text: "中")
        #expect(buffer.text == "xxx中")
        buffer.truncate(to: -1)
        #expect(buffer.count == 0)
    }

    @Test func partsOfStringsArraysAndOtherBuffers() {
        var other = ByteBuffer()
        other.append(text: "中转站")
        var buffer = ByteBuffer()
        buffer.append(text: "abcdef".dropFirst(2).prefix(3))
        buffer.append([1, 2, 3, 4][1..<3])
        buffer.append(other)
        #expect(buffer.bytes == Array("cde".utf8) + [2, 3] + Array("中转站".utf8))
        #expect(buffer.bytes(from: 5) == Array("中转站".utf8))
        #expect(buffer.bytes(from: buffer.count) == [])
    }

    @Test func illFormedTextIsRepairedOnlyWhenRead() {
        var buffer = ByteBuffer()
        buffer.append([0x61, 0xE4, 0xB8, 0x62])
        #expect(buffer.text == "a\u{FFFD}b")
        #expect(buffer.bytes == [0x61, 0xE4, 0xB8, 0x62])
    }

    @Test func decimals() {
        var numbers = [0, 1, 9, 10, 11, 99, 100, 101, 1_234_567_890, Int.max, Int.min, Int.min + 1]
        for power in 1..<19 { numbers.append((0..<power).reduce(1) { value, _ in value * 10 }) }
        for number in numbers + numbers.map({ $0 == Int.min ? 0 : -$0 }) {
            #expect(EscapingTests.written { $0.append(decimal: number) } == String(number))
        }
    }

    @Test func wholesAreTold() {
        #expect(HoledBytes.empty.isEmpty)
        #expect(!HoledBytes(bytes: [1]).isEmpty)
        #expect(!HoledBytes(bytes: [], holes: [.init(offset: 0, index: 0)]).isEmpty)
        #expect(HoledBytes.Hole(offset: 1, index: 2) == HoledBytes.Hole(offset: 1, index: 2, part: .whole))
    }
}
