/// What a model is for, under one name whatever its gateway calls it.
enum ModelKind: String, Sendable {
    case chat, completion, embedding, rerank, image, video, speech, transcription, realtime, moderation, ocr, search
    case imageEdit = "image_edit"
    case other

    /// Of the words that gateways use; `other` for one that nobody knows.
    init(named name: String?) {
        guard let name else {
            self = .chat
            return
        }
        self = Self.words[name] ?? ModelKind(rawValue: name) ?? .other
    }

    private static let words: [String: ModelKind] = [
        "responses": .chat, "language": .chat, "image_generation": .image, "video_generation": .video,
        "audio_transcription": .transcription, "audio_speech": .speech, "reranking": .rerank, "embeddings": .embedding,
        "reranker": .rerank,
    ]

    /// Whether such a model writes text that is charged for.
    var writesText: Bool {
        switch self {
        case .chat, .completion, .realtime, .other, .ocr, .search: true
        default: false
        }
    }
}
