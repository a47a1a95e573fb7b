import Bytes
import SiteModel

/// A feed before its form: whose it is, and its entries.
struct Feed {
    static let mostEntries = 50

    let language: Language
    /// The section; nil for the feed of a language.
    let folder: String?
    let pages: [PageIndex]
    let view: SiteView

    /// The pages that changed last; pages without a date have no place in a feed.
    static func newest(_ pages: [PageIndex], _ view: SiteView) -> [PageIndex] {
        let dated = pages.compactMap { page in view.modified(of: page).map { (page: page, date: $0.seconds) } }
        return dated.sorted { $0.date != $1.date ? $0.date > $1.date : $0.page < $1.page }
            .prefix(mostEntries).map(\.page)
    }

    /// A page, or a change of it that its editor tells of.
    struct Entry {
        let page: PageIndex
        let change: PageChange.Marked?
        let date: Moment
    }

    /// The newest first. No page changed after its date, so the newest changes are those of the newest pages.
    var entries: [Entry] {
        var hasChanges = false
        let all = pages.flatMap { page -> [Entry] in
            guard let modified = view.modified(of: page) else { return [] }
            let own = Entry(page: page, change: nil, date: modified)
            let changes = view.card(page).changes
            guard !changes.isEmpty else { return [own] }
            hasChanges = true
            return [own] + PageChange.marked(changes).map { Entry(page: page, change: $0, date: $0.change.date) }
        }
        guard hasChanges else { return all }
        let sorted = all.enumerated().sorted {
            let (one, other) = ($0.element.date.seconds, $1.element.date.seconds)
            return one != other ? one > other : $0.offset < $1.offset
        }
        return sorted.prefix(Self.mostEntries).map(\.element)
    }

    /// What tells an entry from all others, and the address that it leads to.
    func url(of entry: Entry) -> String {
        view.canonical(entry.page) + (entry.change.map { "#" + $0.id } ?? "")
    }

    func title(of entry: Entry) -> String {
        let title = view.title(of: entry.page)
        return entry.change == nil
            ? title : view.phrase(.updated, in: language) + view.phrase(.colon, in: language) + title
    }

    func published(_ entry: Entry) -> Moment? { entry.change?.change.date ?? view.card(entry.page).published }

    func text(of entry: Entry) -> String { entry.change?.change.note ?? text(of: entry.page) }

    static func path(_ file: String, of folder: String?, in language: Language, _ view: SiteView) -> String {
        String((view.settings.prefix(of: language) + "/").dropFirst()) + (folder.map { $0 + "/" } ?? "") + file
    }

    var title: String {
        let name = view.siteName(in: language)
        return folder.map { "\(view.sectionTitle($0, in: language)) · \(name)" } ?? name
    }

    /// The page whose feed it is.
    var home: String {
        let path = view.settings.prefix(of: language) + "/"
        return view.url(folder.map { path + $0 + "/" } ?? path)
    }

    func url(_ file: String) -> String { view.url("/" + Self.path(file, of: folder, in: language, view)) }

    var publisher: String {
        let name = view.settings.organization.name
        return name.isEmpty ? view.siteName(in: language) : name
    }

    func authorName(of page: PageIndex) -> String? {
        view.header(page).author.flatMap { view.personName($0.text, in: language) }
    }

    /// What an entry says: the whole short answer, else the summary, else the title.
    func text(of page: PageIndex) -> String {
        if let answer = view.shortAnswerText(of: page), !answer.isEmpty { return answer }
        let summary = view.summary(of: page)
        return summary.isEmpty ? view.title(of: page) : summary
    }
}
