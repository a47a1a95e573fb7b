/// Which replies are no longer what they were.
package struct ChangedReplies: Sendable {
    /// By kind, then by the subject's number; an empty list for a kind of which none changed.
    private var subjects = [[Bool]](repeating: [], count: ReadTrace.subjectKinds)
    /// A bit for each kind of which any changed.
    private var kinds: UInt8 = 0
    private var questions: [Bool]
    private let subjectCount: Int
    package private(set) var isEmpty = true

    package init(subjectCount: Int, questionCount: Int) {
        self.subjectCount = subjectCount
        questions = [Bool](repeating: false, count: questionCount)
    }

    package mutating func note(_ kind: UInt8, of subject: Int) {
        if subjects[Int(kind)].isEmpty { subjects[Int(kind)] = [Bool](repeating: false, count: subjectCount) }
        subjects[Int(kind)][subject] = true
        kinds |= 1 << kind
        isEmpty = false
    }

    package mutating func note(question: Int) {
        questions[question] = true
        isEmpty = false
    }

    /// The first question of a trace whose reply changed.
    package enum Cause: Sendable, Hashable {
        case subject(kind: UInt8, number: Int)
        case question(Int)
    }

    package func cause(in trace: ReadTrace) -> Cause? {
        if isEmpty { return nil }
        for subject in trace.subjects {
            let kind = ReadTrace.kind(of: subject)
            guard kinds >> UInt8(kind) & 1 == 1 else { continue }
            let number = ReadTrace.number(of: subject)
            if subjects[kind][number] { return .subject(kind: UInt8(kind), number: number) }
        }
        for question in trace.questions where questions[Int(question)] { return .question(Int(question)) }
        return nil
    }
}
