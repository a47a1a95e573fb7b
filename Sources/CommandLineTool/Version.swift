import CommonMark
import YAML

/// What `--version` says.
enum Version {
    static let number = "0.1.0"
    /// Of the words that describe it.
    static let date = "2026-11-28"

    /// The libraries that golden outputs depend on.
    static var libraries: String { "libcmark \(MarkdownLibrary.version), libfyaml \(YAMLParser.libraryVersion)" }
}
