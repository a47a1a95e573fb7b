/// How many tokens a text may have, without any model's tokenizer. Method `utf8-cjk-v1`: a quarter for each byte of ASCII,
/// a half for each character of two bytes, one for each longer character; rounded up. An estimate, never a model's count.
enum TokenEstimate {
    static let method: StaticString = "utf8-cjk-v1"

    static func count(_ bytes: UnsafeRawBufferPointer) -> Int {
        var ascii = 0
        var middle = 0
        var long = 0
        for byte in bytes {
            ascii &+= byte < 0x80 ? 1 : 0
            long &+= byte >= 0xE0 ? 1 : 0
            middle &+= byte >= 0xC0 ? 1 : 0
        }
        return (ascii + 2 * (middle - long) + 4 * long + 3) / 4
    }
}
