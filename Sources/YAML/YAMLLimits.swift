/// How much a YAML text may ask for; more is a diagnostic, never a slow build.
package struct YAMLLimits: Sendable, Hashable {
    /// The most bytes of one text.
    package let bytes: Int
    /// The most mappings and sequences inside one another; never over 64, since the fast reader recurses.
    package let depth: Int
    /// The most diagnostics for one text; one more says that the rest is not shown.
    package let diagnostics: Int

    package init(bytes: Int, depth: Int = 16, diagnostics: Int = 100) {
        self.bytes = bytes
        self.depth = min(depth, 64)
        self.diagnostics = diagnostics
    }

    /// 64 KiB, 16 levels.
    package static let frontMatter = YAMLLimits(bytes: 64 * 1024)
    /// For `site.yaml` and the like: 1 MiB, 16 levels.
    package static let settings = YAMLLimits(bytes: 1024 * 1024)
}
