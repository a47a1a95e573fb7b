package import SiteModel

/// What pages and people are called.
extension SiteView {
    package func title(of page: PageIndex) -> String { card(page).title }

    /// The name of a person of `people.yaml`.
    package func personName(_ id: String, in language: Language) -> String? {
        guard let person = person(id) else { return nil }
        return person.name.text(in: language.code) ?? id
    }

    /// Who answers for a page: its author, else the organisation; empty when neither has a name.
    package func authorName(of header: PageHeader) -> String {
        header.author.flatMap { personName($0.text, in: header.language) } ?? settings.organization.name
    }

    /// The absolute URL of a person's page.
    package func personURL(_ person: Person) -> String? {
        person.url.map { $0.hasPrefix("/") ? url($0) : $0 }
    }
}
