import Diagnostics
package import JSON
import SiteModel

/// Portkey's price files: one object, a member for each model; prices in US cents per token.
package enum Portkey: GatewayAdapter {
    package static let name = "portkey"
    package static let path = ""

    package static func recognises(_ root: JSONValue) -> Bool {
        (root.members ?? []).prefix(20).contains { $0.value.member("pricing_config") != nil }
    }

    package static func read(_ root: JSONValue, _ reading: inout ReplyReading) {
        guard let members = root.members else {
            reading.refuseShape(
                root, expected: .init(en: "an object", zh: "对象"), at: .init(en: "the price file", zh: "价格文件"))
            return
        }
        for member in members where member.key != "default" && !member.key.hasPrefix("_") {
            guard let fields = reading.members(member.value),
                let id = reading.id(member.keyValue, of: member.value, field: "id")
            else { continue }
            var offer = reading.offer(id)
            if let config = reading.priceFields("pricing_config", in: fields, of: id) {
                offer.prices = prices(config, of: id, &reading)
            }
            reading.add(offer)
        }
    }
}

extension Portkey {
    private static let meters = [
        ("request_token", "input"), ("response_token", "output"), ("cache_read_input_token", "cache_read"),
        ("cache_write_input_token", "cache_write"), ("request_audio_token", "input_audio"),
        ("response_audio_token", "output_audio"),
    ]

    private static func prices(_ config: EntryFields, of id: String, _ reading: inout ReplyReading) -> [Price] {
        let currency = config.text("currency") ?? reading.source.currency
        guard Price.isCurrency(currency) else {
            reading.refuse(
                config["currency"], .badReply,
                .init(
                    en: "‘\(Quoted.text(currency))’ of ‘\(Quoted.text(id))’ is no ISO 4217 code",
                    zh: "“\(Quoted.text(id))”的“\(Quoted.text(currency))”不是 ISO 4217 货币代码"))
            return []
        }
        guard let rates = reading.priceFields("pay_as_you_go", in: config, of: id) else { return [] }
        var prices = PriceList(currency: currency)
        // A cent is a hundredth.
        let token = AmountRule(power: 4)
        for (field, meter) in meters {
            let rate = reading.priceFields(field, in: rates, of: id)
            let amount = reading.amount(rate?["price"], token, model: id, field: field)
            if meter == "input" || meter == "output" {
                prices.add(meter, amount)
            } else {
                prices.add(nonzero: meter, amount)
            }
        }
        guard let units = reading.priceFields("additional_units", in: rates, of: id) else { return prices.prices }
        for unit in units.all where unit.key.utf8.allSatisfy(isWordByte) {
            let name = Meter(named: unit.key)?.per == 1 ? unit.key : "other:" + unit.key
            let rate = reading.priceFields(unit.key, in: units, of: id)
            prices.add(nonzero: name, reading.amount(rate?["price"], AmountRule(power: -2), model: id, field: unit.key))
        }
        return prices.prices
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x5F
            || byte == 0x2D
    }
}
