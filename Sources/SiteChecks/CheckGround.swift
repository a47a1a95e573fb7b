import SiteModel

/// What checks know beside the page that they look at.
package struct CheckGround: Sendable {
    let site: Site
    let now: Moment
    /// Whether what stands on a page many times is told for each place.
    let tellsEachPlace: Bool
}
