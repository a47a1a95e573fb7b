/// What goes into a model and comes out of it, under the names that the catalog uses.
enum Modalities {
    /// What a kind of model takes and gives when nothing more is said.
    static func standard(of kind: String) -> (input: Set<String>, output: Set<String>) {
        switch ModelKind(rawValue: kind) {
        case .chat, .completion, .search: (["text"], ["text"])
        case .embedding: (["text"], ["embeddings"])
        case .rerank: (["text"], ["rerank"])
        case .image: (["text"], ["image"])
        case .imageEdit: (["image", "text"], ["image"])
        case .video: (["text"], ["video"])
        case .speech: (["text"], ["audio"])
        case .transcription: (["audio"], ["text"])
        default: ([], [])
        }
    }

    /// Sorted, and only words: gateways put sentences here as well.
    static func known(_ names: some Sequence<String>) -> [String] {
        Set(names).filter { name in
            name.utf8.count <= 32 && name.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x5F || $0 == 0x2D }
        }.sorted()
    }

    /// The kind that the output tells, of gateways that don't name one.
    static func kind(ofOutput output: [String]) -> ModelKind {
        if output.isEmpty || output.contains("text") { return .chat }
        let kinds: [(String, ModelKind)] = [
            ("embeddings", .embedding), ("rerank", .rerank), ("image", .image), ("video", .video), ("speech", .speech),
            ("audio", .speech), ("transcription", .transcription),
        ]
        return kinds.first { output.contains($0.0) }?.1 ?? .other
    }
}
