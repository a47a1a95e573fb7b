/// The key of a gateway: sent in one header, and shown nowhere.
package struct GatewayKey: Sendable {
    private let value: String

    /// Nil when the text can't stand in a header.
    package init?(_ value: String) {
        guard !value.isEmpty, value.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return nil }
        self.value = value
    }

    var header: String { "Authorization: Bearer " + value }

    /// Whether bytes that shall be written hold the key.
    package func isIn(_ bytes: [UInt8]) -> Bool { Self.find(Array(value.utf8), in: bytes, from: 0) != nil }

    /// A text with `[key]` in the place of the key, as it is, as it stands in URLs, and in lower case as in names of hosts.
    package func redacted(_ text: String) -> String {
        var bytes = Array(text.utf8)
        let forms = Set([Array(value.utf8), percentEncoded, Array(value.lowercased().utf8)])
        for form in forms.sorted(by: { $0.count > $1.count }) {
            var clean: [UInt8] = []
            var start = 0
            while let place = Self.find(form, in: bytes, from: start) {
                clean += bytes[start..<place] + "[key]".utf8
                start = place + form.count
            }
            bytes = clean + bytes[start...]
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private var percentEncoded: [UInt8] {
        value.utf8.flatMap { byte -> [UInt8] in
            let isPlain =
                (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
                || [0x2D, 0x2E, 0x5F, 0x7E].contains(byte)
            if isPlain { return [byte] }
            let digits = Array(String(byte, radix: 16, uppercase: true).utf8)
            return [0x25] + (digits.count == 1 ? [0x30] : []) + digits
        }
    }

    private static func find(_ wanted: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
        guard let first = wanted.first, start <= bytes.count - wanted.count else { return nil }
        for index in start...(bytes.count - wanted.count)
        where bytes[index] == first && bytes[index..<index + wanted.count].elementsEqual(wanted) {
            return index
        }
        return nil
    }
}
