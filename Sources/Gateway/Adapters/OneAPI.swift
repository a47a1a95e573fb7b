package import JSON
import SiteModel

/// one-api: OpenAI's list of names. It publishes no prices; they come from the overlay.
package enum OneAPI: GatewayAdapter {
    package static let name = "one-api"
    package static let path = "/v1/models"

    /// Its reply is OpenAI's, so nothing tells it apart.
    package static func recognises(_ root: JSONValue) -> Bool { false }

    package static func read(_ root: JSONValue, _ reading: inout ReplyReading) {
        for entry in reading.list(root.member("data"), of: root, field: "data") {
            if let offer = OpenAI.readModel(entry, &reading) { reading.add(offer) }
        }
    }
}
