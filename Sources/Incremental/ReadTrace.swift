package import Bytes

/// The questions that rendering one output asked, each once.
package struct ReadTrace: Sendable, Hashable {
    /// About a subject of which there are many, such as a page: what is asked in the highest three bits, the subject's number
    /// in the others.
    package var subjects: [UInt32]
    /// The others, by their number in a `QuestionTable`.
    package var questions: [UInt32]

    package init(subjects: [UInt32] = [], questions: [UInt32] = []) {
        self.subjects = subjects
        self.questions = questions
    }

    /// How many questions there are.
    package var count: Int { subjects.count + questions.count }

    /// How many things can be asked about subjects.
    package static let subjectKinds = 8

    package static func subject(_ kind: UInt8, _ number: Int) -> UInt32 { UInt32(kind) << 29 | UInt32(number) }

    package static func kind(of subject: UInt32) -> Int { Int(subject >> 29) }

    package static func number(of subject: UInt32) -> Int { Int(subject & 0x1FFF_FFFF) }

    /// The same with the questions of a table that stands behind so many others.
    package func shifted(by offset: Int) -> ReadTrace {
        ReadTrace(subjects: subjects, questions: questions.map { $0 + UInt32(offset) })
    }

    package func write(into writer: inout RecordWriter) {
        for list in [subjects, questions] { writer.write(list) { $0.write(UInt64($1)) } }
    }

    package init(_ reader: inout RecordReader) {
        subjects = reader.list { UInt32(truncatingIfNeeded: $0.number()) }
        questions = reader.list { UInt32(truncatingIfNeeded: $0.number()) }
    }
}
