import Bytes
import Directives
import SiteModel

/// A request that calls a model by its real name, for readers to paste into a shell.
enum ExampleCall {
    /// Gateways that answer requests in the form of OpenAI's; the other sources are lists of prices, with ids of their own.
    private static let gateways: Set<String> = ["litellm", "new-api", "one-api", "openai", "openrouter", "vercel"]

    /// Nil for a model that can't be called, and for kinds without a common form of request.
    ///
    /// The gateway's address and the key are variables: an address of the settings may be an internal one.
    static func shell(for offer: ModelOffer, adapter: String?, greeting: String) -> String? {
        guard !offer.isWithdrawn, let adapter, gateways.contains(adapter) else { return nil }
        let path: StaticString
        var json = ByteBuffer(capacity: 128)
        json.append("{\"model\": ")
        json.append(jsonString: offer.id)
        switch offer.kind {
        case "chat":
            path = "chat/completions"
            json.append(", \"messages\": [{\"role\": \"user\", \"content\": ")
            json.append(jsonString: greeting)
            json.append("}]}")
        case "embedding":
            path = "embeddings"
            json.append(", \"input\": ")
            json.append(jsonString: greeting)
            json.append("}")
        default: return nil
        }
        return """
            curl "$BASE_URL/v1/\(path)" \\
              -H "Authorization: Bearer $API_KEY" \\
              -H "Content-Type: application/json" \\
              -d \(quoted(json.text))
            """
    }

    /// Between single quotes nothing is special but the quote itself. Source: POSIX, Shell Command Language, 2.2.2.
    private static func quoted(_ text: String) -> String {
        "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
    }
}

extension CatalogRows {
    /// How to call a model.
    func exampleCall(of offer: ModelOffer) -> String? {
        let adapter = view.catalog(around: offer)?.sources.first { $0.id == offer.source }?.adapter
        return ExampleCall.shell(for: offer, adapter: adapter, greeting: facts.phrase(.exampleGreeting))
    }

    /// The example call as a part of a twin.
    func writeExampleCall(of offer: ModelOffer, into buffer: inout ByteBuffer) {
        guard let call = exampleCall(of: offer) else { return }
        buffer.append(text: "## " + facts.phrase(.exampleCall) + "\n\n")
        buffer.append(markdownEscaped: facts.phrase(.exampleCallNote))
        // A line of the call never begins with a backtick, so none of them ends the fence.
        buffer.append(text: "\n\n```sh\n" + call + "\n```\n\n")
    }
}
