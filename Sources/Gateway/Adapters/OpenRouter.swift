package import JSON
import SiteModel

/// OpenRouter: prices in US dollars per one unit, as texts; `-1` where a router decides.
package enum OpenRouter: GatewayAdapter {
    package static let name = "openrouter"
    package static let path = "/api/v1/models"
    /// Without it only models that write text are listed.
    package static let query = "output_modalities=all"

    package static func recognises(_ root: JSONValue) -> Bool {
        (root.member("data")?.elements ?? []).prefix(20).contains { entry in
            entry.member("architecture") != nil && entry.member("pricing")?.member("prompt")?.stringValue != nil
        }
    }

    package static func nextLink(_ root: JSONValue) -> JSONValue? {
        root.member("links")?.member("next").flatMap { $0.isNull ? nil : $0 }
    }

    package static func read(_ root: JSONValue, _ reading: inout ReplyReading) {
        for entry in reading.list(root.member("data"), of: root, field: "data") {
            guard let fields = reading.members(entry), let id = reading.id(fields["id"], of: entry, field: "id") else {
                continue
            }
            let architecture = fields.fields("architecture")
            let output = Modalities.known(architecture?.texts("output_modalities") ?? [])
            var offer = reading.offer(id, name: fields.text("name"), kind: Modalities.kind(ofOutput: output))
            offer.vendor = vendor(fields.text("name"), id)
            offer.inputModalities = Modalities.known(architecture?.texts("input_modalities") ?? [])
            offer.outputModalities = output
            offer.context = fields.count("context_length")
            offer.maxOutput = fields.fields("top_provider")?.count("max_completion_tokens")
            offer.retires = fields.date("expiration_date")
            offer.aliasOf = fields.fields("alias_target")?.text("id")
            offer.capabilities = capabilities(fields, offer)
            if let pricing = fields["pricing"] { offer.prices = prices(pricing, of: id, &reading) }
            reading.add(offer)
        }
    }
}

extension OpenRouter {
    /// Names begin with `Vendor: `, ids with `vendor/`.
    private static func vendor(_ name: String?, _ id: String) -> String? {
        if let name, let colon = name.range(of: ": ") { return String(name[..<colon.lowerBound]) }
        guard let slash = id.utf8.firstIndex(of: 0x2F), slash != id.startIndex else { return nil }
        let vendor = String(id[..<slash])
        return vendor.utf8.first == 0x7E ? String(vendor.dropFirst()) : vendor
    }

    /// The list of parameters is whole, so what is not on it isn't supported.
    private static func capabilities(
        _ fields: EntryFields, _ offer: ModelOffer
    ) -> [(name: String, isSupported: Bool)] {
        var capabilities: [(name: String, isSupported: Bool)] = []
        if fields["supported_parameters"]?.elements != nil {
            let parameters = Set(fields.texts("supported_parameters"))
            capabilities = [
                ("reasoning", parameters.contains("reasoning")),
                ("structured_output", parameters.contains("structured_outputs")),
                ("tools", parameters.contains("tools")),
            ]
        }
        if !offer.inputModalities.isEmpty { capabilities.append(("vision", offer.inputModalities.contains("image"))) }
        return capabilities
    }
}

extension String {
    /// The first place of an ASCII text.
    fileprivate func range(of text: String) -> Range<String.Index>? {
        let wanted = Array(text.utf8)
        var start = utf8.startIndex
        while start < utf8.endIndex {
            if utf8[start...].starts(with: wanted) { return start..<utf8.index(start, offsetBy: wanted.count) }
            start = utf8.index(after: start)
        }
        return nil
    }
}
