import Bytes
import Testing

/// The examples of RFC 4648, section 10.
@Suite struct Base64Tests {
    @Test(arguments: [
        ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
        ("foobar", "Zm9vYmFy"),
    ])
    func examples(_ text: String, _ expected: String) { #expect(Base64.text(of: Array(text.utf8)) == expected) }

    @Test func everyDigit() { #expect(Base64.text(of: [0xFF, 0xFF, 0xFE, 0xFB, 0xF0]) == "///++/A=") }
}
