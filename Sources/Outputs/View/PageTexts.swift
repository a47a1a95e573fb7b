package import SiteModel

/// The texts and lists of a page that several of its outputs need, worked out once.
package struct PageTexts: Sendable {
    package let page: PageIndex
    package let facets: PageFacets
    package let body: ParsedBody?
    /// The meta description, which structured data and twin repeat.
    let description: String
    package let related: [PageIndex]
    package let siblings: [PageIndex]

    package init(of page: PageIndex, in view: SiteView) {
        self.page = page
        facets = view.facets(page)
        body = view.body(of: page)
        description = view.metaDescription(of: page, body: body?.text)
        related = view.related(to: page)
        siblings = view.siblings(of: page, without: related)
    }
}
