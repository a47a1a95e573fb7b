import Diagnostics

/// Every block of the twin stands on the page: evidence, steps, prose, tables, code. The other way round the facts are compared
/// one by one, since a page has words of its own, such as those of its buttons.
enum TextAgreement: PageAgreement {
    private static let text = Message(en: "text", zh: "正文")
    private static let heading = Message(en: "heading", zh: "小标题")

    static func disagreements(_ page: PageProjections) -> [Disagreement] {
        var found: [Disagreement] = []
        var place = 0
        for block in page.twin.blocks where block.line > 1 {
            // What follows is a pointer for programs.
            if block.level == 2, block.text.elementsEqual("Sitemap".utf8) { break }
            let skeleton = TextSkeleton(block.text)
            guard !skeleton.isEmpty else { continue }
            // Blocks follow each other as on the page, mostly.
            if let range = page.visible.range(of: skeleton, from: place) {
                place = range.upperBound
            } else if page.visible.range(of: skeleton) == nil, let missing = missing(block, page) {
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
    private static func missing(_ block: ReadTwin.Block, _ page: PageProjections) -> [UInt8]? {
        let parts = TextParts.parts(of: block.text)
        return parts.first { !page.visible.contains(TextSkeleton($0)) }
    }
}

/// A text cut where a page may begin a new cell or line: at colons, middle dots, semicolons, dashes, arrows.
enum TextParts {
    private static let marks: [[UInt8]] = ["：", "·", "；", "—", "→", "，", "、", "（", "）", "。"].map { Array($0.utf8) }

    /// A bar, or a colon or comma before a space.
    private static func isMark(_ text: [UInt8], _ index: Int) -> Bool {
        switch text[index] {
        case 0x7C: true
        case 0x3A, 0x2C: index + 1 < text.count && text[index + 1] == 0x20
        default: false
        }
    }

    static func parts(of text: [UInt8]) -> [[UInt8]] {
        var parts: [[UInt8]] = [[]]
        var index = 0
        while index < text.count {
            if let mark = marks.first(where: { text[index...].starts(with: $0) }) {
                parts.append([])
                index += mark.count
            } else if isMark(text, index) {
                parts.append([])
                index += 1
            } else {
                parts[parts.count - 1].append(text[index])
                index += 1
            }
        }
        return parts.filter { !TextSkeleton($0).isEmpty }
    }
}
