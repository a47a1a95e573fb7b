import SiteModel
import TestSupport
import Testing

/// Every expected value in this file was worked out by Python's `decimal` module.
@Suite("Decimal numbers")
struct DecimalNumberTests {
    @Test(
        "A price text becomes a canonical amount",
        arguments: [
            ("1.5e-7", 6, "0.15"), ("6e-7", 6, "0.6"), ("1.25e-6", 6, "1.25"), ("0.00001", 6, "10"), ("3e-6", 6, "3"),
            ("0.000015", 6, "15"), ("1.04e-6", 6, "1.04"), ("4e-7", 6, "0.4"), ("1.2e-6", 6, "1.2"),
            ("1.5000020000000002e-05", 6, "15.000020000000002"), ("0", 6, "0"), ("0.0", 6, "0"), ("0E+5", 0, "0"),
            ("0e-999", 0, "0"), ("2.50", 0, "2.5"), ("1E3", 0, "1000"), ("1e+3", 0, "1000"), ("100.000", 0, "100"),
            ("0.000000150000", 6, "0.15"), ("1e-18", 6, "0.000000000001"), ("1000", 6, "1000000000"),
            ("37.5", 0, "37.5"), ("1e9", 0, "1000000000"), ("1e-12", 0, "0.000000000001"),
        ])
    func parsing(text: String, power: Int, expected: String) throws {
        #expect(try DecimalNumber(priceText: text, scaledByPowerOfTen: power).text == expected)
    }

    @Test(
        "What is no price is refused",
        arguments: [
            ("", DecimalNumber.Rejection.malformed), ("0,15", .malformed), ("$0.15", .malformed), ("0x10", .malformed),
            ("1e", .malformed), ("1e3x", .malformed), ("1e1000", .malformed), ("1e+-3", .malformed), (".5", .malformed),
            ("5.", .malformed), ("00.5", .malformed), ("+1", .malformed), (" 1", .malformed), ("1 ", .malformed),
            ("NaN", .malformed), ("Infinity", .malformed), ("１", .malformed), ("1_000", .malformed),
            ("--1", .malformed),
            ("-", .malformed), ("1.2.3", .malformed),
            ("-1", .negative), ("-0", .negative), ("-0.0000015", .negative),
            ("1e400", .outOfRange), ("1e-400", .outOfRange), ("1e10", .outOfRange), ("1000000000.000001", .outOfRange),
            ("9e-13", .outOfRange),
            ("1." + String(repeating: "0", count: 40), .tooManyDigits),
            (String(repeating: "9", count: 400), .tooManyDigits),
            ("0." + String(repeating: "3", count: 39) + "3", .tooManyDigits),
        ])
    func rejection(text: String, reason: DecimalNumber.Rejection) {
        #expect(throws: reason) { try DecimalNumber(priceText: text) }
    }

    @Test("Forty digits are the most, in the text and in the number")
    func fortyDigits() throws {
        let text = "0." + String(repeating: "3", count: 39)
        #expect(try DecimalNumber(priceText: text).text == text)
        #expect(DecimalNumber(canonical: text) != nil)
        #expect(DecimalNumber(canonical: text + "3") == nil)
        #expect(DecimalNumber(canonical: "1" + String(repeating: "0", count: 40)) == nil)
        #expect(throws: DecimalNumber.Rejection.tooManyDigits) {
            try DecimalNumber(priceText: "1." + String(repeating: "3", count: 38) + "e-10")
        }
    }

    @Test(
        "Only the canonical text is taken as canonical",
        arguments: ["", "01", "1.", ".1", "1.0", "1.50", "-1", "1e3", "1,5", "0.0", " 1", "1.2.3", "１"])
    func notCanonical(text: String) {
        #expect(DecimalNumber(canonical: text) == nil)
    }

    @Test(
        "Products are exact",
        arguments: [
            ("0.0000000000012", "338704121230.24", "0.406444945476288"),
            ("0.068149772622318119", "0.000000000000003658", "0.000000000000000249291868252439679302"),
            ("0.000000003796", "70.869", "0.000000269018724"), ("2929179.285", "6247.795", "18300911690.926575"),
            ("957.8621805965653", "0.00079309156113", "0.759672412156715968492986789"),
            ("2718704.29102", "0.000000000010986394", "0.00002986875651063638188"),
            ("0.655066909", "6856240460129.37", "4491296245577.68414601733"),
            ("90976363.8706951155", "0.00005023091112", "4569.82564760966551929863436"),
            ("0.1", "0.2", "0.02"), ("2.5", "0.8", "2"), ("0", "123.45", "0"),
            ("1", "0.054794520547945206", "0.054794520547945206"),
        ])
    func product(one: String, other: String, expected: String) throws {
        let (one, other) = try (#require(DecimalNumber(canonical: one)), #require(DecimalNumber(canonical: other)))
        #expect(one.multiplied(by: other)?.text == expected)
        #expect(other.multiplied(by: one)?.text == expected)
    }

    @Test("A product of more than forty digits is none")
    func longProduct() throws {
        let long = try #require(DecimalNumber(canonical: "1234567890123456789.0123456789"))
        #expect(long.multiplied(by: long) == nil)
    }

    @Test(
        "Amounts are shown with six significant digits, rounded half-even, and never as zero",
        arguments: [
            ("0.15", "0.15"), ("10", "10.00"), ("1.25", "1.25"), ("0.000001", "0.000001"),
            ("0.000000000001", "0.000000000001"), ("15.000020000000002", "15.00"),
            ("0.054794520547945206", "0.0547945"), ("0.109589041095890412", "0.109589"),
            ("0.27397260273972603", "0.273973"), ("1234567.89", "1234570.00"), ("999999.5", "1000000.00"),
            ("999998.5", "999998.00"), ("0.0099999965", "0.01"), ("0.01", "0.01"), ("0.009999", "0.009999"),
            ("1000000000", "1000000000.00"), ("2.5000005", "2.50"), ("0.3333333333333333", "0.333333"),
            ("1.005", "1.005"), ("99999.95", "100000.00"), ("100000.5", "100000.00"), ("100001.5", "100002.00"),
            ("100000.500000001", "100001.00"), ("123.456789", "123.457"),
            ("0.00000000000123456789", "0.00000000000123457"), ("12345.678", "12345.70"), ("0.1", "0.10"),
            ("3000", "3000.00"), ("0.9999995", "1.00"), ("0.00999999500000000001", "0.01"), ("0", "0"),
        ])
    func display(amount: String, expected: String) throws {
        #expect(try #require(DecimalNumber(canonical: amount)).displayText == expected)
    }

    @Test("Order is that of the values, not of the texts")
    func order() throws {
        let ascending = try [
            "0", "0.000000000001", "0.009", "0.01", "0.1", "0.10000000000000000001", "0.15", "0.2", "1", "1.04", "1.1",
            "2", "9.99",
            "10", "10.5", "99", "100", "1000000000",
        ].map { try #require(DecimalNumber(canonical: $0)) }
        for (position, one) in ascending.enumerated() {
            for (place, other) in ascending.enumerated() { #expect((one < other) == (position < place)) }
        }
    }

    @Test("Random numbers keep the laws of arithmetic, and their shown text is near them", arguments: 1...4)
    func laws(seed: UInt64) throws {
        var random = SplitMix(state: seed)
        let slightlyMore = try #require(DecimalNumber(canonical: "1.00001"))
        for _ in 0..<500 {
            let (one, other) = try (Self.number(&random), Self.number(&random))
            let product = try #require(one.multiplied(by: other))
            #expect(product == other.multiplied(by: one))
            #expect(product.scaled(byPowerOfTen: 3) == one.scaled(byPowerOfTen: 3)?.multiplied(by: other))
            #expect(one.scaled(byPowerOfTen: 6)?.scaled(byPowerOfTen: -6) == one)
            #expect(DecimalNumber(canonical: product.text) == product)
            #expect([one < other, one == other, other < one].filter(\.self).count == 1)
            guard !one.isZero, let above = one.multiplied(by: slightlyMore) else { continue }
            let shown = try DecimalNumber(priceText: one.displayText)
            #expect(one < above)
            #expect(!shown.isZero && shown < above)
        }
    }

    private static func number(_ random: inout SplitMix) throws -> DecimalNumber {
        let digits = UInt64.random(in: 0...99_999_999, using: &random)
        let scale = Int.random(in: 0...11, using: &random)
        return try DecimalNumber(priceText: "\(digits)", scaledByPowerOfTen: 0).scaled(byPowerOfTen: -scale) ?? .zero
    }
}
