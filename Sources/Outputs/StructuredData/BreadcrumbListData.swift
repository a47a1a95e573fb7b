import Bytes
import SiteModel

/// The way from home to the page, in the words of the visible breadcrumb. Source: https://schema.org/BreadcrumbList
enum BreadcrumbListData: StructuredDataNode {
    static func isOn(_ page: GraphPage) -> Bool { !page.breadcrumbs.isEmpty }

    static func write(_ page: GraphPage, into buffer: inout ByteBuffer) {
        buffer.beginObject()
        buffer.append("\"@type\":\"BreadcrumbList\"")
        buffer.scriptMember("@id", page.canonical, fragment: "#breadcrumb")
        buffer.key("itemListElement")
        buffer.beginList()
        for (index, crumb) in page.breadcrumbs.enumerated() {
            buffer.beginObject()
            buffer.append("\"@type\":\"ListItem\",\"position\":")
            buffer.append(decimal: index + 1)
            buffer.scriptMember("name", page.view.breadcrumbTitle(of: crumb))
            buffer.scriptMember("item", page.view.canonical(crumb))
            buffer.endObject()
        }
        buffer.endList()
        buffer.endObject()
    }
}
