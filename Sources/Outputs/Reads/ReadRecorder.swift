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
        var numbers: [SiteQuestion: UInt32] = [:]
        var questions: [SiteQuestion] = []
        var questionStamps: [UInt32] = []
        /// Links of the output under way, by the key of their question: every projection asks for each.
        var links: [(key: String, target: ResolvedLink)] = []
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
            state.links.removeAll(keepingCapacity: true)
        }
    }

    package var trace: ReadTrace { state.withLock { $0.trace } }

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
    ///   - resolve: finds the target; called once for each link of an output.
    func link(_ key: String, _ resolve: () -> ResolvedLink) -> ResolvedLink {
        let known = state.withLock { state in state.links.first { $0.key == key }?.target }
        if let known { return known }
        let target = resolve()
        state.withLock { state in
            // A page with very many links must not be searched through for each of them.
            if state.links.count < 64 { state.links.append((key, target)) }
            state.ask(SiteQuestion(.link, key))
        }
        return target
    }
}

extension ReadRecorder.State {
    mutating func ask(_ question: SiteQuestion) {
        let number: UInt32
        if let known = numbers[question] {
            number = known
            guard questionStamps[Int(number)] != output else { return }
            questionStamps[Int(number)] = output
        } else {
            number = UInt32(questions.count)
            numbers[question] = number
            questions.append(question)
            questionStamps.append(output)
        }
        trace.questions.append(number)
    }
}
