import Bytes
import SiteModel

/// `feed.xml` (Atom, RFC 4287) and `feed.json` (JSON Feed 1.1) of each language and each section: the pages that changed last.
package enum Feeds: SiteFormat {
    package static let name = "feeds"

    package static func tasks(_ view: SiteView, _ products: PageProducts) -> [OutputTask] {
        lists(view).flatMap { list -> [OutputTask] in
            let newest = Feed.newest(list.pages, view)
            guard !newest.isEmpty else { return [] }
            return ["feed.json", "feed.xml"].map { file in
                OutputTask(
                    path: Feed.path(file, of: list.folder, in: list.language, view), language: list.language,
                    folder: list.folder, pages: newest)
            }
        }
    }

    /// The feeds that can't tell all that changed on one day: their paths, the day, how many pages they leave out.
    package static func crowded(_ view: SiteView) -> [(path: String, day: String, leftOut: Int)] {
        lists(view).compactMap { list in
            Feed.leftOut(list.pages, view).map {
                (Feed.path("feed.xml", of: list.folder, in: list.language, view), $0.day, $0.count)
            }
        }
    }

    private static func lists(_ view: SiteView) -> [(language: Language, folder: String?, pages: [PageIndex])] {
        view.settings.languages.flatMap { language in
            let sections = view.sections(in: language)
            let all = sections.flatMap { view.members(of: $0, in: language) }
            return [(language, nil, all)] + sections.map { (language, $0, view.members(of: $0, in: language)) }
        }
    }

    package static func render(_ task: OutputTask, _ view: SiteView, _ products: PageProducts) -> [FilePiece] {
        guard let language = task.language else { return [] }
        let feed = Feed(language: language, folder: task.folder, pages: task.pages, view: view)
        var buffer = ByteBuffer(capacity: 32_768)
        if task.path.hasSuffix(".json") { feed.writeJSON(into: &buffer) } else { feed.writeAtom(into: &buffer) }
        return [.bytes(buffer.bytes)]
    }
}
