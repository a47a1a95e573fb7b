package import Bytes
package import Diagnostics

/// A loaded page in the compact form of caches: header and face, whatever its kind. Where texts stand in the page's file is
/// kept; the file itself is not, and its details are read from it when they are asked for.
package enum PageRecord {
    /// Goes up when the form of the records changes.
    package static let version: UInt64 = 5

    package static func write(_ header: PageHeader, _ face: PageFace, into writer: inout RecordWriter) {
        header.write(into: &writer)
        face.write(into: &writer)
    }

    /// - Parameters:
    ///   - file: the page's file; nil for a page that has none.
    ///   - languages: those of the settings.
    /// - Returns: nil when the bytes are no such record.
    package static func read(
        _ reader: inout RecordReader, file: SourceFile?, languages: [Language]
    ) -> (header: PageHeader, face: PageFace)? {
        guard let header = PageHeader(&reader, file: file, languages: languages) else { return nil }
        let face = PageFace(&reader, file: file)
        return reader.isBroken ? nil : (header, face)
    }

    /// What other pages and lists can see of a page: a change of anything else is nobody's business but its own. Places in the
    /// file are left out.
    package static func face(_ header: PageHeader, _ face: PageFace, into writer: inout RecordWriter) {
        header.writeFace(into: &writer)
        face.writeFace(into: &writer)
    }
}

extension RecordWriter {
    mutating func write(_ moment: Moment) {
        write(moment.seconds)
        write(moment.zoneMinutes) { $0.write($1) }
    }

    mutating func write(_ moment: Moment?) { write(moment) { $0.write($1) } }

    mutating func write(_ text: LocatedText) {
        write(text.text)
        write(text.range)
    }

    mutating func write(_ text: LocatedText?) { write(text) { $0.write($1) } }

    mutating func write(_ texts: [LocatedText]) { write(texts) { $0.write($1) } }

    mutating func writeTexts(of texts: [LocatedText]) { write(texts) { $0.write($1.text) } }
}

extension RecordReader {
    mutating func moment() -> Moment {
        let seconds = integer()
        return Moment(seconds: seconds, zoneMinutes: optional { $0.integer() })
    }

    mutating func optionalMoment() -> Moment? { optional { $0.moment() } }

    mutating func located() -> LocatedText {
        let text = text()
        return LocatedText(text, range: range())
    }

    mutating func optionalLocated() -> LocatedText? { optional { $0.located() } }

    mutating func locatedList() -> [LocatedText] { list { $0.located() } }
}
