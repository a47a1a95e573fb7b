package import Bytes
package import SiteModel

/// The questions that a directive may ask of the site. Each is a question of the page that is being rendered, so that
/// the answer can be noted.
package protocol DirectiveFacts {
    /// The language of the page that is being rendered.
    var language: Language { get }

    func phrase(_ phrase: Phrase) -> String

    /// A phrase that themes may leave out.
    func phrase(named key: String) -> String?

    /// A model of the catalog by its exact id; without a source the first source that has it.
    func offer(_ id: String, source: String?) -> ModelOffer?

    /// Every model of the catalog, in its order.
    func offers() -> [ModelOffer]

    /// The models that pass a filter, in the order of the catalog.
    func offers(passing filter: ModelFilter) -> [ModelOffer]

    /// The day of the catalog's snapshot.
    var catalogDay: Moment? { get }

    /// When a source was fetched; without a source the oldest of all.
    func snapshotDate(source: String?) -> Moment?

    /// False when the catalog is older than the settings allow.
    var isCatalogConfirmed: Bool { get }

    /// What the settings say that a currency is worth in another; nil when they say nothing.
    func rate(from base: String, to target: String) -> ExchangeRate?

    /// The address of a model's page in this language.
    func address(of offer: ModelOffer) -> SiteAddress?

    /// The page of a glossary term, by the term, one of its aliases, or its slug.
    func term(_ name: String) -> (address: SiteAddress, term: String)?

    /// The terms and aliases of the glossary, for "did you mean".
    func termNames() -> [String]

    func sharedText(_ id: String) -> SharedText?

    func sharedTextIDs() -> [String]

    /// How a link to a page is written in a projection: a site-absolute path in HTML, an absolute URL of the twin in Markdown.
    func destination(of address: SiteAddress, as projection: Projection) -> String

    /// Writes a text with its holes filled.
    func write(_ text: RichText, as projection: Projection, into buffer: inout ByteBuffer)
}
