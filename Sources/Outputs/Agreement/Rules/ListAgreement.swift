import Diagnostics

/// Lists of the page, such as evidence and next steps: when the twin has most items of one, it has all.
enum ListAgreement: PageAgreement {
    static func disagreements(_ page: PageProjections) -> [Disagreement] {
        guard !page.html.lists.isEmpty else { return [] }
        let blocks = Set(page.blockSkeletons)
        // An item that is nothing but a link leads to other parts of the site.
        let links = Set(page.html.links.map { TextSkeleton($0.text) })
        return page.html.lists.flatMap { list -> [Disagreement] in
            let items = list.map { (text: $0, skeleton: TextSkeleton($0)) }.filter { !links.contains($0.skeleton) }
            let others = items.filter { !blocks.contains($0.skeleton) }
            guard others.count * 3 <= items.count else { return [] }
            return others.filter { !page.twinText.contains($0.skeleton) }.map {
                page.differ(Message(en: "item of a list", zh: "列表项"), "HTML li", $0.text, "twin", nil)
            }
        }
    }
}
