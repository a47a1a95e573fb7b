import Bytes
import Foundation
import Testing

/// Every byte through every escaper, and what each must never let through.
@Suite struct EscapingTests {
    static func written(_ body: (inout ByteBuffer) -> Void) -> String {
        var buffer = ByteBuffer(capacity: 1)
        body(&buffer)
        return buffer.text
    }

    /// Every scalar that one byte can begin, and the edges of the longer ones.
    private static let scalars: [Unicode.Scalar] =
        (UInt32(0)...0x7FF).compactMap(Unicode.Scalar.init)
        + [0x800, 0x2027, 0x2028, 0x2029, 0x202A, 0xD7FF, 0xE000, 0xFEFF, 0xFFFD, 0xFFFE, 0xFFFF, 0x10000, 0x10FFFF]
        .compactMap(Unicode.Scalar.init)

    @Test func everyScalarThroughHTML() {
        let special: [Unicode.Scalar: String] = ["&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;"]
        for scalar in Self.scalars {
            let text = String(scalar)
            #expect(Self.written { $0.append(htmlEscaped: "a\(text)b") } == "a\(special[scalar] ?? text)b")
        }
    }

    @Test func everyScalarThroughAutoescape() {
        let special: [Unicode.Scalar: String] = [
            "&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&#34;", "'": "&#39;",
        ]
        for scalar in Self.scalars {
            let text = String(scalar)
            #expect(Self.written { $0.append(autoescaped: "a\(text)b") } == "a\(special[scalar] ?? text)b")
        }
    }

    /// A special byte at every place of a long text, since runs of plain bytes are passed many at a time.
    @Test(arguments: ["<", ">", "&", "\"", "'", "\u{7F}", "\n", "\u{2028}"])
    func specialsAnywhere(_ special: String) {
        let plain = "你好 plain text, 0123456789:;=?@[世界]^_`{|}~"
        for place in plain.indices {
            let text = plain[..<place] + special + plain[place...]
            for write: (inout ByteBuffer, String) -> Void in [
                { $0.append(htmlEscaped: $1) }, { $0.append(autoescaped: $1) },
                { $0.append(jsonString: $1) }, { $0.append(scriptJSONString: $1) },
            ] {
                let whole = Self.written { write(&$0, String(text)) }
                let single = Self.written { buffer in for one in text { write(&buffer, String(one)) } }
                let joined = whole.hasPrefix("\"") ? "\"" + single.split(separator: "\"\"").joined() : single
                #expect(whole.filter { $0 != "\"" } == joined.filter { $0 != "\"" })
            }
        }
    }

    /// Source of what is a character: XML 1.0, production 2.
    @Test func everyScalarThroughXML() {
        let special: [Unicode.Scalar: String] = [
            "&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;", "'": "&apos;",
        ]
        for scalar in Self.scalars {
            let isForbidden =
                (scalar.value < 0x20 && ![0x09, 0x0A, 0x0D].contains(scalar.value)) || scalar.value == 0xFFFE
                || scalar.value == 0xFFFF
            let expected = isForbidden ? "" : special[scalar] ?? String(scalar)
            #expect(Self.written { $0.append(xmlEscaped: "a\(scalar)b") } == "a\(expected)b", "\(scalar.value)")
        }
    }

    @Test func whatXMLWritesIsParsedAgain() throws {
        var text = "<&>\"'中\u{FFFF}😀"
        for value in UInt32(0)..<0x100 where value != 0x0D {
            if let scalar = Unicode.Scalar(value) { text.unicodeScalars.append(scalar) }
        }
        let written = Self.written { $0.append(xmlEscaped: text) }
        let allowed = text.unicodeScalars.filter { scalar in
            scalar.value < 0x20 ? scalar.value == 0x09 || scalar.value == 0x0A : scalar.value != 0xFFFF
        }
        #expect(Self.unescaped(written) == String(String.UnicodeScalarView(allowed)))
        #expect(!written.contains("<") && !written.contains("\""))
    }

    @Test func everyScalarSurvivesJSON() throws {
        let text = String(String.UnicodeScalarView(Self.scalars))
        for json in [Self.written { $0.append(jsonString: text) }, Self.written { $0.append(scriptJSONString: text) }] {
            let object = try JSONSerialization.jsonObject(with: Data(json.utf8), options: .fragmentsAllowed)
            let read = try #require(object as? String)
            #expect(Array(read.utf8) == Array(text.utf8))
        }
    }

    @Test func chineseStaysReadableInJSON() {
        #expect(Self.written { $0.append(jsonString: "中转站\t\"a\"\\") } == #""中转站\t\"a\"\\""#)
        #expect(Self.written { $0.append(scriptJSONString: "中转站€") } == "\"中转站€\"")
    }

    @Test func aScriptCannotBeClosedFromInside() {
        let json = Self.written { $0.append(scriptJSONString: "</script><!--&'\u{2028}中\u{2029}") }
        #expect(json == #""\u003c/script\u003e\u003c!--\u0026\u0027\u2028中\u2029""#)
        let all = Self.written { $0.append(scriptJSONString: String(String.UnicodeScalarView(Self.scalars))) }
        let dangerous = Set("<>&'\u{2028}\u{2029}\u{7F}".unicodeScalars)
        #expect(all.unicodeScalars.filter { dangerous.contains($0) || $0.value < 0x20 }.isEmpty)
    }

    /// Escapers of bytes do not judge: ill-formed UTF-8 passes unchanged, and what is special in it is still escaped.
    @Test func illFormedBytesPassThrough() {
        let bytes: [UInt8] = [0x80, 0x3C, 0xE4, 0xB8, 0x26, 0xFF, 0xC3, 0x22]
        var buffer = ByteBuffer()
        buffer.append(htmlEscaped: bytes[...])
        var expected: [UInt8] = [0x80] + Array("&lt;".utf8)
        expected += [0xE4, 0xB8] + Array("&amp;".utf8)
        expected += [0xFF, 0xC3] + Array("&quot;".utf8)
        #expect(buffer.bytes == expected)
    }

    @Test func everyByteAloneThroughTheEscaperOfBytes() {
        for byte in UInt8.min...UInt8.max {
            var buffer = ByteBuffer()
            buffer.append(htmlEscaped: [byte][...])
            let special: [UInt8: String] = [0x26: "&amp;", 0x3C: "&lt;", 0x3E: "&gt;", 0x22: "&quot;"]
            #expect(buffer.bytes == special[byte].map { Array($0.utf8) } ?? [byte])
        }
    }

    @Test func noTextIsNothing() {
        #expect(Self.written { $0.append(htmlEscaped: "") } == "")
        #expect(Self.written { $0.append(xmlEscaped: "") } == "")
        #expect(Self.written { $0.append(jsonString: "") } == "\"\"")
        #expect(Self.written { $0.append(urlEncoded: "") } == "")
    }

    private static func unescaped(_ text: String) -> String {
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")].reduce(text) {
            $0.replacingOccurrences(of: $1.0, with: $1.1)
        }
    }
}
