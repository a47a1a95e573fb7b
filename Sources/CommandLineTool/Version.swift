/// What `--version` says.
enum Version {
    static let number = "0.1.0"

    /// The libraries that golden outputs depend on.
    static let libraries = "libfyaml"
}
