import Bytes
import Testing

/// Digests against published values.
@Suite struct HashTests {
    /// FIPS 180-4 examples and the NIST byte-oriented short messages.
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
        (
            "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
            "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
        ),
    ])
    func sha256OfTheStandard(_ text: String, _ digest: String) {
        #expect(SHA256.hexadecimal(of: Array(text.utf8)) == digest)
    }

    @Test func sha256OfAMillionLetters() {
        #expect(
            SHA256.hexadecimal(of: [UInt8](repeating: 0x61, count: 1_000_000))
                == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
    }

    /// Where the padding needs a block of its own.
    @Test(arguments: [
        (55, "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"),
        (56, "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a"),
        (63, "7d3e74a05d7db15bce4ad9ec0658ea98e3f06eeecf16b4c6fff2da457ddc2f34"),
        (64, "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"),
        (65, "635361c48bb9eab14198e76ea8ab7f1a41685d6ad62aa9146d301d4f17eb0ae0"),
    ])
    func sha256AroundTheBlock(_ count: Int, _ digest: String) {
        #expect(SHA256.hexadecimal(of: [UInt8](repeating: 0x61, count: count)) == digest)
    }

    /// XXH3, 128 bits, seed 0, in the canonical order; the values come from the reference implementation.
    @Test func fingerprintsOfTheReference() {
        #expect(Fingerprint(of: [UInt8]()).hexadecimal == "99aa06d3014798d86001c324468d497f")
        #expect(Fingerprint(of: "a").hexadecimal == "a96faf705af16834e6c632b61e964e1f")
        #expect(Fingerprint(of: "abc").hexadecimal == "06b05ab6733a618578af5f94892f3950")
        #expect(Fingerprint(of: Array(UInt8.min...UInt8.max)).hexadecimal == "f1f8a93f50849ac39408a4433b952d71")
        #expect(
            Fingerprint(of: (0..<1000).map { UInt8($0 % 251) }).hexadecimal == "18bf41bc8229e27733ef703fb2b20ed1")
    }

    @Test func fingerprintsOfTextAreThoseOfItsBytes() {
        #expect(Fingerprint(of: "中转站") == Fingerprint(of: Array("中转站".utf8)))
        #expect(Fingerprint(of: "a") != Fingerprint(of: "b"))
        #expect(Fingerprint(high: 1, low: 0x0F).hexadecimal == "0000000000000001000000000000000f")
    }
}
