import Bytes
import SiteModel

/// Who publishes the site: in full on the home and about pages, elsewhere as much as references need.
/// Source: https://schema.org/Organization
enum OrganizationData: StructuredDataNode {
    static func isOn(_ page: GraphPage) -> Bool { true }

    static func write(_ page: GraphPage, into buffer: inout ByteBuffer) {
        let organization = page.view.settings.organization
        let siteName = page.view.siteName(in: page.language)
        buffer.beginObject()
        buffer.append("\"@type\":\"Organization\"")
        buffer.scriptMember("@id", page.base, fragment: "/#org")
        buffer.scriptMember("name", organization.name.isEmpty ? siteName : organization.name)
        if organization.url.isEmpty {
            buffer.scriptMember("url", page.base, fragment: "/")
        } else {
            buffer.scriptMember("url", organization.url)
        }
        if let logo = organization.logo {
            buffer.scriptMember("logo", logo.hasPrefix("/") ? page.view.url(logo) : logo)
        }
        if isMainSubject(page), !organization.sameAs.isEmpty {
            buffer.key("sameAs")
            buffer.beginList()
            for url in organization.sameAs {
                buffer.separate()
                buffer.append(scriptJSONString: url)
            }
            buffer.endList()
        }
        buffer.endObject()
    }

    /// Whether the page is about the organisation itself.
    static func isMainSubject(_ page: GraphPage) -> Bool {
        switch page.kind {
        case .website, .aboutPage, .contactPage: true
        default: false
        }
    }
}
