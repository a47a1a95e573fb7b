package import Diagnostics

/// What every page has, whatever its kind. Copies share their memory, because every output of a page asks for it.
package struct PageHeader: Sendable {
    private var storage: Shared<HeaderFields>

    package init(id: PageID, kind: String, folder: String, language: Language, address: SiteAddress, title: String) {
        storage = Shared(
            HeaderFields(id: id, kind: kind, folder: folder, language: language, address: address, title: title))
    }

    init(_ fields: HeaderFields) { storage = Shared(fields) }

    package var id: PageID {
        get { storage.value.id }
        set { storage.value.id = newValue }
    }
    /// The kind's name, such as `answer`: the name of the page's template.
    package var kind: String {
        get { storage.value.kind }
        set { storage.value.kind = newValue }
    }
    /// The kind's folder, such as `answers`; empty for the home page and the 404 page.
    package var folder: String {
        get { storage.value.folder }
        set { storage.value.folder = newValue }
    }
    /// The code of `language`, without the rest of it.
    package var languageCode: String { storage.value.language.code }
    package var language: Language {
        get { storage.value.language }
        set { storage.value.language = newValue }
    }
    package var address: SiteAddress {
        get { storage.value.address }
        set { storage.value.address = newValue }
    }
    package var title: String {
        get { storage.value.title }
        set { storage.value.title = newValue }
    }
    /// What the editor wrote as description, plain text.
    package var description: String? {
        get { storage.value.description }
        set { storage.value.description = newValue }
    }
    package var author: LocatedText? {
        get { storage.value.author }
        set { storage.value.author = newValue }
    }
    /// `date`; nil after a mistake, which is reported, and for generated pages of a site without dates.
    package var published: Moment? {
        get { storage.value.published }
        set { storage.value.published = newValue }
    }
    /// `updated`, else `date`; of a generated page the newest of what it shows.
    package var modified: Moment? {
        get { storage.value.modified }
        set { storage.value.modified = newValue }
    }
    /// The date that other pages show of this one and order it by: `modified`, but of pages made from the catalog the day they
    /// came. Other pages don't show a model's price, so a new price must not change them.
    package var listed: Moment? {
        guard sourcePath == nil else { return modified }
        return kind == "model" ? published : ["prices", "status", "vendor"].contains(kind) ? nil : modified
    }
    package var reviewed: Moment? {
        get { storage.value.reviewed }
        set { storage.value.reviewed = newValue }
    }
    package var reviewedBy: LocatedText? {
        get { storage.value.reviewedBy }
        set { storage.value.reviewedBy = newValue }
    }
    package var reviewBy: Moment? {
        get { storage.value.reviewBy }
        set { storage.value.reviewBy = newValue }
    }
    package var topic: LocatedText? {
        get { storage.value.topic }
        set { storage.value.topic = newValue }
    }
    package var tags: [String] {
        get { storage.value.tags }
        set { storage.value.tags = newValue }
    }
    package var aliases: [LocatedText] {
        get { storage.value.aliases }
        set { storage.value.aliases = newValue }
    }
    package var sortKey: String? {
        get { storage.value.sortKey }
        set { storage.value.sortKey = newValue }
    }
    package var isDraft: Bool {
        get { storage.value.isDraft }
        set { storage.value.isDraft = newValue }
    }
    package var publishAt: Moment? {
        get { storage.value.publishAt }
        set { storage.value.publishAt = newValue }
    }
    package var expireAt: Moment? {
        get { storage.value.expireAt }
        set { storage.value.expireAt = newValue }
    }
    package var related: [LocatedText] {
        get { storage.value.related }
        set { storage.value.related = newValue }
    }
    /// Ids of models that directives of the page's file name; only on sites with a catalog.
    package var namedModels: [String] {
        get { storage.value.namedModels }
        set { storage.value.namedModels = newValue }
    }
    package var notes: [LocatedText] {
        get { storage.value.notes }
        set { storage.value.notes = newValue }
    }
    package var isHiddenFromMachines: Bool {
        get { storage.value.isHiddenFromMachines }
        set { storage.value.isHiddenFromMachines = newValue }
    }
    package var sources: [PageSource] {
        get { storage.value.sources }
        set { storage.value.sources = newValue }
    }
    /// The newest first, none after `modified`.
    package var changes: [PageChange] {
        get { storage.value.changes }
        set { storage.value.changes = newValue }
    }
    /// Of a hub: how many pages a part of it lists; nil where the settings decide, 0 for all.
    package var paginateBy: Int? {
        get { storage.value.paginateBy }
        set { storage.value.paginateBy = newValue }
    }
    /// Of a hub that goes on at further addresses: which part it is. The first one is the hub itself.
    package var part: Int {
        get { storage.value.part }
        set { storage.value.part = newValue }
    }
    /// Where the Markdown body stands; nil for pages without a file.
    package var body: TextLocation? {
        get { storage.value.body }
        set { storage.value.body = newValue }
    }

    /// Changes several fields in one go.
    mutating func change(_ body: (inout HeaderFields) -> Void) { body(&storage.value) }

    /// Path of the file the page comes from, inside the project; nil for generated pages.
    package var sourcePath: String? { storage.value.body?.file.path }

    /// The place of something in the page's file; nil for generated pages.
    package func location(_ range: Range<Int>) -> SourceLocation? { body?.file.location(of: range) }
}

/// The fields of a `PageHeader`, where their meaning stands.
struct HeaderFields: Sendable {
    var id: PageID
    var kind: String
    var folder: String
    var language: Language
    var address: SiteAddress
    var title: String
    var description: String?
    var author: LocatedText?
    var published: Moment?
    var modified: Moment?
    var reviewed: Moment?
    var reviewedBy: LocatedText?
    var reviewBy: Moment?
    var topic: LocatedText?
    var tags: [String] = []
    var aliases: [LocatedText] = []
    var sortKey: String?
    var isDraft: Bool = false
    var publishAt: Moment?
    var expireAt: Moment?
    var related: [LocatedText] = []
    var namedModels: [String] = []
    var notes: [LocatedText] = []
    var isHiddenFromMachines: Bool = false
    var sources: [PageSource] = []
    var changes: [PageChange] = []
    var paginateBy: Int?
    var part: Int = 1
    var body: TextLocation?
}

/// A source that a page cites.
package struct PageSource: Sendable, Hashable {
    package let title: String
    package let url: String
    package let accessed: Moment?

    package init(title: String, url: String, accessed: Moment?) {
        self.title = title
        self.url = url
        self.accessed = accessed
    }
}
