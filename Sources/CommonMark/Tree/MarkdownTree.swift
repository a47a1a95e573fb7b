internal import CLibCMark
internal import Glibc

/// Owns the parser's tree: made once, freed once, never copied, never leaves the task that made it. That is why it is safe to use.
@safe struct MarkdownTree: ~Copyable {
    private let document: OpaquePointer
    /// The tree stands in this thread's arena, and goes with it.
    private let isInArena: Bool

    /// Parses UTF-8 bytes; nil only when there is no memory.
    init?(parsing bytes: [UInt8], in range: Range<Int>) {
        let isInArena = unsafe ParserArena.current.pointee.begin()
        let parsed = unsafe bytes.withUnsafeBufferPointer { all -> OpaquePointer? in
            // The parser copies what it keeps.
            unsafe all[range].withMemoryRebound(to: CChar.self) { text in
                isInArena
                    ? unsafe Self.parseInArena(text)
                    : unsafe cmark_parse_document(text.baseAddress, text.count, CMARK_OPT_DEFAULT)
            }
        }
        guard let parsed = unsafe parsed else {
            if isInArena { unsafe ParserArena.current.pointee.end() }
            return nil
        }
        unsafe document = parsed
        self.isInArena = isInArena
    }

    deinit {
        if isInArena { unsafe ParserArena.current.pointee.end() } else { unsafe cmark_node_free(document) }
    }

    /// The document node; it and all nodes below it live as long as this value.
    var root: TreeNode { unsafe TreeNode(document) }

    /// Version of the library, such as `0.30.2`.
    static var libraryVersion: String { unsafe String(cString: cmark_version_string()) }
}

extension MarkdownTree {
    /// The same as `cmark_parse_document`, but with other memory.
    private static func parseInArena(_ text: UnsafeBufferPointer<CChar>) -> OpaquePointer? {
        guard let parser = unsafe cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, memory) else { return nil }
        unsafe cmark_parser_feed(parser, text.baseAddress, text.count)
        let document = unsafe cmark_parser_finish(parser)
        unsafe cmark_parser_free(parser)
        return unsafe document
    }

    /// The parser's three memory functions. Made once and never changed, so threads may share it. As the library's own, they stop
    /// the program when there is no memory, and so does a size that no memory has.
    nonisolated(unsafe) private static let memory: UnsafeMutablePointer<cmark_mem> = {
        let made = UnsafeMutablePointer<cmark_mem>.allocate(capacity: 1)
        unsafe made.initialize(
            to: cmark_mem(
                calloc: { count, size in
                    let (total, overflows) = count.multipliedReportingOverflow(by: size)
                    if overflows { abort() }
                    let block = unsafe ParserArena.current.pointee.allocate(total)
                    unsafe memset(block, 0, total)
                    return unsafe block
                },
                realloc: { block, size in
                    guard let block = unsafe block else { return unsafe ParserArena.current.pointee.allocate(size) }
                    return unsafe ParserArena.current.pointee.resize(block, to: size)
                },
                free: { block in
                    if let block = unsafe block { unsafe ParserArena.current.pointee.free(block) }
                }))
        return unsafe made
    }()
}

/// The version of the parser that this room wraps.
package enum MarkdownLibrary {
    /// Such as `0.30.2`.
    package static var version: String { MarkdownTree.libraryVersion }
}
