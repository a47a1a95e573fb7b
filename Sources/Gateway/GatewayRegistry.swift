package import JSON

/// The list of adapters: one line each, sorted by name.
package enum GatewayRegistry {
    package static let all: [any GatewayAdapter.Type] = [
        LiteLLM.self, LiteLLMPriceMap.self, ModelsDev.self, NewAPI.self, OneAPI.self, OpenAI.self, OpenRouter.self,
        Portkey.self, Vercel.self,
    ]

    /// The order in which `auto` asks: the most particular shape first. Source: `auto` of the catalog contract.
    private static let byShape: [any GatewayAdapter.Type] = [
        NewAPI.self, LiteLLM.self, OpenRouter.self, Vercel.self, ModelsDev.self, LiteLLMPriceMap.self, Portkey.self,
        OpenAI.self,
    ]

    package static func adapter(named name: String) -> (any GatewayAdapter.Type)? {
        all.first { $0.name == name }
    }

    /// The adapter whose shape a reply has; nil when it is nobody's.
    package static func adapter(for root: JSONValue) -> (any GatewayAdapter.Type)? {
        byShape.first { $0.recognises(root) }
    }
}
