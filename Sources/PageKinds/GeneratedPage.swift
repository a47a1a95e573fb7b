package import SiteModel

/// A page that no editor wrote: a model without notes, the price page, a hub or home without text of its own, the 404 page.
package struct GeneratedPage: WholePage {
    package var header: PageHeader
    package let facets: PageFacets

    package init(header: PageHeader, facets: PageFacets) {
        self.header = header
        self.facets = facets
    }
}
