import Diagnostics
import SiteModel

/// The fields that LiteLLM's endpoints and its price map have in common.
enum LiteLLMFields {
    /// What `supports_…` says, by the names of the catalog; what isn't stated is absent.
    static func capabilities(_ fields: EntryFields) -> [(name: String, isSupported: Bool)] {
        flags.compactMap { flag, name in fields.flag(flag).map { (name, $0) } }
    }

    /// Capabilities, and the modalities that follow from them and from the kind.
    static func describe(
        _ offer: inout ModelOffer, _ fields: EntryFields, _ capabilities: [(name: String, isSupported: Bool)]
    ) {
        offer.capabilities = capabilities
        offer.endpoints = fields.texts("supported_endpoints").compactMap { Endpoint.text(path: $0) }
        let standard = Modalities.standard(of: offer.kind)
        let able = Set(capabilities.filter(\.isSupported).map(\.name))
        var input = Set(fields.texts("supported_modalities"))
        var output = Set(fields.texts("supported_output_modalities"))
        if input.isEmpty { input = standard.input }
        if output.isEmpty { output = standard.output }
        if able.contains("vision") { input.insert("image") }
        if able.contains("audio_in") { input.insert("audio") }
        if able.contains("audio_out") { output.insert("audio") }
        offer.inputModalities = Modalities.known(input)
        offer.outputModalities = Modalities.known(output)
    }

    static func missingInformation(_ id: String) -> Message {
        let name = Quoted.text(id)
        return Message(en: "‘\(name)’ has no ‘model_info’", zh: "“\(name)”缺少“model_info”")
    }

    private static let flags = [
        ("supports_audio_input", "audio_in"), ("supports_audio_output", "audio_out"), ("supports_pdf_input", "pdf"),
        ("supports_prompt_caching", "prompt_caching"), ("supports_reasoning", "reasoning"),
        ("supports_response_schema", "structured_output"), ("supports_function_calling", "tools"),
        ("supports_vision", "vision"), ("supports_web_search", "web_search"),
    ]
}
