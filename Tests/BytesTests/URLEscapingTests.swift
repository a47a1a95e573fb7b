import Bytes
import Testing

/// Percent-encoding. Source of the sets: RFC 3986, section 2; the CommonMark reference for whole addresses.
@Suite struct URLEscapingTests {
    private static let unreserved = Set(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~".unicodeScalars)
    private static let inAddresses = unreserved.union("!#$%&'()*+,/:;=?@".unicodeScalars)

    @Test func everyASCIICharacterOfAnAddress() {
        for value in UInt8(0)..<0x80 {
            let scalar = Unicode.Scalar(value)
            let expected = Self.inAddresses.contains(scalar) ? String(scalar) : Self.percent(value)
            #expect(EscapingTests.written { $0.append(urlEncoded: String(scalar)) } == expected)
        }
    }

    @Test func everyASCIICharacterOfAComponent() {
        for value in UInt8(0)..<0x80 {
            let scalar = Unicode.Scalar(value)
            let expected = Self.unreserved.contains(scalar) ? String(scalar) : Self.percent(value)
            #expect(EscapingTests.written { $0.append(urlComponent: String(scalar)) } == expected)
        }
    }

    @Test(arguments: [
        ("/a b/中?x=1&y=%20#f", "/a%20b/%E4%B8%AD?x=1&y=%20#f"), ("https://例.cn/é", "https://%E4%BE%8B.cn/%C3%A9"),
        ("a[1]\\\"<>`{|}^", "a%5B1%5D%5C%22%3C%3E%60%7B%7C%7D%5E"), ("%zz%", "%zz%"),
    ])
    func wholeAddresses(_ text: String, _ written: String) {
        #expect(EscapingTests.written { $0.append(urlEncoded: text) } == written)
    }

    @Test(arguments: [("a/b c", "a%2Fb%20c"), ("中", "%E4%B8%AD"), ("100%", "100%25"), ("a+b=c&d", "a%2Bb%3Dc%26d")])
    func components(_ text: String, _ written: String) {
        #expect(EscapingTests.written { $0.append(urlComponent: text) } == written)
    }

    private static func percent(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return "%" + (digits.utf8.count < 2 ? "0" : "") + digits
    }
}
