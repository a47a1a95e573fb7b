import Diagnostics

/// Lists of the page, such as evidence and next steps: when the twin has most items of one, it has all.
enum ListAgreement: PageAgreement {
    private static let fact = Message(en: "item of a list", zh: "列表项")
    /// Of longer lists most items are found.
    private static let few = 4
    /// Bytes; shorter blocks stand in other texts by chance.
    private static let leastOfAnItem = 15

    /// Of a short list: items that say what a block of the twin says, and more.
    private static func extended(
        _ items: [(text: String, skeleton: TextSkeleton)], _ page: PageProjections
    ) -> [Disagreement] {
        guard items.count <= few else { return [] }
        return items.compactMap { item in
            // What has several lines is a card.
            guard !item.text.contains("\n"), !page.twinText.contains(item.skeleton) else { return nil }
            let stump = zip(page.twin.blocks, page.blockSkeletons).first { _, block in
                block.bytes.count >= leastOfAnItem && block.bytes.count * 2 > item.skeleton.bytes.count
                    && item.skeleton.contains(block)
            }
            return stump.map {
                page.differ(
                    fact, "HTML li", item.text, "twin:\($0.0.line)", String(decoding: $0.0.text, as: UTF8.self).trimmed)
            }
        }
    }

    static func disagreements(_ page: PageProjections) -> [Disagreement] {
        guard !page.html.lists.isEmpty else { return [] }
        let blocks = Set(page.blockSkeletons)
        // An item that is nothing but a link leads to other parts of the site.
        let links = Set(page.html.links.map { TextSkeleton($0.text) })
        return page.html.lists.flatMap { list -> [Disagreement] in
            let items = list.map { (text: $0, skeleton: TextSkeleton($0)) }.filter { !links.contains($0.skeleton) }
            let others = items.filter { !blocks.contains($0.skeleton) }
            guard others.count * 3 <= items.count else { return extended(others, page) }
            return others.filter { !page.twinText.contains($0.skeleton) }.map {
                page.differ(fact, "HTML li", $0.text, "twin", nil)
            }
        }
    }
}
