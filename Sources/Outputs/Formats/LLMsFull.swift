import Bytes
import SiteModel

/// `llms-full.txt`: the twins of a language or section in one file, each part with its title, source and date.
package enum LLMsFull: SiteFormat {
    package static let name = "llms-full"

    package static func tasks(_ view: SiteView, _ products: PageProducts) -> [OutputTask] {
        let plan = FullTextPlan(view, products)
        return view.settings.languages.flatMap { language -> [OutputTask] in
            guard !view.listedPages(in: language).isEmpty else { return [] }
            let whole = plan.wholeLanguage(language)
            let root = OutputTask(
                path: FullTextPlan.path(1, of: nil, in: language, view.settings), language: language,
                parts: whole.isComplete ? 1 : 2, pages: whole.pages)
            return [root]
                + view.sections(in: language).flatMap { folder in
                    let parts = plan.parts(of: folder, in: language)
                    return parts.enumerated().map { index, pages in
                        OutputTask(
                            path: FullTextPlan.path(index + 1, of: folder, in: language, view.settings),
                            language: language, folder: folder, part: index + 1, parts: parts.count, pages: pages)
                    }
                }
        }
    }

    package static func render(_ task: OutputTask, _ view: SiteView, _ products: PageProducts) -> [FilePiece] {
        let plan = FullTextPlan(view, products)
        var pieces: [FilePiece] = []
        for page in task.pages where products.twin(page) != nil {
            pieces.append(.bytes(head(of: page, view, isFirst: pieces.isEmpty, next: next(task, view))))
            pieces.append(plan.isTooLarge(page) ? pointer(to: page, view) : .twinContent(page))
        }
        // A language's file without its sections says where they are.
        if task.folder == nil, task.parts > 1, let language = task.language {
            pieces.append(.bytes(sectionList(language, view, isFirst: pieces.isEmpty)))
        }
        return pieces
    }
}

extension LLMsFull {
    /// The file that goes on where this one ends.
    private static func next(_ task: OutputTask, _ view: SiteView) -> String? {
        guard let folder = task.folder, let language = task.language, task.part < task.parts else { return nil }
        return view.url("/" + FullTextPlan.path(task.part + 1, of: folder, in: language, view.settings))
    }

    /// - Parameter next: said at the beginning, for readers that never come to the end.
    private static func head(of page: PageIndex, _ view: SiteView, isFirst: Bool, next: String?) -> [UInt8] {
        var buffer = ByteBuffer(capacity: 256)
        if !isFirst { buffer.append("\n---\n\n") }
        buffer.append("# ")
        buffer.append(markdownText: view.title(of: page))
        buffer.append("\n\nSource: ")
        buffer.append(text: view.canonical(page))
        if let modified = view.modified(of: page) {
            buffer.append("\nUpdated: ")
            buffer.append(text: modified.iso8601)
        }
        if isFirst, let next {
            buffer.append("\nNext: ")
            buffer.append(text: next)
        }
        buffer.append("\n\n")
        return buffer.bytes
    }

    private static func pointer(to page: PageIndex, _ view: SiteView) -> FilePiece {
        var buffer = ByteBuffer(capacity: 256)
        buffer.append("<")
        buffer.append(text: view.twinURL(page))
        buffer.append(">\n")
        return .bytes(buffer.bytes)
    }

    private static func sectionList(_ language: Language, _ view: SiteView, isFirst: Bool) -> [UInt8] {
        var buffer = ByteBuffer(capacity: 1024)
        if !isFirst { buffer.append("\n---\n\n") }
        buffer.append("# llms-full.txt\n\n")
        for folder in view.sections(in: language) {
            let path = FullTextPlan.path(1, of: folder, in: language, view.settings)
            buffer.append("- ")
            buffer.append(linkTo: view.url("/" + path), text: view.sectionTitle(folder, in: language))
            buffer.append("\n")
        }
        return buffer.bytes
    }
}
