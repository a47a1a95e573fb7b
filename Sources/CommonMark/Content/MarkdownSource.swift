package import Diagnostics

/// A place in a source file: byte offsets in the whole file, made into a `SourceLocation` only to print it.
package typealias MarkdownPlace = Range<Int>

/// The Markdown to read and where it stands, so that every place is one of the whole file.
package struct MarkdownSource: Sendable {
    package let file: SourceFile
    /// The bytes to parse: a part of the file, or a field's text that stands in no file byte by byte.
    let bytes: [UInt8]
    /// The part of `bytes` to parse.
    let body: Range<Int>
    /// What has to be added to an offset in `bytes` to get one in the file.
    private let shift: Int
    /// The one place of a text that is not in the file byte by byte.
    private let fixedPlace: MarkdownPlace?

    /// The body of a file; `body` leaves out the front matter.
    package init(file: SourceFile, body: Range<Int>) {
        self.file = file
        self.bytes = file.bytes
        self.body = body.clamped(to: 0..<file.bytes.count)
        self.shift = 0
        self.fixedPlace = nil
    }

    /// The whole file.
    package init(file: SourceFile) { self.init(file: file, body: 0..<file.bytes.count) }

    /// The text of a field, which stands at `place` in the file. When it stands there byte by byte it `isVerbatim`; else every place
    /// is the field's own.
    package init(file: SourceFile, text: String, place: MarkdownPlace, isVerbatim: Bool) {
        self.file = file
        self.bytes = Array(text.utf8)
        self.body = 0..<bytes.count
        self.shift = place.lowerBound
        self.fixedPlace = isVerbatim ? nil : place
    }

    /// The place in the file of a range of `bytes`.
    func place(_ range: Range<Int>) -> MarkdownPlace {
        fixedPlace ?? range.lowerBound + shift..<range.upperBound + shift
    }
}
