internal import CLibCMark
internal import Glibc

/// A node of a `MarkdownTree`.
///
/// Safe to use because nodes are only reached from a tree that is alive: `DocumentReader` holds the tree while it walks, and keeps no node.
@safe struct TreeNode: Equatable {
    enum Kind {
        case document, blockQuote, list, item, codeBlock, htmlBlock, paragraph, heading, thematicBreak
        case text, softBreak, lineBreak, code, htmlInline, emphasis, strong, link, image
    }

    private let pointer: OpaquePointer

    init(_ pointer: OpaquePointer) { unsafe self.pointer = pointer }

    static func == (one: TreeNode, other: TreeNode) -> Bool { unsafe one.pointer == other.pointer }

    var kind: Kind {
        switch unsafe cmark_node_get_type(pointer) {
        case CMARK_NODE_TEXT: .text
        case CMARK_NODE_SOFTBREAK: .softBreak
        case CMARK_NODE_PARAGRAPH: .paragraph
        case CMARK_NODE_BLOCK_QUOTE: .blockQuote
        case CMARK_NODE_LIST: .list
        case CMARK_NODE_ITEM: .item
        case CMARK_NODE_CODE_BLOCK: .codeBlock
        case CMARK_NODE_HTML_BLOCK: .htmlBlock
        case CMARK_NODE_HEADING: .heading
        case CMARK_NODE_THEMATIC_BREAK: .thematicBreak
        case CMARK_NODE_LINEBREAK: .lineBreak
        case CMARK_NODE_CODE: .code
        case CMARK_NODE_HTML_INLINE: .htmlInline
        case CMARK_NODE_EMPH: .emphasis
        case CMARK_NODE_STRONG: .strong
        case CMARK_NODE_LINK: .link
        case CMARK_NODE_IMAGE: .image
        default: .document
        }
    }

    var next: TreeNode? { unsafe cmark_node_next(pointer).map { unsafe TreeNode($0) } }
    var parent: TreeNode? { unsafe cmark_node_parent(pointer).map { unsafe TreeNode($0) } }
    var firstChild: TreeNode? { unsafe cmark_node_first_child(pointer).map { unsafe TreeNode($0) } }

    /// 1-based, in the text that was parsed.
    var startLine: Int { unsafe Int(cmark_node_get_start_line(pointer)) }
    /// 1-based, in bytes.
    var startColumn: Int { unsafe Int(cmark_node_get_start_column(pointer)) }
    var endLine: Int { unsafe Int(cmark_node_get_end_line(pointer)) }

    var headingLevel: Int { unsafe Int(cmark_node_get_heading_level(pointer)) }
    var isOrderedList: Bool { unsafe cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST }
    var listStart: Int { unsafe Int(cmark_node_get_list_start(pointer)) }
    var isTightList: Bool { unsafe cmark_node_get_list_tight(pointer) != 0 }

    /// Lends the text of the node.
    func withLiteral<Result>(_ body: (ByteView) -> Result) -> Result {
        unsafe Self.withText(cmark_node_get_literal(pointer), body)
    }

    /// Lends the info string of a code block.
    func withInfo<Result>(_ body: (ByteView) -> Result) -> Result {
        unsafe Self.withText(cmark_node_get_fence_info(pointer), body)
    }

    func withDestination<Result>(_ body: (ByteView) -> Result) -> Result {
        unsafe Self.withText(cmark_node_get_url(pointer), body)
    }

    func withTitle<Result>(_ body: (ByteView) -> Result) -> Result {
        unsafe Self.withText(cmark_node_get_title(pointer), body)
    }

    // The library's strings end with a zero byte, hold none inside (it replaces them) and live as long as their node.
    private static func withText<Result>(_ text: UnsafePointer<CChar>?, _ body: (ByteView) -> Result) -> Result {
        guard let text = unsafe text else { return body(unsafe ByteView(UnsafeRawBufferPointer(start: nil, count: 0))) }
        let length = unsafe strlen(text)
        return body(unsafe ByteView(UnsafeRawBufferPointer(start: text, count: length)))
    }
}
