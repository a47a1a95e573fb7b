internal import Glibc

/// Numbers as Python prints and reads them.
enum PythonNumber {
    /// As `repr` of a Python float: the shortest digits that read back, with an exponent below 1e-4 and from 1e16 on.
    static func text(_ number: Double) -> String {
        if number.isNaN { return "nan" }
        if number.isInfinite { return number < 0 ? "-inf" : "inf" }
        if number == 0 { return number.sign == .minus ? "-0.0" : "0.0" }
        let (digits, exponent) = shortest(number.magnitude)
        let body: String
        if exponent < -4 || exponent >= 16 {
            let rest = digits.dropFirst()
            let power = abs(exponent) < 10 ? "0\(abs(exponent))" : "\(abs(exponent))"
            body = "\(digits[0])" + (rest.isEmpty ? "" : "." + joined(rest)) + (exponent < 0 ? "e-" : "e+") + power
        } else if exponent < 0 {
            body = "0." + String(repeating: "0", count: -exponent - 1) + joined(digits[...])
        } else {
            let whole = digits.prefix(exponent + 1)
            let zeros = String(repeating: "0", count: exponent + 1 - whole.count)
            let rest = digits.dropFirst(exponent + 1)
            body = joined(whole) + zeros + "." + (rest.isEmpty ? "0" : joined(rest))
        }
        return number < 0 ? "-" + body : body
    }

    /// With a fixed number of digits after the point, rounded to nearest, ties to even on the exact value.
    static func fixed(_ number: Double, digits: Int) -> String { printed(number, "%.\(digits)f") }

    /// By a format of the C library that takes one double.
    static func printed(_ number: Double, _ format: String) -> String {
        // The function writes no more than it is told, and the format takes the one argument.
        unsafe withVaList([number]) { arguments in
            let capacity = 1500
            return unsafe String(unsafeUninitializedCapacity: capacity) { buffer in
                let length = unsafe buffer.withMemoryRebound(to: CChar.self) {
                    unsafe vsnprintf($0.baseAddress, capacity, format, arguments)
                }
                return min(max(Int(length), 0), capacity - 1)
            }
        }
    }

    /// A Python integer literal with sign, underscores and blanks around; nil when it is none or does not fit.
    static func integer(_ text: String, base: Int = 10) -> Int? {
        var bytes = digitsRead(PythonCharacters.trimmed(text))[...]
        let negative = bytes.first == 0x2D
        if negative || bytes.first == 0x2B { bytes = bytes.dropFirst() }
        var radix = base
        if bytes.count > 2, bytes.first == 0x30, let named = radixes[bytes[bytes.startIndex + 1] | 0x20],
            base == 0 || base == named
        {
            radix = named
            bytes = bytes.dropFirst(2)
            if bytes.first == 0x5F { bytes = bytes.dropFirst() }
        }
        if radix == 0 { radix = 10 }
        guard (2...36).contains(radix), let digits = withoutUnderscores(bytes) else { return nil }
        return Int((negative ? "-" : "") + digits, radix: radix)
    }

    /// A Python float literal with blanks around; nil when it is none.
    static func double(_ text: String) -> Double? {
        let bytes = digitsRead(PythonCharacters.trimmed(text))[...]
        guard let digits = withoutUnderscores(bytes), !digits.isEmpty else { return nil }
        switch digits.lowercased() {
        case "inf", "+inf", "infinity", "+infinity": return .infinity
        case "-inf", "-infinity": return -.infinity
        case "nan", "+nan", "-nan": return .nan
        default: break
        }
        guard digits.utf8.allSatisfy({ 0x30...0x39 ~= $0 || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains($0) }) else {
            return nil
        }
        return Double(digits)
    }
}

extension PythonNumber {
    private static let radixes: [UInt8: Int] = [0x78: 16, 0x6F: 8, 0x62: 2]

    /// Digits and decimal exponent of the first: 1234.5 gives ([1, 2, 3, 4, 5], 3).
    private static func shortest(_ number: Double) -> (digits: [UInt8], exponent: Int) {
        var digits: [UInt8] = []
        var point: Int?
        var power = 0
        let text = Array(number.description.utf8)
        var index = 0
        while index < text.count {
            let byte = text[index]
            if byte == 0x2E {
                point = digits.count
            } else if byte == 0x65 || byte == 0x45 {
                power = Int(String(decoding: text[(index + 1)...], as: UTF8.self)) ?? 0
                break
            } else {
                digits.append(byte - 0x30)
            }
            index += 1
        }
        var exponent = (point ?? digits.count) - 1 + power
        let leading = digits.prefix { $0 == 0 }.count
        exponent -= leading
        digits.removeFirst(leading)
        while digits.count > 1, digits.last == 0 { digits.removeLast() }
        return (digits, exponent)
    }

    private static func joined(_ digits: ArraySlice<UInt8>) -> String {
        String(decoding: digits.map { $0 + 0x30 }, as: UTF8.self)
    }

    /// Decimal digits of all scripts as ASCII ones, as Python reads them.
    private static func digitsRead(_ bytes: [UInt8]) -> [UInt8] {
        if bytes.allSatisfy({ $0 < 0x80 }) { return bytes }
        let text = String(decoding: bytes, as: UTF8.self).unicodeScalars.reduce(into: "") { text, scalar in
            if scalar.properties.generalCategory == .decimalNumber, let value = scalar.properties.numericValue {
                text += String(Int(value))
            } else {
                text.unicodeScalars.append(scalar)
            }
        }
        return Array(text.utf8)
    }

    /// Underscores only between digits, as Python allows.
    private static func withoutUnderscores(_ bytes: ArraySlice<UInt8>) -> String? {
        var kept: [UInt8] = []
        var last: UInt8 = 0x5F
        for byte in bytes {
            if byte == 0x5F, last == 0x5F { return nil }
            if byte != 0x5F { kept.append(byte) }
            last = byte
        }
        return last == 0x5F ? nil : String(decoding: kept, as: UTF8.self)
    }
}
