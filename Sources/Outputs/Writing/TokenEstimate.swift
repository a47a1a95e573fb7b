/// How many tokens a text may have, without any model's tokenizer. Method `utf8-cjk-v1`: a quarter for each byte of ASCII,
/// a half for each character of two bytes, one for each longer character; rounded up. An estimate, never a model's count.
package enum TokenEstimate {
    package static let method: StaticString = "utf8-cjk-v1"

    package static func count(_ bytes: UnsafeRawBufferPointer) -> Int {
        let lengths = UTF8Lengths(of: bytes)
        return (lengths.ascii + 2 * lengths.middle + 4 * lengths.long + 3) / 4
    }
}
