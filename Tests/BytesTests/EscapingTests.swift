import Bytes
import Foundation
import Testing

@Suite struct EscapingTests {
    private static func written(_ body: (inout ByteBuffer) -> Void) -> String {
        var buffer = ByteBuffer(capacity: 1)
        body(&buffer)
        return buffer.text
    }

    @Test func htmlAsTheCommonMarkExamplesWriteIt() {
        #expect(Self.written { $0.append(htmlEscaped: "a<b>&\"'中") } == "a&lt;b&gt;&amp;&quot;'中")
    }

    @Test func htmlAsJinjaWritesIt() {
        #expect(Self.written { $0.append(autoescaped: "<&>\"'") } == "&lt;&amp;&gt;&#34;&#39;")
    }

    @Test func xmlLeavesOutWhatItForbids() {
        #expect(Self.written { $0.append(xmlEscaped: "a\u{1}<\n>") } == "a&lt;\n&gt;")
    }

    @Test func everyScalarSurvivesJSON() throws {
        var text = ""
        for value in UInt32(0)...0x2100 { if let scalar = Unicode.Scalar(value) { text.unicodeScalars.append(scalar) } }
        for json in [Self.written { $0.append(jsonString: text) }, Self.written { $0.append(scriptJSONString: text) }] {
            let object = try JSONSerialization.jsonObject(with: Data(json.utf8), options: .fragmentsAllowed)
            let read = try #require(object as? String)
            #expect(Array(read.utf8) == Array(text.utf8))
        }
    }

    @Test func aScriptCannotBeClosedFromInside() {
        let json = Self.written { $0.append(scriptJSONString: "</script><!--&'\u{2028}中") }
        #expect(json == #""\u003c/script\u003e\u003c!--\u0026\u0027\u2028中""#)
    }

    @Test func addresses() {
        #expect(Self.written { $0.append(urlEncoded: "/a b/中?x=1&y=%20#f") } == "/a%20b/%E4%B8%AD?x=1&y=%20#f")
        #expect(Self.written { $0.append(urlComponent: "a/b c") } == "a%2Fb%20c")
    }

    @Test(arguments: [0, 7, 10, -1, 1_234_567_890, Int.max, Int.min])
    func decimals(_ number: Int) {
        #expect(Self.written { $0.append(decimal: number) } == String(number))
    }

    @Test func digestsOfTheStandard() {
        #expect(
            SHA256.hexadecimal(of: Array("abc".utf8))
                == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(
            SHA256.hexadecimal(of: [])
                == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    }
}
