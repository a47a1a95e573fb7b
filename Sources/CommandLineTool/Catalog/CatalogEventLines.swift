import Diagnostics
import Gateway
import SiteModel

/// Changes of a catalog as lines for people, and as JSON for programs.
enum CatalogEventLines {
    /// `price_up gpt-4o input 2.5 → 3 USD`.
    static func line(_ event: CatalogEvent) -> String {
        var parts = [event.event.rawValue, event.model]
        if let meter = event.meter { parts.append(meter) }
        if let group = event.group { parts.append("[\(group)]") }
        if let tier = event.tier { parts.append("(\(tier.text))") }
        if event.old != nil || event.new != nil {
            parts.append("\(text(event.old)) → \(text(event.new))")
            if let currency = event.currency { parts.append(currency) }
        }
        for price in event.prices {
            let tier = price.tier.map { " (\($0.text))" } ?? ""
            let group = price.group.map { " [\($0)]" } ?? ""
            let amount = price.amount.map { "\($0.text) \(price.currency)" } ?? price.state.rawValue
            parts.append("\(price.meter)\(group)\(tier)=\(amount)")
        }
        return parts.joined(separator: "  ") + "\n"
    }

    static func json(_ events: [CatalogEvent]) -> String {
        var json = IndentedJSON()
        json.object { json in
            json.key("events")
            json.array(of: events) { $1.write(into: &$0, timeKey: "at") }
        }
        return String(decoding: json.file, as: UTF8.self)
    }

    private static func text(_ amount: CatalogEvent.Amount?) -> String { amount?.number ?? "–" }
}
