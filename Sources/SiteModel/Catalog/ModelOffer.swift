/// A model that a gateway offers. Fields and their meaning: the catalog contract, section 3.
package struct ModelOffer: Sendable {
    package enum Status: String, Sendable {
        case active, withdrawn
    }

    /// Exact upstream bytes.
    package var id: String
    package var slug: String
    package var name: String
    package var vendor: String?
    package var kind: String
    /// The source's id in the settings.
    package var source: String
    package var context: Int?
    package var maxOutput: Int?
    package var inputModalities: [String] = []
    package var outputModalities: [String] = []
    /// In the order of the snapshot; unknown capabilities are absent.
    package var capabilities: [(name: String, isSupported: Bool)] = []
    package var prices: [Price] = []
    package var status = Status.active
    package var firstSeen: Moment?
    package var lastChanged: Moment?
    package var lastSeen: Moment?
    package var aliasOf: String?
    package var released: String?
    package var retires: String?
    /// The editor's note from the overlay.
    package var note: String?

    package init(id: String, slug: String, name: String, kind: String, source: String) {
        self.id = id
        self.slug = slug
        self.name = name
        self.kind = kind
        self.source = source
    }
}
