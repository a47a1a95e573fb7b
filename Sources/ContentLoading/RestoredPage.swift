import SiteModel

/// A page as the cache has it. What its kind read stands in header and facets, so the kind itself is not needed.
struct RestoredPage: Page {
    var header: PageHeader
    let facets: PageFacets
}
