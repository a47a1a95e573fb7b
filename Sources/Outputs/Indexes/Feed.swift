import Bytes
import SiteModel

/// A feed before its form: whose it is, and its entries.
struct Feed {
    /// A feed ends with the day on which its fiftieth entry stands: what changed on one day is not torn apart.
    static let usualEntries = 50
    /// Of a day on which more changed a feed can't tell all; a check says so.
    static let mostEntries = 500

    let language: Language
    /// The section; nil for the feed of a language.
    let folder: String?
    let pages: [PageIndex]
    let view: SiteView

    /// The pages that changed last; pages without a date have no place in a feed.
    static func newest(_ pages: [PageIndex], _ view: SiteView) -> [PageIndex] {
        let all = dated(pages, view)
        return all.prefix(count(of: all.map(\.date))).map(\.page)
    }

    /// By date, the newest first; pages of one moment in the order of their addresses.
    private static func dated(_ pages: [PageIndex], _ view: SiteView) -> [(page: PageIndex, date: Moment)] {
        pages.compactMap { page in view.modified(of: page).map { (page: page, date: $0) } }
            .sorted { $0.date.seconds != $1.date.seconds ? $0.date.seconds > $1.date.seconds : $0.page < $1.page }
    }

    /// How many of these dates, the newest first, a feed tells of.
    static func count(of dates: [Moment]) -> Int {
        guard dates.count > usualEntries else { return dates.count }
        let day = dates[usualEntries - 1].day
        return dates[usualEntries...].prefix(mostEntries - usualEntries).firstIndex { $0.day != day }
            ?? min(dates.count, mostEntries)
    }

    /// The day that a feed can't tell whole, and how many pages of that day it leaves out; nil when it tells all.
    static func leftOut(_ pages: [PageIndex], _ view: SiteView) -> (day: String, count: Int)? {
        let all = dated(pages, view)
        guard all.count > mostEntries else { return nil }
        let day = all[mostEntries - 1].date.day
        let count = all[mostEntries...].prefix { $0.date.day == day }.count
        return count == 0 ? nil : (day, count)
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
        return sorted.prefix(Self.count(of: sorted.map(\.element.date))).map(\.element)
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
