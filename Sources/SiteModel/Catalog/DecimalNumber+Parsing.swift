/// Reads a price as gateways write it: a JSON number, or the same digits in a string.
///
/// The grammar is strict, because a reader that takes the longest fitting beginning turns `0,15` into a free model:
/// `(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d{1,3})?`, at most 40 digits.
extension DecimalNumber {
    /// Why a text is no price.
    package enum Rejection: Error, Sendable, Hashable {
        /// Not a number by the grammar.
        case malformed
        /// A sign in front, `-0` as well. `-1` is for the adapter to read as "varies" before it asks.
        case negative
        /// More than 40 digits, as written or as a plain number.
        case tooManyDigits
        /// Not zero, and below 1e-12 or above 1e9.
        case outOfRange
    }

    /// The number times ten to the power: 6 makes a price per token one per million.
    /// - Throws: why the text is no price.
    package init(priceText text: String, scaledByPowerOfTen power: Int = 0) throws(Rejection) {
        try self.init(priceText: Array(text.utf8)[...], scaledByPowerOfTen: power)
    }

    /// The same for a part of a file.
    /// - Throws: why the text is no price.
    package init(priceText bytes: ArraySlice<UInt8>, scaledByPowerOfTen power: Int = 0) throws(Rejection) {
        var scanner = NumberScanner(rest: bytes)
        let isNegative = scanner.skip(0x2D)
        let whole = scanner.digits()
        guard !whole.isEmpty, whole.count == 1 || whole.first != 0x30 else { throw .malformed }
        var fraction: ArraySlice<UInt8> = []
        if scanner.skip(0x2E) {
            fraction = scanner.digits()
            if fraction.isEmpty { throw .malformed }
        }
        guard let exponent = scanner.exponent(), scanner.rest.isEmpty else { throw .malformed }
        if isNegative { throw .negative }
        guard whole.count + fraction.count <= Self.digitLimit else { throw .tooManyDigits }
        let digits = (whole + fraction).map { $0 - 0x30 }
        guard let number = DecimalNumber(digits: digits, scale: fraction.count - exponent - power) else {
            // 1e300 has too many digits and is out of range; the range says more.
            throw abs(exponent + power) > Self.digitLimit / 2 ? .outOfRange : .tooManyDigits
        }
        guard number.isPlausiblePrice else { throw .outOfRange }
        self = number
    }
}

/// Takes a number apart from its beginning.
private struct NumberScanner {
    var rest: ArraySlice<UInt8>

    mutating func skip(_ byte: UInt8) -> Bool {
        guard rest.first == byte else { return false }
        rest = rest.dropFirst()
        return true
    }

    mutating func digits() -> ArraySlice<UInt8> {
        let digits = rest.prefix(while: DecimalNumber.isDigit)
        rest = rest.dropFirst(digits.count)
        return digits
    }

    /// Zero when there is none; nil when it is malformed.
    mutating func exponent() -> Int? {
        guard skip(0x65) || skip(0x45) else { return 0 }
        let isNegative = skip(0x2D)
        if !isNegative { _ = skip(0x2B) }
        let digits = digits()
        guard (1...3).contains(digits.count) else { return nil }
        let value = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
        return isNegative ? -value : value
    }
}
