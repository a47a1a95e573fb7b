/// A run of bytes of one class. It begins where the token before it ends, so tokens leave nothing out.
package struct CodeToken: Sendable, Hashable {
    /// Offset behind its last byte.
    package let end: Int
    package let tokenClass: TokenClass
}
