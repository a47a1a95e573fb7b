internal import Bytes

/// How Markdown is read and what is written from it.
package struct MarkdownOptions: Sendable {
    /// Which Markdown is read.
    package enum Dialect: Sendable, Hashable {
        /// CommonMark 0.30 and nothing else, raw HTML passed through, as the reference program writes it.
        case commonMark
        /// With the extensions of this room.
        case extended
    }

    /// What to write.
    package struct Outputs: OptionSet, Sendable {
        package let rawValue: UInt8

        package init(rawValue: UInt8) { self.rawValue = rawValue }

        package static let html = Outputs(rawValue: 1)
        package static let twin = Outputs(rawValue: 2)
        package static let plainText = Outputs(rawValue: 4)
        package static let proseRuns = Outputs(rawValue: 8)
    }

    package var dialect: Dialect
    package var outputs: Outputs
    /// Names, in lower case, of the elements whose raw HTML is kept; all other raw HTML is dropped with a warning.
    package var allowedElements: [String] {
        get { words.allowedElements }
        set { change { $0.allowedElements = newValue } }
    }
    /// The directives that the caller knows; nil leaves the directive syntax as plain text.
    package var directives: [DirectiveSyntax]? {
        get { words.directives }
        set { change { $0.directives = newValue } }
    }
    /// Destinations of links and images are left as holes for the caller to fill in.
    package var leavesLinkHoles = false
    /// The URL of the site, without a slash at its end: absolute destinations below it are holes too. Empty for none.
    package var siteURL: [UInt8] {
        get { words.siteURL }
        set { change { $0.siteURL = newValue } }
    }
    /// The links are listed, with their texts.
    package var listsLinks = true
    /// Headings get ids.
    package var headingIDs = false
    /// Writes tables, task lists and code blocks exactly as GitHub's program does, in place of the site's own markup.
    package var gfmAttributes = false
    /// Ids that the template uses and no heading may get.
    package var reservedIDs: [String] {
        get { words.reservedIDs }
        set {
            change {
                $0.reservedIDs = newValue
                $0.reserved = Set(newValue.map { Fingerprint(of: $0) })
            }
        }
    }
    package var labels: MarkdownLabels {
        get { words.labels }
        set { change { $0.labels = newValue } }
    }
    package var limits = MarkdownLimits()
    private var box = Box(Words())

    package init(dialect: Dialect, outputs: Outputs = .html) {
        self.dialect = dialect
        self.outputs = outputs
    }

    /// What a site's pages use: holes, heading ids, the site's markup.
    package static func page(directives: [DirectiveSyntax], outputs: Outputs = [.html, .twin]) -> MarkdownOptions {
        var options = MarkdownOptions(dialect: .extended, outputs: outputs)
        options.directives = directives
        options.leavesLinkHoles = true
        options.headingIDs = true
        return options
    }
}

extension MarkdownOptions {
    private struct Words: Sendable {
        var allowedElements: [String] = []
        var directives: [DirectiveSyntax]?
        var reservedIDs: [String] = []
        var reserved: Set<Fingerprint> = []
        var labels = MarkdownLabels.english
        var siteURL: [UInt8] = []
    }

    /// What all pages share stands in one box: the options are handed around for every text, and tasks would count references to
    /// a dozen shared strings each time.
    private final class Box: Sendable {
        let words: Words

        init(_ words: Words) { self.words = words }
    }

    private var words: Words {
        @inline(__always) get { box.words }
    }

    /// Of the reserved ids.
    var reserved: Set<Fingerprint> { words.reserved }

    private mutating func change(_ body: (inout Words) -> Void) {
        var words = box.words
        body(&words)
        box = Box(words)
    }
}

/// Sizes beyond which a text is refused, so that no input costs more than its length deserves.
package struct MarkdownLimits: Sendable {
    /// Block quotes, lists and inline elements inside one another.
    package var nesting = 100
    /// Bytes in a line.
    package var lineLength = 1 << 20
    /// Cells in all tables together.
    package var tableCells = 100_000
    /// Bytes of each output.
    package var outputSize = 64 << 20

    package init() {}
}
