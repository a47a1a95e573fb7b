package import Bytes

/// The pairs of characters that stand side by side in a page, white space left out, each once with its best rank.
/// Rendering the page leaves them behind for the files of the whole site.
package struct PagePairs: Sendable, Equatable {
    /// `pair << 8 | rank`.
    let entries: [UInt32]

    /// Of a page without text.
    package static let none = PagePairs([])

    init(_ entries: [UInt32]) { self.entries = entries }
}

/// Works out the pairs of one page after another in the same memory.
package struct PagePairsReader: ~Copyable {
    private var reading = SearchReading(PairTable())

    package init() {}

    /// - Parameter html: a finished page.
    package mutating func pairs(ofPage html: borrowing ByteBuffer) -> PagePairs {
        html.withSpan { reading.read($0) }
        return PagePairs(reading.sink.entries())
    }

    /// The text that the pairs are taken from: a block to a line, its rank before it.
    package static func text(ofPage html: borrowing ByteBuffer) -> String {
        var reading = SearchReading(SearchLines())
        html.withSpan { reading.read($0) }
        return reading.sink.lines.text
    }
}
