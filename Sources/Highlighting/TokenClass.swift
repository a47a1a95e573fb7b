/// What a piece of code is. The set is closed, so that a theme can name a colour for each.
///
/// Names, operators, punctuation and white space are `plain`: they have the colour of the text and no element of their
/// own, which saves a third of a page's bytes.
package enum TokenClass: UInt8, Sendable, CaseIterable {
    case plain
    /// A word of the language, constants such as `true` included.
    case keyword
    /// Quoted text, heredocs and regular expressions.
    case string
    /// An escape in a string, the marks around an interpolation, a character reference.
    case escape
    case number
    case comment
    /// The name of a function where it is declared; the method of an HTTP request.
    case function
    /// The name of a type where it is declared, a type of the language, an exception.
    case type
    /// A name that the language brings along.
    case builtin
    /// An attribute, the name of a header, an option of a command.
    case attribute
    /// A variable of a shell, a name that is being bound.
    case variable
    /// The name of an element, the key of a mapping.
    case tag
    /// What speaks to the tools: prompts, decorators, directives of a preprocessor, a document type.
    case meta

    /// The class in HTML, a letter; nil has no element.
    package var cssClass: UInt8? {
        switch self {
        case .plain: nil
        case .keyword: 0x6B  // k
        case .string: 0x73  // s
        case .escape: 0x65  // e
        case .number: 0x6E  // n
        case .comment: 0x63  // c
        case .function: 0x66  // f
        case .type: 0x74  // t
        case .builtin: 0x62  // b
        case .attribute: 0x61  // a
        case .variable: 0x76  // v
        case .tag: 0x67  // g
        case .meta: 0x6D  // m
        }
    }
}
