import Bytes
import SiteModel

/// The catalog as data to download, on the pages that list it. Source: https://schema.org/Dataset
enum DatasetData: StructuredDataNode {
    static func isOn(_ page: GraphPage) -> Bool { page.kind == .modelList && page.view.hasCatalog }

    static func write(_ page: GraphPage, into buffer: inout ByteBuffer) {
        buffer.beginObject()
        buffer.append("\"@type\":\"Dataset\"")
        buffer.scriptMember("@id", page.base, fragment: "/#catalog")
        buffer.scriptMember("name", page.header.title)
        buffer.scriptMember("description", page.description.isEmpty ? page.header.title : page.description)
        buffer.scriptMember("url", page.canonical)
        buffer.append(",\"isAccessibleForFree\":true")
        page.writePublisher("creator", into: &buffer)
        if let license = page.view.settings.license { buffer.scriptMember("license", license) }
        if let date = page.view.modified(of: page.page) { buffer.scriptMember("dateModified", date.iso8601) }
        buffer.key("distribution")
        buffer.beginList()
        writeDownload("/catalog.json", "application/json", page, into: &buffer)
        writeDownload("/catalog.csv", "text/csv", page, into: &buffer)
        buffer.endList()
        buffer.endObject()
    }

    private static func writeDownload(
        _ path: StaticString, _ type: String, _ page: GraphPage, into buffer: inout ByteBuffer
    ) {
        buffer.beginObject()
        buffer.append("\"@type\":\"DataDownload\"")
        buffer.scriptMember("contentUrl", page.base, fragment: path)
        buffer.scriptMember("encodingFormat", type)
        buffer.endObject()
    }
}
