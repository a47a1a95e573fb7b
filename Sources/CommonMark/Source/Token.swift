/// What a token mark stands for.
struct Token {
    enum Kind {
        /// A character of the source that looks like a mark.
        case literal
        /// An inline directive without rendered label, index of the call.
        case directive(Int)
        /// The beginning and the end of an inline directive with a rendered label.
        case directiveOpening(Int)
        case directiveClosing(Int)
        case footnoteReference(Int)
        /// The following kinds stand at the beginning of a block line.
        case leaf(Int, isLabelRendered: Bool)
        case containerOpening(Int)
        case containerClosing(colons: Int)
        case footnoteDefinition(Int)
        case row(table: Int, cells: Int)
        case delimiterRow
    }

    let kind: Kind
    /// What the mark replaces, in the source's bytes.
    let range: Range<Int>

    var isBlock: Bool {
        switch kind {
        case .literal, .directive, .directiveOpening, .directiveClosing, .footnoteReference: false
        default: true
        }
    }

    /// Stands for something that begins and ends with punctuation.
    var isInlineSyntax: Bool {
        switch kind {
        case .directive, .directiveOpening, .directiveClosing, .footnoteReference: true
        default: false
        }
    }

    /// How many marks that end a cell or a label follow in what the token's line was made into.
    var endCount: Int {
        switch kind {
        case .row(_, let cells): cells
        case .leaf(_, let isLabelRendered): isLabelRendered ? 1 : 0
        default: 0
        }
    }
}
