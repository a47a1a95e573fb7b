import Diagnostics

/// The diagnostics of a build for the page that the preview lays over another.
enum MistakeList {
    /// More would only make the page slow.
    private static let limit = 200

    /// - Parameter left: how many more there are.
    static func json(_ diagnostics: [Diagnostic], left: Int = 0, _ language: MessageLanguage) -> [UInt8] {
        let errors = diagnostics.filter { $0.severity == .error }
        let others = diagnostics.filter { $0.severity != .error }
        let shown = (errors + others).prefix(limit)
        return JSONPiece.object([
            ("more", .number(diagnostics.count - shown.count + left)),
            ("diagnostics", .list(shown.map { piece($0, language) })),
        ]).bytes
    }

    private static func piece(_ diagnostic: Diagnostic, _ language: MessageLanguage) -> JSONPiece {
        .object([
            ("severity", .text(diagnostic.severity.rawValue)),
            ("code", .text(diagnostic.code.id)),
            ("message", .text(diagnostic.message.text(in: language))),
            ("hint", diagnostic.hint.map { .text($0.text(in: language)) } ?? .null),
            ("place", diagnostic.location.map(place) ?? .null),
            (
                "notes",
                .list(
                    diagnostic.notes.map { note in
                        .object([
                            ("message", .text(note.message.text(in: language))),
                            ("place", note.location.map(place) ?? .null),
                        ])
                    })
            ),
        ])
    }

    private static func place(_ location: SourceLocation) -> JSONPiece {
        .object([
            ("file", .text(location.file)), ("line", .number(location.line)), ("column", .number(location.column)),
            ("length", .number(location.length)), ("text", .text(location.lineText)),
            ("start", .number(location.textStart)),
        ])
    }
}
