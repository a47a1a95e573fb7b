import Bytes
import Directives
import SiteModel

/// A small chart of a model's base prices over time: steps, for a price holds until it changes. It works without styles and
/// scripts, and its title says what the table beside it says in full.
struct PriceChart {
    private struct Line {
        let name: String
        /// Seconds and amount, from one step to the next.
        var points: [(at: Int, amount: Double)]
    }

    private let lines: [Line]
    private let title: String
    private let from: Int
    private let to: Int
    private let highest: Double

    private static let (width, height, margin, base) = (600, 180, 12, 150)
    private static let dashes = ["", "8 4", "2 4"]
    /// More lines can't be told apart.
    private static let limit = 3

    /// Nil when no price ever changed. Amounts become binary numbers here alone: a chart has no room for more digits.
    init?(_ events: [CatalogEvent], of offer: ModelOffer, _ facts: PageFacts) {
        var points: [String: [(at: Int, amount: Double)]] = [:]
        let group = offer.groups.first
        func add(_ meter: String, _ eventGroup: String?, _ tier: Price.Tier?, _ amount: DecimalNumber?, _ at: Moment) {
            guard tier == nil, eventGroup == nil || eventGroup == group,
                let number = amount.flatMap({ Double($0.text) })
            else { return }
            points[meter, default: []].append((at.seconds, number))
        }
        for event in events {
            for price in event.prices { add(price.meter, price.group, price.tier, price.amount, event.at) }
            guard let meter = event.meter, case .number(let number)? = event.new else { continue }
            add(meter, event.group, event.tier, number, event.at)
        }
        let changed = points.filter { $0.value.count > 1 && Meter(named: $0.key)?.per == 1_000_000 }
        let meters = changed.keys.sorted { (Meter.rank(of: $0), $0) < (Meter.rank(of: $1), $1) }.prefix(Self.limit)
        lines = meters.map { Line(name: facts.label(ofMeter: $0), points: changed[$0] ?? []) }
        let times = lines.flatMap { $0.points.map(\.at) }
        guard let first = times.min(), let last = times.max() else { return nil }
        from = first
        // The last price goes on for as long as it was seen, or for an eighth of the time: were it the time of the last fetch, each
        // fetch would draw each chart anew.
        to = max(offer.isWithdrawn ? offer.lastSeen?.seconds ?? last : last + (last - first) / 7, last, first + 1)
        highest = max(lines.flatMap { $0.points.map(\.amount) }.max() ?? 0, .leastNormalMagnitude)
        let start = Moment(seconds: from, zoneMinutes: 0).day
        let end = Moment(seconds: offer.isWithdrawn ? to : last, zoneMinutes: 0).day
        title = "\(offer.name)\(facts.phrase(.colon))\(facts.phrase(.priceHistory)) \(start) – \(end)"
    }

    func svg() -> [UInt8] {
        var buffer = ByteBuffer(capacity: 1024)
        buffer.append(
            "<svg class=\"price-chart\" role=\"img\" viewBox=\"0 0 600 180\" width=\"600\" height=\"180\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"2\"><title>"
        )
        buffer.append(htmlEscaped: title)
        buffer.append("</title><path stroke-width=\"1\" opacity=\".5\" d=\"M12 150H588\"/>")
        for (index, line) in lines.enumerated() {
            buffer.append("<path d=\"")
            buffer.append(text: path(of: line))
            buffer.append("\"")
            if index > 0 { buffer.append(text: " stroke-dasharray=\"\(Self.dashes[index])\"") }
            buffer.append("/>")
            legend(line.name, index, &buffer)
        }
        buffer.append("</svg>")
        return buffer.bytes
    }
}

extension PriceChart {
    private func path(of line: Line) -> String {
        var path = ""
        for point in line.points {
            let (x, y) = (x(point.at), y(point.amount))
            path += path.isEmpty ? "M\(x) \(y)" : "H\(x)V\(y)"
        }
        return path + "H\(x(to))"
    }

    private func x(_ seconds: Int) -> Int {
        Self.margin + (seconds - from) * (Self.width - 2 * Self.margin) / (to - from)
    }

    private func y(_ amount: Double) -> Int {
        Self.base - Int((amount / highest * Double(Self.base - 2 * Self.margin)).rounded())
    }

    /// What the line's pattern means, below the chart.
    private func legend(_ name: String, _ index: Int, _ buffer: inout ByteBuffer) {
        let x = Self.margin + index * 190
        buffer.append(text: "<path d=\"M\(x) 166H\(x + 30)\"")
        if index > 0 { buffer.append(text: " stroke-dasharray=\"\(Self.dashes[index])\"") }
        buffer.append(text: "/><text x=\"\(x + 38)\" y=\"171\" fill=\"currentColor\" stroke=\"none\" font-size=\"14\">")
        buffer.append(htmlEscaped: name)
        buffer.append("</text>")
    }
}
