package import SiteModel

/// The texts of a page that several of its outputs need, worked out once.
package struct PageTexts: Sendable {
    package let page: PageIndex
    package let body: ParsedBody?
    /// The meta description, which structured data and twin repeat.
    let description: String

    package init(of page: PageIndex, in view: SiteView) {
        self.page = page
        body = view.body(of: page)
        description = view.metaDescription(of: page, body: body?.text)
    }
}
