/// The arithmetic that stays exact or says that it can't: quotients and what is left of one.
extension DecimalNumber {
    /// The exact quotient; nil when it has no end, more than 40 digits, or the divisor is zero.
    package func divided(by divisor: DecimalNumber) -> DecimalNumber? {
        if divisor.isZero { return nil }
        if isZero { return .zero }
        let (numerator, denominator) = (digitsAndScale, divisor.digitsAndScale)
        let units = denominator.digits.drop { $0 == 0 }
        var rest: [UInt8] = []
        var quotient: [UInt8] = []
        var scale = numerator.scale - denominator.scale
        var position = 0
        while position < numerator.digits.count || !rest.isEmpty {
            if position < numerator.digits.count {
                rest.append(numerator.digits[position])
            } else {
                guard scale <= Self.digitLimit else { return nil }
                rest.append(0)
                scale += 1
            }
            position += 1
            if rest.first == 0 { rest = Array(rest.drop { $0 == 0 }) }
            quotient.append(Self.takeMultiples(of: units, from: &rest))
        }
        return DecimalNumber(digits: quotient, scale: scale)
    }

    /// One minus the number; nil when that is negative or has more than 40 digits.
    package var complementToOne: DecimalNumber? {
        let (digits, scale) = digitsAndScale
        var one = [UInt8](repeating: 0, count: scale)
        one.insert(1, at: 0)
        var rest = one
        let part = Array(digits.drop { $0 == 0 })
        guard !Self.isLess(rest, part[...]) else { return nil }
        Self.subtract(part[...], from: &rest)
        return DecimalNumber(digits: rest, scale: scale)
    }

    /// How often the divisor goes into the rest, 0 to 9 times; the rest keeps what is left.
    private static func takeMultiples(of divisor: ArraySlice<UInt8>, from rest: inout [UInt8]) -> UInt8 {
        var count: UInt8 = 0
        while !isLess(rest, divisor) {
            subtract(divisor, from: &rest)
            count += 1
        }
        return count
    }

    /// Both without zeros in front.
    private static func isLess(_ one: [UInt8], _ other: ArraySlice<UInt8>) -> Bool {
        one.count != other.count ? one.count < other.count : one.lexicographicallyPrecedes(other)
    }

    private static func subtract(_ less: ArraySlice<UInt8>, from more: inout [UInt8]) {
        var borrow: UInt8 = 0
        let offset = more.count - less.count
        for index in more.indices.reversed() {
            let digit = (index >= offset ? less[less.startIndex + index - offset] : 0) + borrow
            borrow = more[index] < digit ? 1 : 0
            more[index] = more[index] + 10 * borrow - digit
        }
        more = Array(more.drop { $0 == 0 })
    }
}
