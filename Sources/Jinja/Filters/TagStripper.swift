/// Takes the tags out of HTML and reads its character references.
enum TagStripper {
    static func strip(_ html: String) -> String {
        let bytes = Array(html.utf8)
        var kept: [UInt8] = []
        var position = 0
        while let start = bytes[position...].firstIndex(of: 0x3C) {
            let isComment = bytes[start...].starts(with: [0x3C, 0x21, 0x2D, 0x2D])
            let mark: [UInt8] = isComment ? [0x2D, 0x2D, 0x3E] : [0x3E]
            guard let end = TextSearch.first(mark, in: bytes, from: isComment ? start + 4 : start) else { break }
            kept += bytes[position..<start]
            position = end + mark.count
        }
        kept += bytes[position...]
        let words = String(decoding: kept, as: UTF8.self).unicodeScalars
            .split(whereSeparator: PythonCharacters.isSpace).map { String($0) }
        return unescape(Array(words.joined(separator: " ").utf8))
    }

    private static let named: [String: String] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "copy": "©", "reg": "®",
        "hellip": "…", "mdash": "—", "ndash": "–", "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”", "times": "×",
        "middot": "·", "laquo": "«", "raquo": "»", "euro": "€", "yen": "¥", "pound": "£", "trade": "™", "deg": "°",
    ]

    private static func unescape(_ bytes: [UInt8]) -> String {
        var result: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if bytes[index] == 0x26, let end = bytes[index...].prefix(34).firstIndex(of: 0x3B),
                let text = character(String(decoding: bytes[(index + 1)..<end], as: UTF8.self))
            {
                result += Array(text.utf8)
                index = end + 1
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func character(_ name: String) -> String? {
        guard name.utf8.first == 0x23 else { return named[name] }
        let digits = name.dropFirst()
        let isHexadecimal = digits.utf8.first.map { $0 | 0x20 == 0x78 } ?? false
        let number = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        return number.flatMap(Unicode.Scalar.init).map { $0.value == 0 ? "\u{FFFD}" : String($0) }
    }
}
