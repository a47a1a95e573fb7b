import SiteModel
import TestSupport
import Testing

@testable import Gateway

/// Amounts of random replies against whole-number arithmetic that knows nothing of `DecimalNumber`.
@Suite struct MoneyPropertyTests {
    /// A whole number over a power of ten, as a catalog writes it.
    private static func canonical(_ number: UInt64, over places: Int) -> String {
        var digits = String(number)
        if places <= 0 { return number == 0 ? "0" : digits + String(repeating: "0", count: -places) }
        while digits.utf8.count <= places { digits = "0" + digits }
        let whole = String(digits.dropLast(places))
        var fraction = digits.suffix(places)
        while fraction.last == "0" { fraction = fraction.dropLast() }
        return fraction.isEmpty ? whole : whole + "." + fraction
    }

    /// One number in the ways in which JSON may write it; an odd power has an odd form.
    private static func forms(_ number: UInt64, over places: Int) -> [String] {
        let digits = String(number)
        let mantissa = digits.count == 1 ? digits : "\(digits.prefix(1)).\(digits.dropFirst())"
        let power = digits.count - 1 - places
        let plain = canonical(number, over: places)
        return [
            "\(mantissa)e\(power)", "\(mantissa)E\(power < 0 ? "-0\(-power)" : "+\(power)")", "\(digits)e-\(places)",
            plain,
            plain.contains(".") ? plain + "000" : plain + ".0",
        ]
    }

    private static func amounts(_ reply: String, _ adapter: String) -> [String: String] {
        let read = Replies.read(Array(reply.utf8), "r", Replies.source(adapter))
        var amounts: [String: String] = [:]
        for price in read.content?.models.first?.prices ?? [] {
            amounts[[price.group, price.meter].compactMap(\.self).joined(separator: " ")] = price.amount?.text ?? "none"
        }
        return amounts
    }

    @Test("Prices per token in any form of number become prices per million, digit for digit", arguments: 1...3)
    func perToken(seed: UInt64) {
        var random = SplitMix(state: seed)
        for _ in 0..<120 {
            let number = UInt64.random(in: 1...99_999_999_999, using: &random)
            let places = Int.random(in: 8...14, using: &random)
            for form in Self.forms(number, over: places) {
                let map = "{\"m\":{\"litellm_provider\":\"p\",\"input_cost_per_token\":\(form)}}"
                #expect(
                    Self.amounts(map, "litellm-price-map") == ["input": Self.canonical(number, over: places - 6)],
                    "\(form)")
            }
        }
    }

    @Test("A text is read like the same number, and printed so that it reads back", arguments: 1...3)
    func textsAndNumbers(seed: UInt64) throws {
        var random = SplitMix(state: seed)
        for _ in 0..<120 {
            let number = UInt64.random(in: 1...99_999_999, using: &random)
            let places = Int.random(in: 0...11, using: &random)
            let expected = Self.canonical(number, over: places)
            for form in Self.forms(number, over: places) {
                let read = try DecimalNumber(priceText: form)
                #expect(read.text == expected, "\(form)")
                #expect(DecimalNumber(canonical: read.text) == read)
                #expect(try DecimalNumber(priceText: read.text) == read)
            }
        }
    }

    @Test("Cents per token are a hundredth of dollars", arguments: 1...3)
    func cents(seed: UInt64) {
        var random = SplitMix(state: seed)
        for _ in 0..<120 {
            let number = UInt64.random(in: 1...9_999_999, using: &random)
            let places = Int.random(in: 4...12, using: &random)
            for form in Self.forms(number, over: places) {
                let reply =
                    "{\"m\":{\"pricing_config\":{\"currency\":\"USD\",\"pay_as_you_go\":{\"request_token\":{\"price\":\(form)}}}}}"
                #expect(
                    Self.amounts(reply, "portkey") == ["input": Self.canonical(number, over: places - 4)], "\(form)")
            }
        }
    }

    @Test("Ratios are multiplied exactly: model × 2 × completion × group", arguments: 1...3)
    func ratios(seed: UInt64) {
        var random = SplitMix(state: seed)
        for _ in 0..<120 {
            func part(_ most: UInt64) -> (number: UInt64, places: Int, form: String) {
                let (number, places) = (
                    UInt64.random(in: 1...most, using: &random), Int.random(in: 0...3, using: &random)
                )
                return (number, places, Self.forms(number, over: places).randomElement(using: &random) ?? "")
            }
            let (model, completion, group) = (part(9999), part(99), part(99))
            let reply = """
                {"success":true,"group_ratio":{"default":1,"vip":\(group.form)},"data":[{"model_name":"m","quota_type":0,\
                "model_ratio":\(model.form),"completion_ratio":\(completion.form),"enable_groups":["all"]}]}
                """
            let input = model.number * 2
            let output = input * completion.number
            let places = model.places + completion.places
            #expect(
                Self.amounts(reply, "new-api") == [
                    "default input": Self.canonical(input, over: model.places),
                    "vip input": Self.canonical(input * group.number, over: model.places + group.places),
                    "default output": Self.canonical(output, over: places),
                    "vip output": Self.canonical(output * group.number, over: places + group.places),
                ], "\(reply)")
        }
    }

    /// Every text of four characters that a price could be mistaken for: what is read is what a strict reader reads.
    @Test func theGrammarIsStrict() {
        let characters = Array("01.e-+, ")
        var read = 0
        for code in 0..<(characters.count * characters.count * characters.count * characters.count) {
            var rest = code
            var text = ""
            for _ in 0..<4 {
                text.append(characters[rest % characters.count])
                rest /= characters.count
            }
            let isRead = (try? DecimalNumber(priceText: text)) != nil
            if isRead { read += 1 }
            #expect(isRead == Self.isPrice(text), "‘\(text)’")
        }
        #expect(read > 20)
    }

    private static func isPrice(_ text: String) -> Bool {
        guard text.wholeMatch(of: /(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]{1,3})?/) != nil else { return false }
        // Two digits of exponent leave the range: up to 1e9 and down to 1e-12, where zero is zero at any power.
        let parts = text.split(separator: "e")
        let isZero = parts[0].allSatisfy { $0 == "0" || $0 == "." }
        let power = parts.count == 2 ? Int(parts[1]) ?? 0 : 0
        return isZero || (-12...9).contains(power + (parts[0].count - 1))
    }
}
