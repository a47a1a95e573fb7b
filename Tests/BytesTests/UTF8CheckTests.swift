import Bytes
import Testing

/// The check must agree with the standard library's in every place of a text.
@Suite struct UTF8CheckTests {
    private static func compare(_ bytes: [UInt8]) {
        var expected: Int?
        do { _ = try UTF8Span(validating: bytes.span) } catch { expected = error.byteOffsets.lowerBound }
        #expect(UTF8Check.firstIllFormed(bytes) == expected, "\(bytes)")
    }

    @Test func wellFormedTextsOfEveryLength() {
        let text = "a中é文😀bc你好世界，abcdefgh。ÿ€𐍈中文"
        for count in 0...text.count { Self.compare(Array(text.prefix(count).utf8)) }
        for scalar in [0x7F, 0x80, 0x7FF, 0x800, 0xD7FF, 0xE000, 0xFFFF, 0x10000, 0x10FFFF].compactMap(
            Unicode.Scalar.init)
        {
            Self.compare(Array("中文\(scalar)中文中文".utf8))
        }
    }

    @Test func everyLeadWithEveryEdgeBehindIt() {
        let edges: [UInt8] = [0x00, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xFF]
        for lead in UInt8(0x80)...0xFF {
            for second in edges {
                for third in edges {
                    for before in ["", "a", "中", "abcdefg中"] {
                        let bytes = Array(before.utf8) + [lead, second, third, 0x80]
                        Self.compare(bytes)
                        Self.compare(bytes + Array("文中文中文".utf8))
                    }
                }
            }
        }
    }

    /// The second is long enough for blocks of five characters.
    @Test(arguments: ["标题: 你好，abcdefghij世界 é 😀 end", "中转站的费率由模型决定，端口与错误码见表。"])
    func oneByteChangedAnywhere(_ words: String) {
        let text = Array(words.utf8)
        for index in text.indices {
            for byte in UInt8.min...UInt8.max {
                var changed = text
                changed[index] = byte
                Self.compare(changed)
            }
        }
    }
}
