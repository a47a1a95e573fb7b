import Diagnostics

/// Every block of the twin stands on the page: evidence, steps, prose, tables, code. The other way round the facts are compared
/// one by one, since a page has words of its own, such as those of its buttons.
enum TextAgreement: PageAgreement {
    private static let text = Message(en: "text", zh: "正文")
    private static let heading = Message(en: "heading", zh: "小标题")

    static func disagreements(_ page: PageProjections) -> [Disagreement] {
        var found: [Disagreement] = []
        var place = 0
        for (block, skeleton) in zip(page.twin.blocks, page.blockSkeletons) where block.line > 1 {
            // What follows is a pointer for programs.
            if block.level == 2, block.text.elementsEqual("Sitemap".utf8) { break }
            guard !skeleton.isEmpty else { continue }
            // Blocks follow each other as on the page, mostly.
            if page.visible.holds(skeleton, soonAfter: &place) { continue }
            let parts = TextParts.parts(of: block.text)
            if parts.allSatisfy({ page.visible.holds(TextSkeleton($0), soonAfter: &place) }) { continue }
            if !page.visible.contains(skeleton), let missing = missing(parts, page) {
                let fact = block.level == nil ? text : heading
                found.append(
                    page.differ(
                        fact, "twin:\(block.line)", String(decoding: missing, as: UTF8.self).trimmed, "HTML",
                        page.nearest(to: missing)))
            }
        }
        return found
    }

    /// The part of a block that isn't on the page; nil when all parts are, apart from each other.
    private static func missing(_ parts: [[UInt8]], _ page: PageProjections) -> [UInt8]? {
        parts.first { !page.visible.contains(TextSkeleton($0)) }
    }
}

/// A text cut where a page may begin a new cell or line: at colons, middle dots, semicolons, dashes, arrows.
enum TextParts {
    private static let marks: [[UInt8]] = ["：", "·", "；", "—", "→", "，", "、", "（", "）", "。"].map { Array($0.utf8) }

    /// The length of the mark at a place: one of the above, a bar, or a colon or comma before a space; 0 for none.
    private static func mark(_ text: [UInt8], _ index: Int) -> Int {
        switch text[index] {
        case 0x7C: 1
        case 0x3A, 0x2C: index + 1 < text.count && text[index + 1] == 0x20 ? 1 : 0
        case 0xC2, 0xE2, 0xE3, 0xEF: marks.first { text[index...].starts(with: $0) }?.count ?? 0
        default: 0
        }
    }

    static func parts(of text: [UInt8]) -> [[UInt8]] {
        var parts: [[UInt8]] = []
        var (start, index) = (0, 0)
        while index < text.count {
            let length = mark(text, index)
            if length > 0 {
                parts.append(Array(text[start..<index]))
                start = index + length
            }
            index += max(length, 1)
        }
        parts.append(Array(text[start...]))
        return parts.filter { !TextSkeleton($0).isEmpty }
    }
}
