import Bytes
import Directives
import SiteModel

/// The catalog as data to download, on the pages that list it.
/// Source: https://schema.org/Dataset and https://developers.google.com/search/docs/appearance/structured-data/dataset
enum DatasetData: StructuredDataNode {
    static func isOn(_ page: GraphPage) -> Bool { page.kind == .modelList && page.view.hasCatalog }

    static func write(_ page: GraphPage, into buffer: inout ByteBuffer) {
        // Such a page lists every model: it rests on the whole catalog anyway.
        guard let catalog = page.view.catalog else { return }
        let contents = DatasetContents(catalog, PageFacts(page.rich))
        buffer.beginObject()
        buffer.append("\"@type\":\"Dataset\"")
        buffer.scriptMember("@id", page.base, fragment: "/#catalog")
        buffer.scriptMember("name", page.header.title)
        buffer.scriptMember("description", contents.description(beginning: page.description))
        buffer.scriptMember("url", page.canonical)
        buffer.append(",\"isAccessibleForFree\":true")
        page.writePublisher("creator", into: &buffer)
        if let license = page.view.settings.license { buffer.scriptMember("license", license) }
        if let date = page.view.modified(of: page.page) { buffer.scriptMember("dateModified", date.iso8601) }
        if let version = contents.version { buffer.scriptMember("version", version) }
        if let period = contents.period { buffer.scriptMember("temporalCoverage", period) }
        write("keywords", contents.keywords, into: &buffer) { $1.scriptElement($0) }
        write("variableMeasured", contents.variables, into: &buffer, writeVariable)
        buffer.key("distribution")
        buffer.beginList()
        writeDownload("/catalog.json", "application/json", page, into: &buffer)
        writeDownload("/catalog.csv", "text/csv", page, into: &buffer)
        buffer.endList()
        buffer.endObject()
    }
}

extension DatasetData {
    /// A list, unless it is empty.
    private static func write<Element>(
        _ key: StaticString, _ elements: [Element], into buffer: inout ByteBuffer,
        _ write: (Element, inout ByteBuffer) -> Void
    ) {
        guard !elements.isEmpty else { return }
        buffer.key(key)
        buffer.beginList()
        for element in elements { write(element, &buffer) }
        buffer.endList()
    }

    private static func writeVariable(_ variable: DatasetContents.Variable, into buffer: inout ByteBuffer) {
        buffer.beginObject()
        buffer.append("\"@type\":\"PropertyValue\"")
        buffer.scriptMember("name", variable.name)
        buffer.scriptMember("propertyID", variable.id)
        buffer.scriptMember("unitText", variable.unit)
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
