internal import Diagnostics

/// Strings and numbers.
extension JSONReader {
    /// A string from its opening quote on. Mistakes inside it are noted and the reading goes on.
    mutating func string() throws(JSONMistake) -> String {
        let start = at
        at += 1
        var run = at
        var unescaped: [UInt8] = []
        while at < bytes.count {
            switch bytes[at] {
            case UInt8(ascii: "\""):
                let rest = run..<at
                at += 1
                if unescaped.isEmpty { return String(decoding: bytes[rest], as: UTF8.self) }
                return String(decoding: unescaped + bytes[rest], as: UTF8.self)
            case UInt8(ascii: "\\"):
                unescaped += bytes[run..<at]
                try escape(into: &unescaped, stringAt: start)
                run = at
            case 0x0A, 0x0D:
                throw JSONCodes.unclosedString(at: start)
            case 0..<0x20:
                note(JSONCodes.controlCharacter(bytes[at], at: at))
                at += 1
            default: at = endOfRun(from: at + 1)
            }
        }
        throw JSONCodes.unclosedString(at: start)
    }

    /// A number by the grammar of RFC 8259, section 6, as it is written.
    mutating func number() throws(JSONMistake) -> String {
        let start = at
        if byte == UInt8(ascii: "-") { at += 1 }
        let isZero = byte == UInt8(ascii: "0")
        guard let digits = skipDigits(), !(isZero && digits > 1) else { throw badNumber(from: start) }
        if byte == UInt8(ascii: ".") {
            at += 1
            guard skipDigits() != nil else { throw badNumber(from: start) }
        }
        if byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E") {
            at += 1
            if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") { at += 1 }
            guard skipDigits() != nil else { throw badNumber(from: start) }
        }
        if let byte, Self.belongsToNumber(byte) { throw badNumber(from: start) }
        return String(decoding: bytes[start..<at], as: UTF8.self)
    }

    /// The bytes of something that was meant as a word or number.
    func word(from start: Int) -> Range<Int> {
        var end = start
        while end < bytes.count, Self.belongsToNumber(bytes[end]) { end += 1 }
        return start..<max(end, min(start + 1, bytes.count))
    }
}

extension JSONReader {
    /// The first quote, backslash or control character from `start` on.
    private func endOfRun(from start: Int) -> Int {
        var index = start
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte < 0x20 { break }
            index += 1
        }
        return index
    }

    /// The number of digits skipped, nil for none.
    private mutating func skipDigits() -> Int? {
        let start = at
        while at < bytes.count, bytes[at] >= UInt8(ascii: "0"), bytes[at] <= UInt8(ascii: "9") { at += 1 }
        return at > start ? at - start : nil
    }

    private static func belongsToNumber(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."),
            UInt8(ascii: "_"):
            true
        default: false
        }
    }

    private func badNumber(from start: Int) -> JSONMistake {
        let range = word(from: start)
        return JSONCodes.badNumber(String(decoding: bytes[range].prefix(40), as: UTF8.self), range)
    }

    private mutating func escape(into text: inout [UInt8], stringAt start: Int) throws(JSONMistake) {
        let place = at
        guard at + 1 < bytes.count else { throw JSONCodes.unclosedString(at: start) }
        let sign = bytes[at + 1]
        if let plain = Self.plainEscape(sign) {
            text.append(plain)
            at += 2
            return
        }
        guard sign == UInt8(ascii: "u"), let unit = hexUnit(at: at + 2) else {
            // A control character after the backslash is looked at by itself.
            let length = sign < 0x20 ? 1 : 1 + characterLength(at: at + 1)
            note(
                JSONCodes.badEscape(
                    String(decoding: bytes[place..<place + length], as: UTF8.self), place..<place + length))
            at += length
            return
        }
        at += 6
        text += surrogatePair(unit, from: place)
    }

    /// The UTF-8 of an escaped unit; the second half of a pair is read here, a lone half becomes U+FFFD.
    private mutating func surrogatePair(_ unit: UInt16, from place: Int) -> [UInt8] {
        var scalar = Unicode.Scalar(unit)
        if UTF16.isLeadSurrogate(unit), at + 1 < bytes.count, bytes[at] == UInt8(ascii: "\\"),
            bytes[at + 1] == UInt8(ascii: "u"), let low = hexUnit(at: at + 2), UTF16.isTrailSurrogate(low)
        {
            at += 6
            scalar = Unicode.Scalar(0x10000 + (UInt32(unit) - 0xD800) << 10 + (UInt32(low) - 0xDC00))
        }
        guard let scalar else {
            note(JSONCodes.loneSurrogate(String(decoding: bytes[place..<place + 6], as: UTF8.self), place..<place + 6))
            return [0xEF, 0xBF, 0xBD]
        }
        return Array(String(scalar).utf8)
    }

    private func hexUnit(at index: Int) -> UInt16? {
        guard index + 4 <= bytes.count else { return nil }
        var unit: UInt16 = 0
        for byte in bytes[index..<index + 4] {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): unit = unit << 4 | UInt16(byte - 0x30)
            case UInt8(ascii: "a")...UInt8(ascii: "f"): unit = unit << 4 | UInt16(byte - 0x57)
            case UInt8(ascii: "A")...UInt8(ascii: "F"): unit = unit << 4 | UInt16(byte - 0x37)
            default: return nil
            }
        }
        return unit
    }

    private func characterLength(at index: Int) -> Int {
        switch bytes[index] {
        case 0..<0x80: 1
        case 0x80..<0xE0: 2
        case 0xE0..<0xF0: 3
        default: 4
        }
    }

    private static func plainEscape(_ sign: UInt8) -> UInt8? {
        switch sign {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): sign
        case UInt8(ascii: "n"): 0x0A
        case UInt8(ascii: "t"): 0x09
        case UInt8(ascii: "r"): 0x0D
        case UInt8(ascii: "b"): 0x08
        case UInt8(ascii: "f"): 0x0C
        default: nil
        }
    }
}
