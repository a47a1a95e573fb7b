import Diagnostics
import SiteModel

/// One text of a page: its prose, byte for byte where it stands in the file, with what is no prose blotted out.
struct CheckedText: Sendable {
    enum Role: Sendable {
        case title, description, question, shortAnswer, definition, evidence, step, askedQuestion, answer, body
    }

    /// A piece between empty lines, list marks or rows of a table; offsets into `prose`.
    struct Block: Sendable {
        enum Kind: Sendable, Equatable {
            case paragraph, item, row, quote
            case heading(Int)
        }

        var kind: Kind
        var range: Range<Int>
    }

    struct Link: Sendable {
        let destination: String
        /// Offsets into `prose`.
        let range: Range<Int>
    }

    /// Stands for code, addresses and marked languages: nothing is known of them.
    static let opaque: UInt8 = 0
    /// Stands for marks that nobody sees, such as brackets and stars.
    static let unseen: UInt8 = 1

    let role: Role
    let file: SourceFile
    let start: Int
    let prose: [UInt8]
    let blocks: [Block]
    let links: [Link]
    /// Images without an alternative text.
    let bareImages: [Range<Int>]
    /// What the catalog says, and marks of notes, in their order.
    let facts: [Range<Int>]

    init(_ role: Role, _ file: SourceFile, _ bytes: [UInt8], _ range: Range<Int>) {
        self.role = role
        self.file = file
        start = range.lowerBound
        var scan = ProseScan(Array(bytes[range]))
        scan.run(isBody: role == .body)
        prose = scan.prose
        blocks = scan.blocks
        links = scan.links
        bareImages = scan.bareImages
        facts = scan.facts
    }

    func place(_ range: Range<Int>) -> SourceLocation {
        file.location(of: start + range.lowerBound..<start + range.upperBound)
    }

    var wholePlace: SourceLocation { place(0..<prose.count) }

    /// The visible text of a stretch.
    func words(_ range: Range<Int>) -> String {
        String(decoding: prose[range].lazy.filter { $0 > Self.unseen }, as: UTF8.self)
    }

    var words: String { words(0..<prose.count) }
}
