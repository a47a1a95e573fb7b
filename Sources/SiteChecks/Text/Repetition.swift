import Diagnostics
import SiteModel

/// What one page says wrongly again and again. An editor mends it in one go, and a site of ten thousand such pages must not make
/// millions of findings: it is told once, with how often it stands there and the first places.
struct Repetition {
    /// In full and as notes together.
    static let shownPlaces = 5
    /// Of findings that each ask for something else.
    static let shownFindings = 10

    private var first: Diagnostic?
    private var notes: [DiagnosticNote] = []
    private var count = 0
    private var all: [Diagnostic] = []
    private let tellsEachPlace: Bool

    init(in ground: CheckGround) { tellsEachPlace = ground.tellsEachPlace }

    /// - Parameter mistake: made only when its place is shown.
    mutating func add(_ mistake: () -> Diagnostic) {
        count += 1
        if tellsEachPlace {
            all.append(mistake())
        } else if first == nil {
            first = mistake()
        } else if notes.count + 1 < Self.shownPlaces {
            let next = mistake()
            notes.append(DiagnosticNote(at: next.location, next.message))
        }
    }

    /// One finding, or each when that was asked for.
    var mistakes: [Diagnostic] {
        guard !tellsEachPlace else { return all }
        guard let first, count > 1 else { return first.map { [$0] } ?? [] }
        let message = Message(
            en: "\(first.message.english): \(count) places on this page",
            zh: "\(first.message.chinese)，本页共 \(count) 处")
        return [first.replacing(message, notes: notes)]
    }

    /// Findings that each ask for something else, up to a number that one sitting can mend.
    static func bounded(_ mistakes: [Diagnostic], in ground: CheckGround) -> [Diagnostic] {
        guard !ground.tellsEachPlace, mistakes.count > shownFindings else { return mistakes }
        let last = mistakes[shownFindings - 1]
        let rest = mistakes.count - shownFindings
        let note = DiagnosticNote(
            at: nil, Message(en: "\(rest) more of this sort on this page", zh: "本页还有 \(rest) 处同类问题"))
        return mistakes.prefix(shownFindings - 1) + [last.replacing(last.message, notes: last.notes + [note])]
    }
}

extension Diagnostic {
    fileprivate func replacing(_ message: Message, notes: [DiagnosticNote]) -> Diagnostic {
        Diagnostic(code, at: location, message, hint: hint, notes: notes)
    }
}
