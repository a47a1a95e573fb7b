import Bytes
import JSON

/// What a finished HTML page says, read back from its bytes as any reader would: it knows nothing of templates or sources.
package struct ReadPage: Sendable {
    package struct Link: Sendable {
        /// As written.
        package let target: String
        package let text: String
        /// In the text of the page: visible, and in no navigation.
        package let isInMain: Bool
    }

    package struct Price: Sendable {
        package let model: String
        package let meter: String
        package let group: String?
        /// As `data-tier` writes it.
        package let tier: String?
        package let state: String
        /// False where the page says that the price is not confirmed.
        package let isConfirmed: Bool
        /// The exact amount; nil for a state without one.
        package let value: String?
        /// As readers see it.
        package let text: String
    }

    /// A row of a table that shows prices.
    package struct PriceRow: Sendable {
        /// What a reader sees in each cell that isn't empty.
        package let cells: [String]
        /// Which of the page's prices they are.
        package let prices: Range<Int>
    }

    package struct Heading: Sendable {
        package let level: Int
        package let text: String
    }

    package internal(set) var language: String?
    package internal(set) var title: String?
    package internal(set) var canonical: String?
    /// Content of `meta` by name or property; the first of each.
    package internal(set) var meta: [String: String] = [:]
    /// `rel`, `type` and `href` of the links in the head.
    package internal(set) var headLinks: [(relation: String, type: String, target: String)] = []
    package internal(set) var headings: [Heading] = []
    /// The text of the element with the id `answer`.
    package internal(set) var answer: String?
    /// The items of the first list with an order inside a `nav`.
    package internal(set) var breadcrumb: [String] = []
    /// Where its links lead.
    package internal(set) var breadcrumbTargets: [String] = []
    /// The items of every list outside `nav`.
    package internal(set) var lists: [[String]] = []
    /// `datetime` of every `time`.
    package internal(set) var times: [String] = []
    /// Of those in `main` before its first heading of the second level: when the page was published and changed.
    package internal(set) var openingTimes: [String] = []
    package internal(set) var prices: [Price] = []
    package internal(set) var priceRows: [PriceRow] = []
    package internal(set) var links: [Link] = []
    /// `src` of every image.
    package internal(set) var images: [String] = []
    /// `alt` of every image; nil where there is none.
    package internal(set) var alternatives: [String?] = []
    /// The class of every block of code.
    package internal(set) var codeClasses: [String] = []
    /// What the elements that show changes of the page say, by id.
    package internal(set) var changes: [String: String] = [:]
    /// Whether variants of one thing stand in tabs.
    package internal(set) var hasTabs = false
    package internal(set) var identifiers: Set<String> = []
    /// The JSON-LD scripts.
    package internal(set) var structuredData: [[UInt8]] = []
    /// What a reader sees: words with single spaces, blocks on lines of their own, the words of images in their places.
    package internal(set) var text: [UInt8] = []
    /// The part of `text` inside `main`.
    package internal(set) var main: Range<Int> = 0..<0
    /// Bytes of the file.
    package internal(set) var size = 0

    package init(_ html: [UInt8]) {
        var reading = PageReading(html)
        self = reading.read()
    }

    init() {}

    /// The text of the first `h1`.
    package var heading: String? { headings.first { $0.level == 1 }?.text }

    package var mainText: String { String(decoding: text[main], as: UTF8.self) }
}
