import SiteModel

/// A page whose details are elsewhere. What its kind read stands in header and face, so the kind itself is not needed.
struct RestoredPage: Page {
    var header: PageHeader
    let face: PageFace
    var details = DetailPlace.source
}
