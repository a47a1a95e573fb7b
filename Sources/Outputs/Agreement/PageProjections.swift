import Bytes
import Diagnostics

/// A page in all the files that are its own, read back.
package struct PageProjections: Sendable {
    /// Site-absolute path.
    package let path: String
    package let html: ReadPage
    package let twin: ReadTwin
    package let data: LinkedData?
    /// Of the visible text.
    package let visible: TextSkeleton
    /// The twin as it stands.
    package let twinBytes: [UInt8]
    /// Of each of the twin's blocks.
    let blockSkeletons: [TextSkeleton]
    /// Of the twin's blocks, one after another.
    package let twinText: TextSkeleton
    /// The blocks of the page's visible text.
    let lines: [Line]
    /// Where the links of the page and of the twin lead, in their order, as `LinkAgreement` names targets.
    let linkKeys: [String]
    let twinLinkKeys: [String]
    let baseURL: String

    package init(path: String, html: [UInt8], twin: [UInt8], baseURL: String) {
        self.path = path
        self.baseURL = baseURL
        let page = ReadPage(html)
        self.html = page
        self.twin = ReadTwin(twin)
        twinBytes = twin
        data = LinkedData(page.structuredData, on: path)
        lines = Self.lines(of: page.text)
        visible = TextSkeleton(joining: lines.map(\.skeleton))
        blockSkeletons = self.twin.blocks.map { TextSkeleton($0.text) }
        twinText = TextSkeleton(joining: blockSkeletons)
        linkKeys = page.links.map { LinkAgreement.key($0.target, baseURL) }
        twinLinkKeys = self.twin.links.map { LinkAgreement.key($0, baseURL) }
    }

    struct Line: Sendable {
        let text: ArraySlice<UInt8>
        let skeleton: TextSkeleton
    }

    private static func lines(of text: [UInt8]) -> [Line] {
        var lines: [Line] = []
        var start = 0
        while start < text.count {
            let end = text.span.place(of: 0x0A, from: start)
            if end > start { lines.append(Line(text: text[start..<end], skeleton: TextSkeleton(text[start..<end]))) }
            start = end + 1
        }
        return lines
    }

    /// The address of the site.
    package var baseAddress: String { baseURL }

    package var summary: PageSummary { PageSummary(self) }

    func differ(_ fact: Message, _ one: String, _ oneText: String?, _ other: String, _ otherText: String?)
        -> Disagreement
    {
        Disagreement(on: path, fact, one, oneText, other, otherText)
    }

    /// A disagreement unless two texts say the same.
    func compare(
        _ fact: Message, _ one: String, _ oneText: String?, _ other: String, _ otherText: String?
    ) -> [Disagreement] {
        guard let oneText, let otherText, TextSkeleton(oneText) != TextSkeleton(otherText) else { return [] }
        return [differ(fact, one, oneText, other, otherText)]
    }

    /// The visible text where it resembles another most: what stands in the place of a text that is missing.
    func nearest(to text: [UInt8]) -> String? {
        let skeleton = TextSkeleton(text).bytes
        for length in [96, 48, 24, 12, 6] where skeleton.count > length {
            for part in [skeleton.prefix(length), skeleton.suffix(length)] {
                let sought = TextSkeleton(part)
                guard let line = lines.first(where: { $0.skeleton.contains(sought) }) else { continue }
                return String(decoding: line.text, as: UTF8.self).trimmed
            }
        }
        return nil
    }
}

/// What other files say of a page again: little, because all pages' are held at once.
package struct PageSummary: Sendable {
    package let path: String
    package let canonical: String?
    package let title: String
    package let answer: String?
    package let description: String
    package let modified: String?
    package let alternates: [String]
    package let prices: [ReadPage.Price]
    /// By the id of the element that shows them.
    package let changes: [String: String]
    /// `src` of every image.
    package let images: Set<String>

    init(_ page: PageProjections) {
        path = page.path
        canonical = page.html.canonical
        title = page.html.heading ?? ""
        answer = page.html.answer
        description = page.html.meta["description"] ?? ""
        modified = page.twin.fields["updated"]
        alternates = page.html.headLinks.filter { $0.relation == "alternate" && $0.type.isEmpty }.map(\.target)
        prices = page.html.prices
        changes = page.html.changes
        images = Set(page.html.images)
    }
}
