import Bytes
import SiteModel

/// The site: each page repeats it in short form, so that references resolve. Source: https://schema.org/WebSite
enum WebSiteData: StructuredDataNode {
    static func isOn(_ page: GraphPage) -> Bool { true }

    static func write(_ page: GraphPage, into buffer: inout ByteBuffer) {
        buffer.beginObject()
        buffer.append("\"@type\":\"WebSite\"")
        buffer.scriptMember("@id", page.base, fragment: "/#website")
        buffer.scriptMember("url", page.base, fragment: "/")
        buffer.scriptMember("name", page.view.siteName(in: page.language))
        if page.kind == .website {
            let description = page.view.settings.description?.text(in: page.language.code)
            if let description { buffer.scriptMember("description", description) }
            buffer.key("inLanguage")
            buffer.beginList()
            for language in page.view.settings.languages {
                buffer.separate()
                buffer.append(scriptJSONString: language.tag)
            }
            buffer.endList()
        }
        page.writePublisher(into: &buffer)
        buffer.endObject()
    }
}
