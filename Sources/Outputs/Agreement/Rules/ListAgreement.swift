import Diagnostics

/// Lists of the page, such as evidence and next steps: when the twin has most items of one, it has all.
enum ListAgreement: PageAgreement {
    static func disagreements(_ page: PageProjections) -> [Disagreement] {
        let blocks = Set(page.twin.blocks.map { TextSkeleton($0.text) })
        // An item that is nothing but a link leads to other parts of the site.
        let links = Set(page.html.links.map(\.text))
        return page.html.lists.flatMap { list -> [Disagreement] in
            let items = list.filter { !links.contains($0) }
            let others = items.filter { !blocks.contains(TextSkeleton($0)) }
            guard others.count * 3 <= items.count else { return [] }
            let missing = others.filter { !page.twinText.contains(TextSkeleton($0)) }
            return missing.map { page.differ(Message(en: "item of a list", zh: "列表项"), "HTML li", $0, "twin", nil) }
        }
    }
}
