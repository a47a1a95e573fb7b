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

    /// - Parameters:
    ///   - isWhole: whether people want every warning, too.
    ///   - readiness: the score as JSON, for formats that have a place for it.
    func print(_ diagnostics: [Diagnostic], _ invocation: Invocation, isWhole: Bool = false, readiness: String? = nil) {
        let (terminal, language) = (invocation.terminal, invocation.language)
        // Annotations are for people.
        let isRead = !isForPrograms || format.name == GitHubFormat.name
        let abridged = isRead && !isWhole ? Abridgement(diagnostics) : nil
        let shown = abridged?.shown ?? diagnostics
        if isForPrograms {
            let report = format.report(shown, language: language, colour: false)
            terminal.result(readiness.map { format.adding("readiness", json: $0, to: report) } ?? report)
        } else {
            terminal.report(shown, in: language)
        }
        if let rest = abridged?.rest(Self.wayToAll) { terminal.message(rest.text(in: language)) }
    }

    static let wayToAll = Message(
        en: "‘citable check --all’ shows them, ‘--format json’ and ‘sarif’ hold them",
        zh: "citable check --all 显示全部，--format json 和 sarif 中也是全部")
}
