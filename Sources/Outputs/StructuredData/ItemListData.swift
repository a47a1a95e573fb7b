import Bytes
import SiteModel

/// The models of a list, in its order. Source: https://schema.org/ItemList
enum ItemListData: StructuredDataNode {
    static func isOn(_ page: GraphPage) -> Bool { !page.listedModels.isEmpty }

    static func write(_ page: GraphPage, into buffer: inout ByteBuffer) {
        let models = page.listedModels
        buffer.beginObject()
        buffer.append("\"@type\":\"ItemList\"")
        buffer.scriptMember("@id", page.canonical, fragment: "#list")
        buffer.scriptMember("name", page.header.title)
        buffer.append(",\"numberOfItems\":")
        buffer.append(decimal: models.count)
        buffer.key("itemListElement")
        buffer.beginList()
        for (index, model) in models.enumerated() {
            buffer.beginObject()
            buffer.append("\"@type\":\"ListItem\",\"position\":")
            buffer.append(decimal: index + 1)
            buffer.scriptMember("name", page.view.title(of: model))
            buffer.scriptMember("url", page.view.canonical(model))
            buffer.endObject()
        }
        buffer.endList()
        buffer.endObject()
    }
}
