import SiteModel
import Testing

/// Quotients are exact or absent.
@Suite struct DivisionTests {
    private func quotient(_ one: String, _ other: String) throws -> String? {
        let numerator = try #require(DecimalNumber(canonical: one))
        let divisor = try #require(DecimalNumber(canonical: other))
        return numerator.divided(by: divisor)?.text
    }

    @Test func exactOnesAreFound() throws {
        #expect(try quotient("1000000", "500000") == "2")
        #expect(try quotient("1", "8") == "0.125")
        #expect(try quotient("0.0000006", "0.0003") == "0.002")
        #expect(try quotient("0", "3") == "0")
        #expect(try quotient("1", "0.00000000000000000001") == "100000000000000000000")
        #expect(try quotient("123456789.123456789", "1") == "123456789.123456789")
    }

    @Test func othersAreNot() throws {
        #expect(try quotient("1", "3") == nil)
        #expect(try quotient("1000000", "300000") == nil)
        #expect(try quotient("1", "0") == nil)
    }

    @Test func whatIsLeftOfOne() throws {
        func rest(_ text: String) throws -> String? {
            try #require(DecimalNumber(canonical: text)).complementToOne?.text
        }
        #expect(try rest("0.25") == "0.75")
        #expect(try rest("0") == "1")
        #expect(try rest("1") == "0")
        #expect(try rest("0.000000001") == "0.999999999")
        #expect(try rest("1.1") == nil)
        #expect(try rest("10") == nil)
    }
}
