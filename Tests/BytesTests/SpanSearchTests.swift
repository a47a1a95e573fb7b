import Bytes
import Testing

/// Places and words are found wherever they stand, and nothing behind the end is read.
@Suite struct SpanSearchTests {
    @Test func everyPlaceOfEveryLength() {
        for count in 0..<50 {
            for place in 0...count {
                var bytes = [UInt8](repeating: 0x61, count: count)
                if place < count { bytes[place] = 0x3C }
                if place > 0 { bytes[place - 1] = 0x3D }
                for start in 0...count {
                    let expected = place < count && start <= place ? place : count
                    #expect(bytes.span.place(of: 0x3C, from: start) == expected, "\(place) of \(count) from \(start)")
                }
            }
        }
    }

    @Test func theFirstOfManyIsFound() {
        let bytes = [UInt8]("aaaaaaa<aaaaaaaaaaa<a<".utf8)
        #expect(bytes.span.place(of: 0x3C, from: 0) == 7)
        #expect(bytes.span.place(of: 0x3C, from: 8) == 19)
        #expect(bytes.span.place(of: 0x3C, from: 30) == 22)
    }

    @Test func wordsOfFourBytes() {
        let bytes: [UInt8] = [1, 2, 3, 4, 5]
        #expect(bytes.span.word(at: 0) == 0x0403_0201)
        #expect(bytes.span.word(at: 1) == 0x0504_0302)
        #expect(bytes.span.word(at: 2) == nil)
        #expect(bytes.span.word(at: -1) == nil)
        #expect([UInt8]().span.word(at: 0) == nil)
    }

    @Test func wordsOfEightBytes() {
        let bytes = [UInt8](1...9)
        #expect(bytes.span.longWord(at: 0) == 0x0807_0605_0403_0201)
        #expect(bytes.span.longWord(at: 1) == 0x0908_0706_0504_0302)
        #expect(bytes.span.longWord(at: 2) == nil)
        #expect(bytes.span.longWord(at: -1) == nil)
    }

    @Test func eightNumbersAndTheirHalves() {
        let low = [UInt16](0...8)
        #expect(low.span.eight(at: 1) == SIMD8(1, 2, 3, 4, 5, 6, 7, 8))
        #expect(low.span.eight(at: 0).holds(3, from: 4) == SIMD8(0, 0, 0, 0, .max, .max, .max, 0))
        var numbers = [UInt32](repeating: 9, count: 10)
        var span = numbers.mutableSpan
        span.put(low: low.span.eight(at: 0), high: low.span.eight(at: 1), at: 1)
        #expect(numbers == [9] + (0..<8).map { ($0 + 1) << 16 | $0 } + [9])
    }

    @Test func theBytesOfABufferAreLent() {
        var buffer = ByteBuffer()
        buffer.append(text: "ab<c")
        #expect(buffer.withSpan { $0.place(of: 0x3C, from: 0) } == 2)
        #expect(buffer.withSpan { $0.count } == 4)
    }
}
