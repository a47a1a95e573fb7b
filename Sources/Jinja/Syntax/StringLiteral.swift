/// The escapes of a string literal, as Python reads them.
enum StringLiteral {
    /// The text of what stands between the quotes.
    static func text(of content: ArraySlice<UInt8>) -> String {
        var result: [UInt8] = []
        var index = content.startIndex
        while index < content.endIndex {
            let byte = content[index]
            index += 1
            if byte == 0x0D {
                result.append(0x0A)
                if index < content.endIndex, content[index] == 0x0A { index += 1 }
            } else if byte == 0x5C, index < content.endIndex {
                readEscape(content, &index, &result)
            } else {
                result.append(byte)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}

extension StringLiteral {
    private static let simple: [UInt8: UInt8] = [
        0x5C: 0x5C, 0x27: 0x27, 0x22: 0x22, 0x6E: 0x0A, 0x72: 0x0D, 0x74: 0x09, 0x61: 0x07, 0x62: 0x08, 0x66: 0x0C,
        0x76: 0x0B,
    ]

    private static func readEscape(_ content: ArraySlice<UInt8>, _ index: inout Int, _ result: inout [UInt8]) {
        let mark = content[index]
        if let byte = simple[mark] {
            result.append(byte)
            index += 1
        } else if mark == 0x0A || mark == 0x0D {
            index += 1
            if mark == 0x0D, index < content.endIndex, content[index] == 0x0A { index += 1 }
        } else if 0x30...0x37 ~= mark {
            append(digits(content, &index, at: 3, radix: 8, isExact: false) ?? 0, to: &result)
        } else {
            let width: [UInt8: Int] = [0x78: 2, 0x75: 4, 0x55: 8]
            var after = index + 1
            if let count = width[mark], let value = digits(content, &after, at: count, radix: 16, isExact: true) {
                append(value, to: &result)
                index = after
            } else {
                // An unknown escape stays as it is written.
                result += [0x5C]
            }
        }
    }

    private static func digits(
        _ content: ArraySlice<UInt8>, _ index: inout Int, at most: Int, radix: Int, isExact: Bool
    ) -> Int? {
        var at = index
        var value = 0
        while at < content.endIndex, at - index < most {
            guard let digit = Int(String(Unicode.Scalar(content[at])), radix: radix) else { break }
            value = value * radix + digit
            at += 1
        }
        if isExact, at - index < most { return nil }
        index = at
        return value
    }

    private static func append(_ value: Int, to result: inout [UInt8]) {
        let scalar = UInt32(exactly: value).flatMap(Unicode.Scalar.init) ?? "\u{FFFD}"
        result += Array(String(Character(scalar)).utf8)
    }
}
