import Bytes
import Diagnostics

/// Facets in the form of records.
extension PageFacets {
    func write(into writer: inout RecordWriter) {
        writer.write(structuredData.rawValue)
        for text in [question, term, testedWith] { writer.write(text) }
        for text in [shortAnswer, englishSummary, definition] { writer.write(text) { $0.write($1) } }
        for list in [evidence, nextSteps] { writer.write(list) { $0.write($1) } }
        writer.write(steps) { writer, step in
            writer.write(step.text)
            writer.write(step.why) { $0.write($1) }
        }
        writer.write(questions) { writer, question in
            writer.write(question.question)
            writer.write(question.answer)
        }
        for list in [termAliases, models, comparedFields] { writer.write(list) }
        writer.write(model)
        writer.write(code) { writer, sample in
            writer.write(sample.language)
            writer.write(sample.title)
            writer.write(sample.text)
        }
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
        var fields = FacetFields()
        fields.structuredData = StructuredDataKind(rawValue: reader.text()) ?? .webPage
        (fields.question, fields.term, fields.testedWith) = (
            reader.optionalText(), reader.optionalText(), reader.optionalText()
        )
        fields.shortAnswer = reader.optional { RichText(&$0, file: file) }
        fields.englishSummary = reader.optional { RichText(&$0, file: file) }
        fields.definition = reader.optional { RichText(&$0, file: file) }
        fields.evidence = reader.list { RichText(&$0, file: file) }
        fields.nextSteps = reader.list { RichText(&$0, file: file) }
        fields.steps = reader.list { reader in
            let text = RichText(&reader, file: file)
            return Step(text: text, why: reader.optional { RichText(&$0, file: file) })
        }
        fields.questions = reader.list { reader in
            let question = RichText(&reader, file: file)
            return Question(question: question, answer: RichText(&reader, file: file))
        }
        fields.termAliases = reader.locatedList()
        fields.models = reader.locatedList()
        fields.comparedFields = reader.locatedList()
        fields.model = reader.optionalLocated()
        fields.code = reader.list { reader in
            let (language, title) = (reader.text(), reader.optionalText())
            return CodeSample(language: language, title: title, text: reader.text())
        }
        self.init(fields)
    }
}
