internal import CLibCMark
internal import Glibc

/// Owns the parser's tree: made once, freed once, never copied, never leaves the task that made it.
struct MarkdownTree: ~Copyable {
    private let document: OpaquePointer

    /// Parses UTF-8 bytes; nil only when there is no memory.
    init?(parsing bytes: ArraySlice<UInt8>) {
        let parsed = unsafe bytes.withUnsafeBytes { raw -> OpaquePointer? in
            // The parser copies what it keeps.
            unsafe raw.withMemoryRebound(to: CChar.self) {
                unsafe cmark_parse_document($0.baseAddress, $0.count, CMARK_OPT_DEFAULT)
            }
        }
        guard let parsed = unsafe parsed else { return nil }
        unsafe document = parsed
    }

    deinit { unsafe cmark_node_free(document) }

    /// The document node; it and all nodes below it live as long as this value.
    var root: TreeNode { unsafe TreeNode(document) }
}

/// The version of the parser that this room wraps.
package enum MarkdownLibrary {
    /// Such as `0.30.2`.
    package static var version: String { unsafe String(cString: cmark_version_string()) }
}

/// A node of a tree that is alive; nobody keeps one beyond its tree.
@safe struct TreeNode {
    enum Kind {
        case document, blockQuote, list, item, codeBlock, htmlBlock, paragraph, heading, thematicBreak
        case text, softBreak, lineBreak, code, htmlInline, emphasis, strong, link, image
    }

    private let pointer: OpaquePointer

    init(_ pointer: OpaquePointer) { unsafe self.pointer = pointer }

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
    var previous: TreeNode? { unsafe cmark_node_previous(pointer).map { unsafe TreeNode($0) } }
    var parent: TreeNode? { unsafe cmark_node_parent(pointer).map { unsafe TreeNode($0) } }
    var firstChild: TreeNode? { unsafe cmark_node_first_child(pointer).map { unsafe TreeNode($0) } }
    /// 1-based, in the text that was parsed.
    var startLine: Int { unsafe Int(cmark_node_get_start_line(pointer)) }
    var headingLevel: Int { unsafe Int(cmark_node_get_heading_level(pointer)) }
    var isOrderedList: Bool { unsafe cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST }
    var listStart: Int { unsafe Int(cmark_node_get_list_start(pointer)) }
    var isTightList: Bool { unsafe cmark_node_get_list_tight(pointer) != 0 }
    var literal: [UInt8] { unsafe Self.bytes(cmark_node_get_literal(pointer)) }
    var info: String { unsafe String(decoding: Self.bytes(cmark_node_get_fence_info(pointer)), as: UTF8.self) }
    var destination: String { unsafe String(decoding: Self.bytes(cmark_node_get_url(pointer)), as: UTF8.self) }
    var title: String { unsafe String(decoding: Self.bytes(cmark_node_get_title(pointer)), as: UTF8.self) }

    // The library's strings end with a zero byte and live as long as their node; they are copied here.
    private static func bytes(_ text: UnsafePointer<CChar>?) -> [UInt8] {
        guard let text = unsafe text else { return [] }
        return unsafe [UInt8](UnsafeRawBufferPointer(start: text, count: strlen(text)))
    }
}
