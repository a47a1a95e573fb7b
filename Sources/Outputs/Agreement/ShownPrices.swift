package import Bytes
import Directives
package import SiteModel

/// Whether the page of a model shows each of its prices, exactly as the catalog states it. Templates decide what a page shows, so
/// each build looks, and not only one that reads all files back.
package enum ShownPrices {
    private static let opening = Array("<data class=\"price\"".utf8)
    private static let closing = Array("</data>".utf8)

    /// - Parameter html: the page as it will be written.
    package static func disagreements(
        _ page: PageIndex, in html: borrowing ByteBuffer, _ view: SiteView
    ) -> [Disagreement] {
        guard let offer = view.offer(presentedOn: page) else { return [] }
        let header = view.header(page)
        let facts = PageFacts(RichTextWriter(view, for: header))
        let shown = elements(in: html.bytes)
        return offer.prices.compactMap { price in
            var element = ByteBuffer(capacity: 256)
            PriceElement(price, of: offer, facts).write(as: .html, into: &element)
            guard !shown.contains(element.bytes) else { return nil }
            let name = [offer.id, price.meter, price.group, price.tier?.text].compactMap(\.self).joined(separator: " ")
            return Disagreement(
                on: header.address.path, PriceAgreement.fact, "catalog",
                name + " " + (price.amount?.text ?? price.state.rawValue), "HTML", nil)
        }
    }

    /// The price elements of a page. Their texts hold no elements.
    private static func elements(in html: [UInt8]) -> Set<[UInt8]> {
        var found: Set<[UInt8]> = []
        var start = 0
        while let mark = html[start...].firstIndex(of: 0x3C) {
            start = mark + 1
            guard mark + 1 < html.count, html[mark + 1] == 0x64, html[mark...].starts(with: opening) else { continue }
            var end = mark + opening.count
            while let close = html[end...].firstIndex(of: 0x3C), !html[close...].starts(with: closing) {
                end = close + 1
            }
            guard let close = html[end...].firstIndex(of: 0x3C) else { break }
            start = close + closing.count
            found.insert(Array(html[mark..<start]))
        }
        return found
    }
}
