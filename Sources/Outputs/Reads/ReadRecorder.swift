package import Incremental
package import SiteModel
internal import Synchronization

/// Notes which questions a renderer asks. One for each task; what it notes is handed over after each output.
///
/// Pages are asked about so often that they are noted by position; a stamp tells whether a question was noted already.
package final class ReadRecorder: Sendable {
    fileprivate struct State {
        /// Counts the outputs; a stamp of this number means: noted.
        var output: UInt32 = 0
        /// By kind, then by position.
        var pageStamps: [[UInt32]] = [[UInt32]](repeating: [], count: ReadTrace.subjectKinds)
        var trace = ReadTrace()
        var numbers = QuestionNumbers()
        /// The numbers of questions without a key, by kind.
        var plainNumbers = [UInt32?](repeating: nil, count: 64)
        var questions: [SiteQuestion] = []
        var questionStamps: [UInt32] = []
        /// By the number of the question: where links lead. Every projection of many pages asks for the same ones.
        var targets: [UInt32: ResolvedLink] = [:]
        /// The images of the site's own that the HTML of this output shows, and the page whose text names them.
        var images: [(page: String, image: String)] = []
    }

    private let state = Mutex(State())
    private let pageCount: Int

    package init(pageCount: Int) { self.pageCount = pageCount }

    /// Begins an output; what was noted of the one before is gone.
    package func begin() {
        state.withLock { state in
            state.output += 1
            state.trace.subjects.removeAll(keepingCapacity: true)
            state.trace.questions.removeAll(keepingCapacity: true)
            if !state.images.isEmpty { state.images = [] }
        }
    }

    /// - Parameters:
    ///   - image: site-absolute.
    ///   - page: address of the page as seen from which the text with the image is written.
    func note(image: String, on page: String) {
        state.withLock { $0.images.append((page, image)) }
    }

    /// The images that the texts of a page brought into this output, each once. What lists show of other pages is not among them.
    package func images(on page: String) -> [String] {
        let noted = state.withLock { $0.images }
        guard !noted.isEmpty else { return [] }
        var known: Set<String> = []
        return noted.filter { $0.page == page && known.insert($0.image).inserted }.map(\.image)
    }

    /// A copy of just the size: what is noted into is as large as the longest trace, and is used again.
    package var trace: ReadTrace {
        state.withLock { state in
            ReadTrace(subjects: state.trace.subjects.map { $0 }, questions: state.trace.questions.map { $0 })
        }
    }

    /// The questions that numbers of traces mean.
    package var questions: [SiteQuestion] { state.withLock { $0.questions } }

    func ask(_ kind: SiteQuestion.Kind, of page: PageIndex) {
        let (list, position) = (Int(kind.rawValue), page.position)
        state.withLock { state in
            if state.pageStamps[list].isEmpty {
                state.pageStamps[list] = [UInt32](repeating: 0, count: pageCount)
            }
            guard state.pageStamps[list][position] != state.output else { return }
            state.pageStamps[list][position] = state.output
            state.trace.subjects.append(ReadTrace.subject(kind.rawValue, position))
        }
    }

    /// For who copies the twin of a page.
    package func noteTwin(of page: PageIndex) { ask(.twin, of: page) }

    package func ask(_ kind: SiteQuestion.Kind, _ key: String = "") {
        state.withLock { $0.ask(SiteQuestion(kind, key)) }
    }

    /// - Parameters:
    ///   - key: of the question: where a relative link leads depends on the page whose text it stands in.
    ///   - resolve: finds the target; called once for each link.
    func link(_ key: String, _ resolve: () -> ResolvedLink) -> ResolvedLink {
        let question = SiteQuestion(.link, key)
        let (number, known) = state.withLock { state in
            let number = state.number(of: question)
            state.note(number)
            return (number, state.targets[number])
        }
        if let known { return known }
        let target = resolve()
        state.withLock { $0.targets[number] = target }
        return target
    }
}

extension ReadRecorder.State {
    mutating func ask(_ question: SiteQuestion) { note(number(of: question)) }

    mutating func number(of question: SiteQuestion) -> UInt32 {
        let kind = Int(question.kind.rawValue)
        let isPlain = question.key.isEmpty && kind < plainNumbers.count
        if isPlain, let known = plainNumbers[kind] { return known }
        let number = UInt32(questions.count)
        if isPlain {
            plainNumbers[kind] = number
        } else {
            let known = numbers.number(of: question, among: questions, orNew: number)
            if known != number { return known }
        }
        questions.append(question)
        // No output has this number: the first begins with 1.
        questionStamps.append(0)
        return number
    }

    mutating func note(_ number: UInt32) {
        guard questionStamps[Int(number)] != output else { return }
        questionStamps[Int(number)] = output
        trace.questions.append(number)
    }
}
