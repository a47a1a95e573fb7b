import Diagnostics

/// How a command prints diagnostics: for people on stderr, for programs on stdout.
struct Report: Sendable {
    let format: any DiagnosticFormat.Type

    /// Whether stdout belongs to the report.
    var isForPrograms: Bool { format.name != TextFormat.name }

    /// The format that `--format` names; nil after a complaint.
    static func printer(_ invocation: Invocation) -> Report? {
        let name = invocation.arguments.values["--format"] ?? TextFormat.name
        if let format = DiagnosticFormatRegistry.all.first(where: { $0.name == name }) { return Report(format: format) }
        let hint = NearName.hint(for: name, among: DiagnosticFormatRegistry.all.map { $0.name })
        let more = hint.map { "; " + $0.text(in: invocation.language) } ?? ""
        invocation.terminal.complain(
            Message(en: "unknown format ‘\(name)’\(more)", zh: "未知格式“\(name)”\(more)"), in: invocation.language)
        return nil
    }

    func print(_ diagnostics: [Diagnostic], _ invocation: Invocation) {
        guard isForPrograms else { return invocation.terminal.report(diagnostics, in: invocation.language) }
        invocation.terminal.result(format.report(diagnostics, language: invocation.language, colour: false))
    }
}
