import Bytes
import Incremental
import Outputs
import SiteModel

/// Which pages have to be rendered, and why; the others are as an earlier build left them.
struct RenderPlan: Sendable {
    /// By page position: the entry of the record that still holds.
    var kept: [Int?]
    /// By page position: why it is rendered; nil for kept ones.
    var causes: [RenderCause?]
    /// What changed since the record, in the record's numbers.
    var changed: ChangedReplies
    /// By position of the record: where the page stands now.
    let positions: [Int?]
    /// By page position: of the page's own file.
    let sources: [Fingerprint]
    /// By page position.
    let faces: [Fingerprint]
    /// The record's questions with the replies of today.
    var questions: QuestionTable
    let generation: Int

    /// Whether any page of the record stands elsewhere now.
    let hasMoved: Bool

    var wanted: [PageIndex] { kept.indices.filter { kept[$0] == nil }.map { PageIndex($0) } }

    /// Everything is rendered.
    init(_ facts: PageFingerprints, cause: RenderCause) {
        kept = [Int?](repeating: nil, count: facts.names.count)
        causes = [RenderCause?](repeating: cause, count: facts.names.count)
        changed = ChangedReplies(subjectCount: 0, questionCount: 0)
        positions = []
        hasMoved = false
        sources = facts.sources
        faces = facts.faces
        questions = QuestionTable()
        generation = cause.generation
    }

    /// What an earlier build left is kept where all questions that it asked have the same replies.
    init(
        _ facts: PageFingerprints, since record: BuildRecord, generation: Int,
        reply: (SiteQuestion) -> Fingerprint
    ) {
        self.generation = generation
        sources = facts.sources
        faces = facts.faces
        questions = record.questions
        positions = facts.positions(of: record.pages)
        hasMoved = positions.enumerated().contains { $0.offset != $0.element }
        var olds = [Int?](repeating: nil, count: facts.names.count)
        for (old, new) in positions.enumerated() { if let new { olds[new] = old } }
        changed = ChangedReplies(subjectCount: record.pages.count, questionCount: record.questions.entries.count)
        let isSameList = Self.compare(record.pages, positions, facts, &changed) && olds.allSatisfy { $0 != nil }
        // While no page shows another face and nothing else changed, every other reply is what it was.
        if !isSameList || facts.companions != record.companions || Self.hasTimeMoved(record, reply) {
            Self.ask(record, positions, facts, &questions, &changed, reply)
        }
        kept = olds
        causes = [RenderCause?](repeating: nil, count: olds.count)
        let first = RenderCause(.new, generation: generation)
        let globals = changed.cause(in: record.globals).map { cause($0, record) }
        for position in olds.indices {
            guard let old = olds[position] else {
                causes[position] = first
                continue
            }
            let entry = record.pages[old]
            let found = globals ?? changed.cause(in: entry.trace).map { cause($0, record) }
            let why = found ?? (entry.isSilent ? nil : RenderCause(.message, generation: generation))
            if let why {
                causes[position] = why
                kept[position] = nil
            }
        }
    }
}

extension RenderPlan {
    /// - Returns: whether no page is gone and none shows another face.
    private static func compare(
        _ pages: [BuildRecord.PageEntry], _ positions: [Int?], _ facts: PageFingerprints,
        _ changed: inout ChangedReplies
    ) -> Bool {
        var isSame = true
        for (old, entry) in pages.enumerated() {
            guard let new = positions[old] else {
                for kind in SiteQuestion.aboutPages { changed.note(kind.rawValue, of: old) }
                isSame = false
                continue
            }
            if facts.sources[new] != entry.source { changed.note(SiteQuestion.Kind.source.rawValue, of: old) }
            if facts.dates[new] != entry.modified { changed.note(SiteQuestion.Kind.modified.rawValue, of: old) }
            if facts.faces[new] != entry.face {
                changed.note(SiteQuestion.Kind.face.rawValue, of: old)
                isSame = false
            }
        }
        return isSame
    }

    private static func hasTimeMoved(_ record: BuildRecord, _ reply: (SiteQuestion) -> Fingerprint) -> Bool {
        record.questions.entries.contains {
            $0.kind == SiteQuestion.Kind.isPast.rawValue && reply(SiteQuestion(.isPast, $0.key)) != $0.reply
        }
    }

    private static func ask(
        _ record: BuildRecord, _ positions: [Int?], _ facts: PageFingerprints, _ questions: inout QuestionTable,
        _ changed: inout ChangedReplies, _ reply: (SiteQuestion) -> Fingerprint
    ) {
        for (old, entry) in record.pages.enumerated() where positions[old] != nil {
            for kind in OwnReplies.kinds {
                guard let known = entry.replies[kind], reply(SiteQuestion(kind, entry.name)) != known else { continue }
                changed.note(kind.rawValue, of: old)
            }
        }
        for (number, entry) in record.questions.entries.enumerated() {
            guard let kind = SiteQuestion.Kind(rawValue: entry.kind) else { continue }
            // Whether files and places are there, and what pages hold, is known once everything is rendered.
            if kind == .file || kind == .anchor || kind == .inlineCode || kind == .search || kind == .images {
                continue
            }
            let now = reply(SiteQuestion(kind, entry.key))
            guard now != entry.reply else { continue }
            changed.note(question: number)
            questions.set(number, reply: now)
        }
    }

    /// What to say of a changed reply.
    func cause(_ cause: ChangedReplies.Cause, _ record: BuildRecord) -> RenderCause {
        switch cause {
        case .subject(let kind, let number):
            let page = record.pages[number]
            let question = SiteQuestion(SiteQuestion.Kind(rawValue: kind) ?? .face, page.name)
            let new = positions[number]
            let (old, now): (Fingerprint?, Fingerprint?) =
                switch question.kind {
                case .source: (page.source, new.map { sources[$0] })
                case .face: (page.face, new.map { faces[$0] })
                case .modified: (nil, nil)
                default: (page.replies[question.kind], nil)
                }
            return RenderCause(.reply, generation: generation, question: question, old: old, new: now)
        case .question(let number):
            let entry = record.questions.entries[number]
            let question = SiteQuestion(SiteQuestion.Kind(rawValue: entry.kind) ?? .face, entry.key)
            return RenderCause(
                .reply, generation: generation, question: question, old: entry.reply,
                new: questions.entries[number].reply)
        }
    }
}
