/// The marks that are put into a source before the parser reads it, and that are found again in its tree.
///
/// The parser knows nothing of the extensions. So their syntax is marked beforehand with scalars of the last plane, which the
/// parser takes as letters. Where a mark turns up in text, it is acted on; where it turns up in code, raw HTML or an address,
/// it is taken out again and what it stands for is put back. So no mark can change what is not text.
enum Mark: Equatable {
    /// Index of a `Token`.
    case token(Int)
    /// After a delimiter run; followed by the padding. Makes the run left-flanking.
    case afterRun
    /// Before a delimiter run; preceded by the padding. Makes the run right-flanking.
    case beforeRun
    /// Before `~` or `~~`; preceded by the padding.
    case strike(canOpen: Bool, canClose: Bool)
    /// Begins a cell but for the first of a row.
    case cell
    /// Ends a cell or a label.
    case end
    /// Begins each line of an inline field.
    case guardian

    /// The first byte of every mark, and of no character that Unicode has assigned a meaning.
    static let lead: UInt8 = 0xF4
    /// Bytes in a mark, and in the padding.
    static let length = 4
    /// Most tokens in one text.
    static let tokenLimit = 0xF000
    /// Punctuation that keeps what a neighbouring delimiter run sees: U+1BC9F,
    /// which the parser knows as punctuation and no living script uses.
    static let padding: [UInt8] = [0xF0, 0x9B, 0xB2, 0x9F]
    /// Begins the line of a block mark, which so becomes a block of its own: an ATX heading.
    static let blockLine: StaticString = "###### "
    static let blockLineLength = 7

    /// What the mark's scalar is counted from U+100000.
    var number: Int {
        switch self {
        case .token(let index): index
        case .afterRun: 0xF000
        case .beforeRun: 0xF001
        case .strike(let canOpen, let canClose): 0xF010 + (canOpen ? 1 : 0) + (canClose ? 2 : 0)
        case .cell: 0xF020
        case .end: 0xF021
        case .guardian: 0xF022
        }
    }

    /// The mark at `index`; every character with this lead byte was made a token, so there is one unless bytes are cut off.
    init?(at index: Int, in bytes: ByteView) {
        guard index + Mark.length <= bytes.count, bytes[index] == Mark.lead else { return nil }
        let number =
            Int(bytes[index + 1] & 0x3F) << 12 | Int(bytes[index + 2] & 0x3F) << 6 | Int(bytes[index + 3] & 0x3F)
        switch number {
        case 0..<Mark.tokenLimit: self = .token(number)
        case 0xF000: self = .afterRun
        case 0xF001: self = .beforeRun
        case 0xF011...0xF013: self = .strike(canOpen: number & 1 == 1, canClose: number & 2 == 2)
        case 0xF020: self = .cell
        case 0xF021: self = .end
        case 0xF022: self = .guardian
        default: return nil
        }
    }

    /// The padding stands before this mark.
    var followsPadding: Bool {
        switch self {
        case .beforeRun, .strike: true
        default: false
        }
    }

    /// Where the mark that was found at `index` begins, the padding or blank before it included.
    func start(at index: Int, in view: ByteView, _ tokens: [Token]) -> Int {
        switch self {
        case .beforeRun, .strike: return index - Mark.length
        case .end: return index > 0 && view[index - 1] == 0x20 ? index - 1 : index
        case .token(let number) where number < tokens.count && tokens[number].isInlineSyntax:
            return index >= Mark.length && Mark.isPadding(index - Mark.length, in: view) ? index - Mark.length : index
        default: return index
        }
    }

    /// Where what belongs to the mark ends that itself ends at `index`.
    func end(at index: Int, in view: ByteView, _ tokens: [Token]) -> Int {
        switch self {
        case .cell, .guardian: return index < view.count && view[index] == 0x20 ? index + 1 : index
        case .token(let number) where number < tokens.count:
            let token = tokens[number]
            if token.isBlock { return index < view.count && view[index] == 0x20 ? index + 1 : index }
            return token.isInlineSyntax && Mark.isPadding(index, in: view) ? index + Mark.length : index
        default: return index
        }
    }

    private static func isPadding(_ index: Int, in view: ByteView) -> Bool {
        guard index + Mark.length <= view.count else { return false }
        return (0..<Mark.length).allSatisfy { view[index + $0] == Mark.padding[$0] }
    }
}
