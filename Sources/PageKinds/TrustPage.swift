package import Diagnostics
package import SiteModel

/// About, editorial policy, privacy, support: who answers for the site.
package struct TrustPage: PageKind {
    package static let name = "trust"
    package static let folder = "trust"
    package static let article = Message(en: "a trust page", zh: "信任页面")

    package var header: PageHeader
    package let facets: PageFacets

    package init(header: PageHeader, reading fields: inout FieldReader) {
        var header = header
        header.read(&fields)
        var facets = PageFacets()
        facets.structuredData =
            switch header.id.text {
            case "trust/about": .aboutPage
            case "trust/support": .contactPage
            default: .webPage
            }
        facets.readCommon(&fields)
        facets.readModels(&fields)
        self.header = header
        self.facets = facets
    }
}
