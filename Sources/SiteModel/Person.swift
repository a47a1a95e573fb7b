package import Diagnostics

/// An author or reviewer from `people.yaml`.
///
/// Copies share their memory: each page names its author several times.
package struct Person: Sendable {
    private struct Fields: Sendable {
        let id: String
        let name: LocalizedText
        let url: String?
        let role: LocalizedText?
        let isOrganization: Bool
    }

    private let fields: Shared<Fields>

    package init(id: String, name: LocalizedText, url: String?, role: LocalizedText?, isOrganization: Bool) {
        fields = Shared(Fields(id: id, name: name, url: url, role: role, isOrganization: isOrganization))
    }

    package var id: String { fields.value.id }
    package var name: LocalizedText { fields.value.name }
    package var url: String? { fields.value.url }
    package var role: LocalizedText? { fields.value.role }
    /// A team is an organisation, not a person (schema.org).
    package var isOrganization: Bool { fields.value.isOrganization }
}

/// A topic from `topics.yaml`.
package struct Topic: Sendable, Hashable {
    package let id: String
    package let name: LocalizedText
    /// Topics with an order come first, smallest first; the others follow by id.
    package let order: Int?

    package init(id: String, name: LocalizedText, order: Int?) {
        self.id = id
        self.name = name
        self.order = order
    }
}

/// A redirect from `redirects.yaml`, or from a page's `aliases`.
package struct Redirect: Sendable, Hashable {
    /// Site-absolute path.
    package let from: String
    /// Site-absolute path or absolute URL.
    package let to: String
    /// 301, 302, 307, 308 or 410.
    package let status: Int
    /// Where `from` and `to` stand; nil for an alias of a page.
    package let places: Places?

    package struct Places: Sendable, Hashable {
        package let from: SourceLocation
        package let to: SourceLocation

        package init(from: SourceLocation, to: SourceLocation) {
            self.from = from
            self.to = to
        }
    }

    package init(from: String, to: String, status: Int, places: Places? = nil) {
        self.from = from
        self.to = to
        self.status = status
        self.places = places
    }
}

/// A text of `Content/shared/<language>/`, said once and referenced by pages.
package struct SharedText: Sendable {
    package let id: String
    package let language: String
    package let title: String
    package let body: RichText

    package init(id: String, language: String, title: String, body: RichText) {
        self.id = id
        self.language = language
        self.title = title
        self.body = body
    }
}
