package import Diagnostics

/// An author or reviewer from `people.yaml`.
package struct Person: Sendable, Hashable {
    package let id: String
    package let name: LocalizedText
    package let url: String?
    package let role: LocalizedText?
    /// A team is an organisation, not a person (schema.org).
    package let isOrganization: Bool

    package init(id: String, name: LocalizedText, url: String?, role: LocalizedText?, isOrganization: Bool) {
        self.id = id
        self.name = name
        self.url = url
        self.role = role
        self.isOrganization = isOrganization
    }
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
