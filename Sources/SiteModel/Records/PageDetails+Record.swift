package import Bytes
package import Diagnostics

/// Details in the form of records.
extension PageDetails {
    package func write(into writer: inout RecordWriter) {
        writer.write(testedWith)
        writer.write(englishSummary) { $0.write($1) }
        for list in [evidence, nextSteps] { writer.write(list) { $0.write($1) } }
        writer.write(steps) { writer, step in
            writer.write(step.text)
            writer.write(step.why) { $0.write($1) }
        }
        writer.write(questions) { writer, question in
            writer.write(question.question)
            writer.write(question.answer)
        }
        writer.write(code) { writer, sample in
            writer.write(sample.language)
            writer.write(sample.title)
            writer.write(sample.text)
        }
    }

    /// - Parameter file: the page's.
    package init(_ reader: inout RecordReader, file: SourceFile?) {
        self.init()
        testedWith = reader.optionalText()
        englishSummary = reader.optional { RichText(&$0, file: file) }
        evidence = reader.list { RichText(&$0, file: file) }
        nextSteps = reader.list { RichText(&$0, file: file) }
        steps = reader.list { reader in
            let text = RichText(&reader, file: file)
            return PageFacets.Step(text: text, why: reader.optional { RichText(&$0, file: file) })
        }
        questions = reader.list { reader in
            let question = RichText(&reader, file: file)
            return PageFacets.Question(question: question, answer: RichText(&reader, file: file))
        }
        code = reader.list { reader in
            let (language, title) = (reader.text(), reader.optionalText())
            return PageFacets.CodeSample(language: language, title: title, text: reader.text())
        }
    }
}
