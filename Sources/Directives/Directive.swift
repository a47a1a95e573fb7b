package import Bytes
package import Diagnostics
package import SiteModel

/// A directive that content may use: one type and one file each, listed in `DirectiveRegistry`.
package protocol Directive: Sendable {
    /// Its name, forms, label and attributes. Syntax that breaks the rule is reported before the directive is asked.
    static var rule: DirectiveRule { get }

    /// What is wrong with a call: values that are not allowed, facts that do not exist.
    static func check(_ call: DirectiveCall, _ facts: any DirectiveFacts) -> [DirectiveMistake]

    /// Writes the call in one projection. Only called when `check` found no error.
    ///
    /// A block that is a leaf stands on a line of its own and ends without a line break; the opening of a container writes
    /// nothing, or in Markdown a paragraph and a blank line.
    /// - Parameter part: `.whole` for a call without Markdown inside, else its `.opening` or `.closing`.
    /// - Returns: whether what stands between opening and closing is shown in this projection.
    static func render(
        _ call: DirectiveCall, part: HoledBytes.Part, as projection: Projection, _ facts: any DirectiveFacts,
        into buffer: inout ByteBuffer
    ) -> DirectiveContents
}

/// What the opening of a directive decides about its contents.
package enum DirectiveContents: Sendable {
    case shown
    case leftOut
}

/// The form of a directive, for the parser, the reference and "did you mean".
package struct DirectiveRule: Sendable {
    package enum Label: Sendable {
        case none
        /// Taken as it is: `:price[acme/large-1:free]`.
        case raw
        /// Markdown, rendered between opening and closing.
        case markdown
    }

    package let name: String
    package let forms: [DirectiveCall.Form]
    package let label: Label
    package let attributes: [String]
    /// What it is for, in one sentence.
    package let explanation: Message

    package init(
        name: String, forms: [DirectiveCall.Form], label: Label, attributes: [String], explanation: Message
    ) {
        self.name = name
        self.forms = forms
        self.label = label
        self.attributes = attributes
        self.explanation = explanation
    }
}

/// A mistake in a call; the caller knows the file and makes a diagnostic of it.
package struct DirectiveMistake: Sendable {
    package let code: DiagnosticCode
    /// Byte offsets in the call's file.
    package let range: Range<Int>
    package let message: Message
    package let hint: Message?

    package init(_ code: DiagnosticCode, at range: Range<Int>, _ message: Message, hint: Message? = nil) {
        self.code = code
        self.range = range
        self.message = message
        self.hint = hint
    }
}
