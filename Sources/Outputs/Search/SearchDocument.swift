package import Bytes

/// What search knows of a page: its visible text, a block to a line. Rendering the page leaves it behind for the files of the
/// whole site; a kept page's stands in the record.
///
/// The first line holds path and title with a tab between them, each further one a digit, the rank of the text, and the text.
/// An empty line ends it, so that the documents of a file follow each other.
package struct SearchDocument: Sendable, Hashable {
    package let bytes: ArraySlice<UInt8>

    package init(_ bytes: ArraySlice<UInt8>) { self.bytes = bytes }

    /// - Parameters:
    ///   - path: site-absolute.
    ///   - html: the finished page.
    package init(path: String, title: String, html: [UInt8]) {
        var reading = SearchReading(html)
        reading.read()
        var bytes: [UInt8] = []
        bytes.reserveCapacity(reading.lines.count + path.utf8.count + 2 * title.utf8.count + 8)
        let line = title.utf8.map { $0 < 0x20 ? 0x20 : $0 }
        bytes += path.utf8
        bytes.append(0x09)
        bytes += line
        bytes.append(0x0A)
        if !reading.hasTitle {
            bytes.append(Rank.title.digit)
            bytes += line
            bytes.append(0x0A)
        }
        bytes += reading.lines
        bytes.append(0x0A)
        self.bytes = bytes[...]
    }

    package var fingerprint: Fingerprint { unsafe bytes.withUnsafeBytes { unsafe Fingerprint(of: $0) } }

    /// How much a text says about what a page is about. The numbers stand in the index.
    package enum Rank: UInt8, Sendable, CaseIterable {
        case title = 0
        case question = 1
        case answer = 2
        case heading = 3
        case body = 4
        /// What leads to other pages, and what all pages say.
        case margin = 5

        var digit: UInt8 { 0x30 + rawValue }

        /// What templates call it: `data-search="margin"`.
        init?(name: String) {
            switch name {
            case "title": self = .title
            case "question": self = .question
            case "answer": self = .answer
            case "heading": self = .heading
            case "body": self = .body
            case "margin": self = .margin
            default: return nil
            }
        }
    }
}
