import Bytes

/// Attributes and references of markup.
extension MarkupScanner {
    /// The value of an attribute, decoded; empty when it has none, nil when it isn't there.
    package func attribute(_ name: StaticString, of tag: Tag) -> String? {
        var index = tag.attributes.lowerBound
        let end = tag.attributes.upperBound
        while index < end {
            while index < end, bytes[index] <= 0x20 || bytes[index] == 0x2F { index += 1 }
            let start = index
            while index < end, bytes[index] > 0x20, bytes[index] != 0x3D, bytes[index] != 0x2F || index == start {
                index += 1
            }
            let isIt = Self.equal(bytes[start..<index], name)
            while index < end, bytes[index] <= 0x20 { index += 1 }
            guard index < end, bytes[index] == 0x3D else {
                if isIt { return "" }
                continue
            }
            index += 1
            while index < end, bytes[index] <= 0x20 { index += 1 }
            let value = valueRange(&index, end)
            if isIt { return decoded(value) }
        }
        return nil
    }

    private func valueRange(_ index: inout Int, _ end: Int) -> Range<Int> {
        guard index < end, bytes[index] == 0x22 || bytes[index] == 0x27 else {
            let start = index
            while index < end, bytes[index] > 0x20 { index += 1 }
            return start..<index
        }
        let quote = bytes[index]
        let start = index + 1
        index = start
        while index < end, bytes[index] != quote { index += 1 }
        let value = start..<index
        index = min(index + 1, end)
        return value
    }

    private static func equal(_ bytes: ArraySlice<UInt8>, _ name: StaticString) -> Bool {
        guard bytes.count == name.utf8CodeUnitCount else { return false }
        return name.withUTF8Buffer { word in zip(bytes, word).allSatisfy { $0 | 0x20 == $1 || $0 == $1 } }
    }

    /// Text with its references replaced.
    package func decoded(_ range: Range<Int>) -> String {
        guard bytes[range].contains(0x26) else { return String(decoding: bytes[range], as: UTF8.self) }
        var text: [UInt8] = []
        append(range) { text.append($0) }
        return String(decoding: text, as: UTF8.self)
    }

    /// Hands on the bytes of a text with its references replaced.
    @inline(__always)
    func append(_ range: Range<Int>, to sink: (UInt8) -> Void) {
        var index = range.lowerBound
        while index < range.upperBound {
            let byte = bytes[index]
            if byte == 0x26, let (scalar, length) = Self.reference(in: bytes[index..<range.upperBound]) {
                for unit in Character(scalar).utf8 { sink(unit) }
                index += length
            } else {
                sink(byte)
                index += 1
            }
        }
    }

    /// The reference that a text begins with, and its length.
    static func reference(in text: ArraySlice<UInt8>) -> (Unicode.Scalar, Int)? {
        guard let semicolon = text.prefix(12).firstIndex(of: 0x3B) else { return nil }
        let name = String(decoding: text[text.startIndex + 1..<semicolon], as: UTF8.self)
        let length = semicolon + 1 - text.startIndex
        if name.hasPrefix("#") {
            let isHexadecimal = name.dropFirst().first.map { $0 == "x" || $0 == "X" } ?? false
            let number = isHexadecimal ? UInt32(name.dropFirst(2), radix: 16) : UInt32(name.dropFirst())
            return number.flatMap { Unicode.Scalar($0) }.map { ($0, length) }
        }
        return references[name].map { ($0, length) }
    }

    /// The references that templates use.
    private static let references: [String: Unicode.Scalar] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "copy": "©", "reg": "®",
        "middot": "·", "hellip": "…", "mdash": "—", "ndash": "–", "laquo": "«", "raquo": "»", "times": "×", "rarr": "→",
        "larr": "←", "bull": "•", "ldquo": "“", "rdquo": "”", "lsquo": "‘", "rsquo": "’", "shy": "\u{AD}", "yen": "¥",
    ]
}
