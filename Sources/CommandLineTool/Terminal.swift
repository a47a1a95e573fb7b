import ContentLoading
package import Diagnostics
import Glibc
import Synchronization

/// Where results and messages go: results to stdout, messages to stderr.
package struct Terminal: Sendable {
    /// Whether messages may be coloured: on a terminal, without `NO_COLOR`.
    package let hasColour: Bool

    /// Whether somebody may look at messages while they come.
    package let isInteractive: Bool

    /// The errno of the first result that could not be written; 0 while all could.
    private final class Loss: Sendable { let code = Atomic<Int32>(0) }

    private let loss = Loss()

    package init() {
        isInteractive = isatty(2) == 1
        hasColour = isatty(2) == 1 && getenv("NO_COLOR") == nil
    }

    package func result(_ text: String) {
        guard let code = FileWriting.write(Array(text.utf8), to: 1) else { return }
        _ = loss.code.compareExchange(expected: 0, desired: code, ordering: .relaxed)
    }

    /// The code that the program ends with: results that nobody received are no success.
    func exitCode(_ code: ExitCode, in language: MessageLanguage) -> Int32 {
        let lost = loss.code.load(ordering: .relaxed)
        guard lost != 0 else { return code.rawValue }
        let reason = SystemFailure.reason(lost)
        complain(
            Message(en: "standard output: \(reason.english)", zh: "标准输出：\(reason.chinese)"), in: language)
        return code == .fine ? ExitCode.inputOutput.rawValue : code.rawValue
    }

    package func message(_ text: String) { _ = FileWriting.write(Array(text.utf8), to: 2) }

    package func report(_ diagnostics: [Diagnostic], in language: MessageLanguage) {
        message(TextFormat.report(diagnostics, language: language, colour: hasColour))
    }

    /// A line that begins with the program's name.
    package func complain(_ text: Message, in language: MessageLanguage) {
        message("citable: \(text.text(in: language))\n")
    }
}
