/// How much a JSON text may ask for; more is a diagnostic.
package struct JSONLimits: Sendable, Hashable {
    /// The most bytes of one text.
    package let bytes: Int
    /// The most objects and arrays inside one another; never over 512, since freeing a nested value recurses.
    package let depth: Int
    /// The most diagnostics for one text; one more says that the rest is not shown.
    package let diagnostics: Int

    package init(bytes: Int = 32 * 1024 * 1024, depth: Int = 64, diagnostics: Int = 100) {
        self.bytes = bytes
        self.depth = min(depth, 512)
        self.diagnostics = diagnostics
    }

    /// 32 MiB, 64 levels: room for the largest catalogs.
    package static let catalog = JSONLimits()
}
