/// How much one rendering may do before it is stopped, so that a mistake in a template can't hang or fill the disk.
package struct RenderBudget: Sendable {
    /// Operations, and items that a filter walks through.
    package let steps: Int
    /// Bytes written by this rendering.
    package let outputBytes: Int
    /// Macros and recursive loops inside each other.
    package let depth: Int

    package init(steps: Int = 10_000_000, outputBytes: Int = 64 << 20, depth: Int = 64) {
        self.steps = steps
        self.outputBytes = outputBytes
        self.depth = depth
    }

    /// The longest text and the longest list that an expression may build.
    static let textLimit = 16 << 20
    static let listLimit = 1_000_000
}
