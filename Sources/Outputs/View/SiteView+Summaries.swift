import Bytes
package import SiteModel

/// Short plain texts that stand for a page elsewhere.
extension SiteView {
    /// The short answer, else the definition, else the description, as plain text; may be empty.
    package func summary(of page: PageIndex) -> String {
        let facets = facets(page)
        let header = header(page)
        if let text = facets.shortAnswer ?? facets.definition {
            return RichTextWriter(self, for: header).plainText(text)
        }
        return header.description ?? ""
    }

    /// The meta description: the beginning of the short answer or definition, cut at a sentence where one ends in time, else
    /// the description, else the title.
    package func metaDescription(of page: PageIndex) -> String {
        let facets = facets(page)
        let header = header(page)
        guard let text = facets.shortAnswer ?? facets.definition else {
            return header.description ?? header.title
        }
        return Self.shortened(RichTextWriter(self, for: header).plainText(text), isChinese: header.language.isChinese)
    }

    /// About 80 Han characters or 160 Latin ones: Han count double.
    static func shortened(_ text: String, isChinese: Bool) -> String {
        var width = 0
        var lastSentence: String.Index?
        let scalars = text.unicodeScalars
        var index = scalars.startIndex
        while index < scalars.endIndex {
            let scalar = scalars[index]
            width += scalar.value >= 0x2E80 ? 2 : 1
            if width > 160 { break }
            index = scalars.index(after: index)
            let endsSentence =
                "。！？".unicodeScalars.contains(scalar)
                || (".!?".unicodeScalars.contains(scalar) && (index == scalars.endIndex || scalars[index] == " "))
            if endsSentence { lastSentence = index }
        }
        if index == scalars.endIndex { return text }
        if let end = lastSentence, text[..<end].unicodeScalars.count >= (isChinese ? 30 : 60) {
            return String(text[..<end])
        }
        return String(text[..<index]) + "…"
    }
}
