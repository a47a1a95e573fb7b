/// One thing that is wrong: what, where, and what to do about it.
package struct Diagnostic: Sendable, Hashable {
    package let code: DiagnosticCode
    /// The code's own level, unless settings changed it.
    package var severity: Severity
    /// Absent when the mistake is in no file, such as a wrong argument.
    package let location: SourceLocation?
    package let message: Message
    package let hint: Message?
    package let notes: [DiagnosticNote]

    package init(
        _ code: DiagnosticCode, at location: SourceLocation?, _ message: Message, hint: Message? = nil,
        notes: [DiagnosticNote] = []
    ) {
        self.code = code
        self.severity = code.severity
        self.location = location
        self.message = message
        self.hint = hint
        self.notes = notes
    }
}

/// A second place that belongs to a diagnostic, such as the first use of an address.
package struct DiagnosticNote: Sendable, Hashable {
    package let location: SourceLocation?
    package let message: Message

    package init(at location: SourceLocation?, _ message: Message) {
        self.location = location
        self.message = message
    }
}

extension Diagnostic: Comparable {
    /// By file, line, column, code, then English message, so that parallel builds print the same text.
    package static func < (one: Diagnostic, other: Diagnostic) -> Bool {
        let places = (one.location, other.location)
        if let first = places.0, let second = places.1 {
            if first.file != second.file { return first.file.utf8.lexicographicallyPrecedes(second.file.utf8) }
            if first.line != second.line { return first.line < second.line }
            if first.column != second.column { return first.column < second.column }
        } else if (places.0 == nil) != (places.1 == nil) {
            return places.0 == nil
        }
        if one.code.id != other.code.id { return one.code.id < other.code.id }
        return one.message.english < other.message.english
    }
}
