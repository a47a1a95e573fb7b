/// An exact, non-negative decimal number, kept as its canonical text: `(0|[1-9]\d*)(\.\d*[1-9])?`. Never a binary float.
package struct DecimalNumber: Sendable, Hashable {
    package let text: String

    /// The most digits that a number may have, before and behind its point together.
    package static let digitLimit = 40

    /// Nil when the text is not in the canonical form, or has more than 40 digits.
    package init?(canonical text: String) {
        guard Self.isCanonical(Array(text.utf8)) else { return nil }
        self.text = text
    }

    /// The number that these digits mean when the last `scale` of them stand behind the point; nil beyond 40 digits.
    /// Digits are values 0 to 9, most significant first; zeros at either end don't matter.
    init?(digits: [UInt8], scale: Int) {
        var digits = digits[...]
        var scale = scale
        while digits.last == 0 {
            digits = digits.dropLast()
            scale -= 1
        }
        digits = digits.drop { $0 == 0 }
        guard !digits.isEmpty else {
            text = "0"
            return
        }
        let zerosBehind = max(-scale, 0)
        let zerosBefore = max(scale + 1 - digits.count, 0)
        // Exponents can be large: count before making room.
        guard digits.count + zerosBehind + zerosBefore <= Self.digitLimit else { return nil }
        var bytes = [UInt8](repeating: 0x30, count: zerosBefore)
        bytes.append(contentsOf: digits.map { $0 + 0x30 })
        bytes.append(contentsOf: repeatElement(0x30, count: zerosBehind))
        if scale > 0 { bytes.insert(0x2E, at: bytes.count - scale) }
        text = String(decoding: bytes, as: UTF8.self)
    }

    package static let zero = DecimalNumber(zero: ())

    package static let one = DecimalNumber(one: ())

    private init(zero: ()) { text = "0" }

    private init(one: ()) { text = "1" }

    package var isZero: Bool { text == "0" }

    /// All digits in order, and how many of them stand behind the point.
    var digitsAndScale: (digits: [UInt8], scale: Int) {
        let (whole, fraction) = parts
        return ((whole + fraction).map { $0 - 0x30 }, fraction.count)
    }

    /// What stands before and behind the point, as ASCII digits.
    private var parts: (whole: ArraySlice<UInt8>, fraction: ArraySlice<UInt8>) {
        let bytes = Array(text.utf8)
        guard let point = bytes.firstIndex(of: 0x2E) else { return (bytes[...], []) }
        return (bytes[..<point], bytes[(point + 1)...])
    }
}

extension DecimalNumber: Comparable {
    package static func < (one: DecimalNumber, other: DecimalNumber) -> Bool {
        let (first, second) = (one.parts, other.parts)
        if first.whole.count != second.whole.count { return first.whole.count < second.whole.count }
        if first.whole != second.whole { return first.whole.lexicographicallyPrecedes(second.whole) }
        // Without zeros at the end, the order of fractions is the order of their digits.
        return first.fraction.lexicographicallyPrecedes(second.fraction)
    }
}

extension DecimalNumber {
    /// The exact product; nil when it has more than 40 digits.
    package func multiplied(by other: DecimalNumber) -> DecimalNumber? {
        let (one, two) = (digitsAndScale, other.digitsAndScale)
        var columns = [Int](repeating: 0, count: one.digits.count + two.digits.count)
        for (row, left) in one.digits.enumerated() {
            for (column, right) in two.digits.enumerated() { columns[row + column + 1] += Int(left) * Int(right) }
        }
        var carry = 0
        for index in columns.indices.reversed() {
            let sum = columns[index] + carry
            columns[index] = sum % 10
            carry = sum / 10
        }
        return DecimalNumber(digits: columns.map { UInt8($0) }, scale: one.scale + two.scale)
    }

    /// The number times ten to this power; nil when that has more than 40 digits.
    package func scaled(byPowerOfTen power: Int) -> DecimalNumber? {
        let (digits, scale) = digitsAndScale
        return DecimalNumber(digits: digits, scale: scale - power)
    }

    /// Whether the number may stand as a price: zero, or within 1e-12…1e9 (catalog contract, section 3).
    package var isPlausiblePrice: Bool { isZero || (Self.smallestPrice...Self.largestPrice).contains(self) }

    private static let smallestPrice = DecimalNumber(digits: [1], scale: 12) ?? zero
    private static let largestPrice = DecimalNumber(digits: [1], scale: -9) ?? zero
}

extension DecimalNumber {
    private static func isCanonical(_ bytes: [UInt8]) -> Bool {
        let parts = bytes.split(separator: 0x2E, maxSplits: 2, omittingEmptySubsequences: false)
        guard let whole = parts.first, !whole.isEmpty, parts.count <= 2 else { return false }
        guard bytes.count - (parts.count - 1) <= digitLimit else { return false }
        guard whole.allSatisfy(isDigit), whole.count == 1 || whole.first != 0x30 else { return false }
        guard parts.count == 2 else { return true }
        return parts[1].allSatisfy(isDigit) && (parts[1].last.map { $0 != 0x30 } ?? false)
    }

    static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
