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
