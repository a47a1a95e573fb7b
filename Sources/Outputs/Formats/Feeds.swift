import Bytes
import SiteModel

/// `feed.xml` (Atom, RFC 4287) and `feed.json` (JSON Feed 1.1) of each language and each section: the pages that changed last.
package enum Feeds: SiteFormat {
    package static let name = "feeds"

    package static func tasks(_ view: SiteView, _ products: PageProducts) -> [OutputTask] {
        view.settings.languages.flatMap { language -> [OutputTask] in
            let sections = view.sections(in: language)
            let all = sections.flatMap { view.members(of: $0, in: language) }
            let lists =
                [(folder: String?.none, pages: all)]
                + sections.map { (folder: Optional($0), pages: view.members(of: $0, in: language)) }
            return lists.flatMap { list -> [OutputTask] in
                let newest = Feed.newest(list.pages, view)
                guard !newest.isEmpty else { return [] }
                return ["feed.json", "feed.xml"].map { file in
                    OutputTask(
                        path: Feed.path(file, of: list.folder, in: language, view), language: language,
                        folder: list.folder, pages: newest)
                }
            }
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
