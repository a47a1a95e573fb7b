/// A question that renderers ask of the site. Its reply has a fingerprint, so that a later build can ask again and see whether
/// what was rendered still holds.
package struct SiteQuestion: Hashable, Sendable {
    /// What is asked. The numbers stand in caches.
    package enum Kind: UInt8, Sendable {
        // About a page, which is the key: language and id, such as `zh/answers/relay`. These fit three bits.

        /// What lists and links show of the page.
        case face = 0
        /// Everything that the page's own file says.
        case source = 1
        /// Which pages stand nearest by topic and section.
        case near = 2
        /// The pages before and after in the section.
        case neighbours = 3
        /// The language versions.
        case translations = 4
        /// What rendering the page left behind for lists: its note and the length of its line.
        case note = 5
        /// The twin of the page: sizes, token estimate, and when its bytes changed last.
        case twin = 6
        /// When what the page shows changed last; of hubs and home the newest of what they list.
        case modified = 7

        // About other things.

        /// Which page has an id. Key: language and id.
        case page = 8
        /// The page at an address. Key: the path.
        case address = 9
        /// Where a link leads. Key: the destination; for a relative one, the page that it stands on behind a line feed.
        case link = 10
        /// The pages of a section in order. Key: language and folder.
        case members = 11
        /// Whether a section has pages. Key: language and folder.
        case hasMembers = 12
        /// All pages that machine files name. Key: the language, empty for all.
        case listed = 13
        /// Key: the id of the person.
        case person = 14
        /// The topics in order. No key.
        case topics = 15
        /// Key: language and id.
        case sharedText = 16
        /// The ids of the shared texts. Key: the language.
        case sharedTexts = 17
        /// The page of a term. Key: language and name.
        case term = 18
        /// The names of all terms with their pages. Key: the language.
        case terms = 19
        /// Everything in the catalog. No key.
        case catalog = 20
        /// The day and the sources of the catalog, and whether it is confirmed. No key.
        case catalogState = 21
        /// No key.
        case redirects = 22
        /// The files that are copied. No key.
        case staticFiles = 23
        /// Whether `--now` is past a time. Key: seconds since 1970.
        case isPast = 24
        /// Whether a file stands at a path that is no page. Key: the path.
        case file = 25
        /// Whether a page has a place that links may name. Key: the page, and the fragment behind a line feed.
        case anchor = 26
        /// The template of a kind with all that it extends, includes and imports. Key: the kind.
        case template = 27
        /// The pages that are not published, with the reasons. No key.
        case withheld = 28
        /// The scripts and styles inside pages. No key.
        case inlineCode = 29
        /// The hubs and home pages that there are. No key.
        case sections = 30
        /// The record of the status page. No key.
        case uptime = 31
        /// The pages that name a model. Key: language and the model's id.
        case mentions = 32
        /// What search finds. Key: `all`, `shape`, or the path of a file of pairs.
        case search = 33
        /// A model of the catalog with its prices. Key: the source, empty for any, and the model's id.
        case offer = 34
        /// Which model a page presents. Key: language and the page's id.
        case presented = 35
        /// A model's events, its source, its other names and its vendor's hub. Key: the source and the model's id.
        case surroundings = 36
        /// The names of terms that are linked by themselves, with their pages. Key: the language.
        case termNames = 37
        /// The pages that machine files leave out. No key.
        case hidden = 38
        /// The images on pages. No key.
        case images = 39
        /// Whether there is a catalog, and whether it is confirmed. No key.
        case catalogStanding = 40
        /// When a source was fetched. Key: the source, empty for the oldest of all.
        case snapshotDate = 41
        /// Which models pass a filter. Key: that of the filter.
        case filtered = 42
        /// Whose hub a page is. Key: language and the page's id.
        case vendor = 43
        /// The ids of all models. No key.
        case modelIDs = 44
        /// What stands for a page of the catalog in lists. Key: language and the page's id.
        case catalogSummary = 45
        /// What a part of a hub lists, and what the other parts begin with. Key: language and the part's id.
        case part = 46
        /// The page of a model. Key: language and the id that the page has by itself.
        case modelPage = 47
    }

    /// The kinds whose key is a page.
    package static let aboutPages: [Kind] = [
        .face, .source, .near, .neighbours, .translations, .note, .twin, .modified,
    ]

    package let kind: Kind
    package let key: String

    package init(_ kind: Kind, _ key: String = "") {
        self.kind = kind
        self.key = key
    }
}
