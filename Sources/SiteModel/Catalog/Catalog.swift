/// Models and prices as the last good snapshots give them.
package struct Catalog: Sendable {
    package struct Source: Sendable, Hashable {
        package let id: String
        package let adapter: String
        package let fetchedAt: Moment

        package init(id: String, adapter: String, fetchedAt: Moment) {
            self.id = id
            self.adapter = adapter
            self.fetchedAt = fetchedAt
        }
    }

    /// In the order of the settings.
    package let sources: [Source]
    /// By source in that order, then by id bytes; withdrawn ones included.
    package let models: [ModelOffer]
    /// False when a snapshot is older than the settings allow.
    package let isConfirmed: Bool

    package init(sources: [Source], models: [ModelOffer], isConfirmed: Bool) {
        self.sources = sources
        self.models = models
        self.isConfirmed = isConfirmed
    }

    /// The oldest fetch of the sources.
    package var asOf: Moment? { sources.map(\.fetchedAt).min() }
}

extension Catalog {
    /// A model by its exact id; without a source the first source that has it.
    package func offer(_ id: String, source: String? = nil) -> ModelOffer? {
        models.first { $0.id == id && (source == nil || $0.source == source) }
    }
}
