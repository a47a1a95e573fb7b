package import Diagnostics
import Glibc

/// Where results and messages go: results to stdout, messages to stderr.
package struct Terminal: Sendable {
    /// Whether messages may be coloured: on a terminal, without `NO_COLOR`.
    package let hasColour: Bool

    /// Whether somebody may look at messages while they come.
    package let isInteractive: Bool

    package init() {
        isInteractive = isatty(2) == 1
        hasColour = isatty(2) == 1 && getenv("NO_COLOR") == nil
    }

    package func result(_ text: String) { _ = FileWriting.write(Array(text.utf8), to: 1) }

    package func message(_ text: String) { _ = FileWriting.write(Array(text.utf8), to: 2) }

    package func report(_ diagnostics: [Diagnostic], in language: MessageLanguage) {
        message(TextFormat.report(diagnostics, language: language, colour: hasColour))
    }

    /// A line that begins with the program's name.
    package func complain(_ text: Message, in language: MessageLanguage) {
        message("citable: \(text.text(in: language))\n")
    }
}
