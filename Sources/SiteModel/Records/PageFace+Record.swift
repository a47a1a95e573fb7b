import Bytes
import Diagnostics

/// Faces in the form of records.
extension PageFace {
    func write(into writer: inout RecordWriter) {
        writer.write(structuredData.rawValue)
        for text in [question, term] { writer.write(text) }
        for text in [shortAnswer, definition] { writer.write(text) { $0.write($1) } }
        for list in [termAliases, models, comparedFields] { writer.write(list) }
        writer.write(model)
    }

    /// What lists, links and machine files say of a page: its short texts and what it is about.
    func writeFace(into writer: inout RecordWriter) {
        writer.write(structuredData.rawValue)
        for text in [question, term] { writer.write(text) }
        for text in [shortAnswer, definition] { writer.write(text) { $0.writeFace($1) } }
        for list in [termAliases, models] { writer.writeTexts(of: list) }
        writer.write(model?.text)
    }

    init(_ reader: inout RecordReader, file: SourceFile?) {
        self.init()
        structuredData = StructuredDataKind(rawValue: reader.text()) ?? .webPage
        (question, term) = (reader.optionalText(), reader.optionalText())
        shortAnswer = reader.optional { RichText(&$0, file: file) }
        definition = reader.optional { RichText(&$0, file: file) }
        termAliases = reader.locatedList()
        models = reader.locatedList()
        comparedFields = reader.locatedList()
        model = reader.optionalLocated()
    }
}
