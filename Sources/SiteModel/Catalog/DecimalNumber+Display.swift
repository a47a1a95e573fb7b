/// How an amount is shown: rounded half-even to six significant digits, at least two decimals from 0.01 on, and never as
/// zero unless it is zero. No group separator, so the text can be read back as a number.
extension DecimalNumber {
    package var displayText: String {
        if isZero { return text }
        var (digits, scale) = digitsAndScale
        let leadingZeros = digits.prefix { $0 == 0 }.count
        digits.removeFirst(leadingZeros)
        if digits.count > Self.shownDigits {
            let dropped = digits.count - Self.shownDigits
            digits = Self.rounded(digits, to: Self.shownDigits)
            scale -= dropped
        }
        // Six digits with zeros around them always fit into forty, since the number did.
        guard let rounded = DecimalNumber(digits: digits, scale: scale) else { return text }
        return rounded < Self.oneHundredth ? rounded.text : rounded.withTwoDecimals
    }

    private static let shownDigits = 6
    private static let oneHundredth = DecimalNumber(digits: [1], scale: 2) ?? zero

    /// Half-even; a carry out of the first digit makes the result one digit longer, which keeps the value.
    private static func rounded(_ digits: [UInt8], to count: Int) -> [UInt8] {
        var kept = Array(digits.prefix(count))
        let rest = digits.dropFirst(count)
        let isHalf = rest.first == 5 && rest.dropFirst().allSatisfy { $0 == 0 }
        let goesUp = isHalf ? (kept.last ?? 0) % 2 == 1 : (rest.first ?? 0) >= 5
        guard goesUp else { return kept }
        for index in kept.indices.reversed() {
            if kept[index] < 9 {
                kept[index] += 1
                return kept
            }
            kept[index] = 0
        }
        return [1] + kept
    }

    private var withTwoDecimals: String {
        let decimals = digitsAndScale.scale
        if decimals >= 2 { return text }
        return decimals == 1 ? text + "0" : text + ".00"
    }
}
