import Diagnostics
import JSON

/// Prices: the offers of structured data are the base prices of the page, one by one with the same exact amounts; what a row of
/// prices shows stands in one block of the twin.
enum PriceAgreement: PageAgreement {
    static let fact = Message(en: "price", zh: "价格")

    static func disagreements(_ page: PageProjections) -> [Disagreement] {
        guard !page.html.prices.isEmpty || page.data?.all("Offer").isEmpty == false else { return [] }
        let services = page.data?.all("Service") ?? []
        return services.flatMap { offers(of: $0, page) } + strangers(page) + twin(page)
    }
}

extension PriceAgreement {
    /// Both ways: the offers of a service, and the prices that the page shows of it and that are offers.
    private static func offers(of service: JSONValue, _ page: PageProjections) -> [Disagreement] {
        guard let model = service.member("identifier")?.stringValue else { return [] }
        var offered: [String: String] = [:]
        for offer in service.member("offers")?.elements ?? [] {
            guard let key = offer.member("identifier")?.stringValue else { continue }
            offered[key] = offer.member("priceSpecification")?.member("price")?.stringValue ?? ""
        }
        var found: [Disagreement] = []
        var shown: Set<String> = []
        for price in page.html.prices where price.model == model && price.tier == nil && price.isConfirmed {
            guard let value = price.value, price.state == "fixed" || price.state == "free" else { continue }
            let key = price.group.map { "\(price.meter);group=\($0)" } ?? price.meter
            shown.insert(key)
            guard offered[key] != value else { continue }
            found.append(page.differ(fact, "JSON-LD Offer", offered[key], "HTML", "\(key) \(value)"))
        }
        for key in offered.keys.sorted() where !shown.contains(key) {
            found.append(page.differ(fact, "JSON-LD Offer", "\(key) \(offered[key] ?? "")", "HTML", nil))
        }
        return found
    }

    /// Exact amounts of structured data that no price of the page has.
    private static func strangers(_ page: PageProjections) -> [Disagreement] {
        let shown = Set(page.html.prices.compactMap(\.value))
        return (page.data?.all("UnitPriceSpecification") ?? []).compactMap { node in
            guard let price = node.member("price")?.stringValue, !shown.contains(price) else { return nil }
            let nearest = page.html.prices.prefix(8).map { "\($0.meter) \($0.value ?? $0.state)" }
            let name = node.member("name")?.stringValue ?? ""
            return page.differ(fact, "JSON-LD Offer", "\(name) \(price)", "HTML", nearest.joined(separator: ", "))
        }
    }

    /// Everything that a page shows as a price, and the words beside it in its row.
    private static func twin(_ page: PageProjections) -> [Disagreement] {
        var rows = TwinRows(page)
        let inRows = Set(page.html.priceRows.flatMap(\.prices))
        var found = page.html.prices.enumerated().compactMap { position, price in
            inRows.contains(position) || rows.hasText(price.text)
                ? nil : page.differ(fact, "HTML \(price.model) \(price.meter)", price.text, "twin", nil)
        }
        for row in page.html.priceRows {
            let hasConditions = page.html.prices[row.prices].contains { $0.group != nil || $0.tier != nil }
            if rows.hasRow(row.cells, withAllWords: hasConditions) { continue }
            found.append(page.differ(fact, "HTML", row.cells.joined(separator: " "), "twin", nil))
        }
        return found
    }
}

/// Finds rows of a page in the blocks of its twin, which mostly stand there in the same order.
private struct TwinRows {
    /// What a block says: a row of a table cell by cell, since a number may stand before another.
    private let blocks: [[TextSkeleton]]
    private let wholes: [TextSkeleton]
    private var next = 0

    init(_ page: PageProjections) {
        let texts = page.twin.blocks.map(\.text)
        wholes = texts.map { TextSkeleton($0) }
        blocks = texts.map { text in
            text.first == 0x7C ? text.split(separator: 0x7C).map { TextSkeleton($0) } : [TextSkeleton(text)]
        }
    }

    func hasText(_ text: String) -> Bool { blocks.indices.contains { stands(TextSkeleton(text), text, in: $0) } }

    /// Whether a block has the first cell of a row and all of its numbers; other words too where a price has a condition. Where it
    /// has none, a cell may say so, of which a twin says nothing.
    mutating func hasRow(_ texts: [String], withAllWords: Bool) -> Bool {
        let cells = texts.enumerated().filter { position, text in
            withAllWords || position == 0 || text.utf8.contains { (0x30...0x39).contains($0) }
        }.map { (text: $1, skeleton: TextSkeleton($1)) }.filter { !$0.skeleton.isEmpty }
        for step in blocks.indices {
            let index = (next + step) % blocks.count
            guard cells.allSatisfy({ stands($0.skeleton, $0.text, in: index) }) else { continue }
            next = index + 1
            return true
        }
        return false
    }

    /// Whether a text stands in a block, and no number goes on behind it.
    private func stands(_ skeleton: TextSkeleton, _ text: String, in index: Int) -> Bool {
        blocks[index].contains { Self.stands(skeleton, in: $0) }
            || text.utf8.contains(0x7C) && wholes[index].contains(skeleton)
    }

    private static func stands(_ text: TextSkeleton, in whole: TextSkeleton) -> Bool {
        let isNumber = text.bytes.last.map { (0x30...0x39).contains($0) } ?? false
        var start = 0
        while let range = whole.range(of: text, from: start) {
            let after = range.upperBound < whole.bytes.count ? whole.bytes[range.upperBound] : 0
            if !isNumber || after != 0x2E && !(0x30...0x39).contains(after) { return true }
            start = range.lowerBound + 1
        }
        return false
    }
}
