package import SiteModel

/// The glossary, as texts that link its terms ask for it.
extension SiteView {
    /// HTML texts with the terms of the glossary linked, each at its first use.
    ///
    /// - Parameters:
    ///   - texts: what stands in one section; a second-level heading begins another.
    ///   - page: where they stand; its own term is not linked.
    package func linkTerms(in texts: [[UInt8]], on page: PageIndex, _ language: Language) -> [[UInt8]] {
        guard var scan = termScan(on: page, language) else { return texts }
        return texts.map { linkTerms(in: $0, with: &scan) }
    }

    /// What finds the terms of one section; nil when there are none to link.
    func termScan(on page: PageIndex, _ language: Language) -> TermScan? {
        reads?.ask(.termNames, language.code)
        return glossaries[language.code].map { TermScan($0, on: page) }
    }

    func linkTerms(in html: [UInt8], with scan: inout TermScan) -> [UInt8] {
        scan.find(in: html)
        guard !scan.changes.isEmpty else { return html }
        // A link shows the term's address and definition.
        for change in scan.changes { reads?.ask(.face, of: scan.page(of: change)) }
        return scan.linked(html)
    }
}
