import Diagnostics
import Parallel
import SiteModel

/// Checks the names in front matter that point elsewhere: people, topics, notes, related pages.
struct ReferenceChecks: Sendable {
    let pages: [any Page]
    let withheld: WithheldPages
    let people: [Person]
    let topics: [Topic]
    let sharedTexts: [SharedText]
    let catalog: Catalog?

    func diagnostics(jobs: Int) async -> [Diagnostic] {
        let known = KnownNames(self)
        let references = CatalogReferences(catalog)
        let found = await ParallelWork(jobs: jobs, chunk: 512).results(of: pages.count) { range in
            range.flatMap { check(pages[$0], known) + references.check(pages[$0]) }
        }
        return Array(found.joined())
    }

    private struct KnownNames: Sendable {
        let people: Set<String>
        let topics: Set<String>
        let notes: Set<String>
        /// By language.
        let ids: ByLanguage<Set<String>>

        init(_ checks: ReferenceChecks) {
            people = Set(checks.people.map(\.id))
            topics = Set(checks.topics.map(\.id))
            notes = Set(checks.sharedTexts.map { $0.language + "/" + $0.id })
            var ids: [String: Set<String>] = [:]
            for page in checks.pages { ids[page.header.languageCode, default: []].insert(page.header.id.text) }
            self.ids = ByLanguage(ids)
        }
    }

    private func check(_ page: any Page, _ known: KnownNames) -> [Diagnostic] {
        let header = page.header
        let language = header.languageCode
        let ids = known.ids[language] ?? []
        var found: [Diagnostic] = []
        for case let person? in [header.author, header.reviewedBy] where !known.people.contains(person.text) {
            found.append(
                Diagnostic(
                    .unknownPerson, at: header.location(person.range),
                    Message(en: "‘\(person.text)’ is not in people.yaml", zh: "people.yaml 中没有“\(person.text)”"),
                    hint: NearName.hint(for: person.text, among: people.map(\.id))))
        }
        if let topic = header.topic, !known.topics.contains(topic.text), !topic.range.isEmpty || !topics.isEmpty {
            found.append(
                Diagnostic(
                    .unknownTopic, at: header.location(topic.range),
                    Message(en: "‘\(topic.text)’ is not in topics.yaml", zh: "topics.yaml 中没有“\(topic.text)”"),
                    hint: NearName.hint(for: topic.text, among: topics.map(\.id))))
        }
        for note in header.notes where !known.notes.contains(language + "/" + note.text) {
            found.append(
                Diagnostic(
                    .unknownNote, at: header.location(note.range),
                    Message(
                        en: "there is no shared text Content/shared/\(language)/\(note.text).md",
                        zh: "没有共享文本 Content/shared/\(language)/\(note.text).md"),
                    hint: NearName.hint(for: note.text, among: sharedTexts.filter { $0.language == language }.map(\.id))
                ))
        }
        for related in header.related where !ids.contains(related.text) {
            if let mistake = unknownRelated(related, header) { found.append(mistake) }
        }
        return found
    }

    /// Nil when the page that is meant can't be read: that is reported at its source.
    private func unknownRelated(_ related: LocatedText, _ header: PageHeader) -> Diagnostic? {
        let language = header.language.code
        if let page = withheld.page(related.text, in: language) {
            return page.message.map { Diagnostic(.unknownRelated, at: header.location(related.range), $0) }
        }
        let ids = pages.filter { $0.header.language.code == language }.map(\.header.id.text)
        return Diagnostic(
            .unknownRelated, at: header.location(related.range),
            Message(en: "there is no page ‘\(related.text)’ in \(language)", zh: "\(language) 中没有页面“\(related.text)”"),
            hint: NearName.hint(for: related.text, among: ids))
    }
}
