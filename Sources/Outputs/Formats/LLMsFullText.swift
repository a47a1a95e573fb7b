import Bytes
package import SiteModel

/// The twins of a language or section in one file, each with its source and date; split when it grows too large.
package enum LLMsFullText: SiteFormat {
    package static let name = "llms-full"

    /// Bytes that one file may have. Source: the contract, section 6 (3).
    static let limit = 2_000_000

    package static func tasks(_ view: SiteView, _ products: PageProducts) -> [OutputTask] {
        view.settings.languages.flatMap { language -> [OutputTask] in
            let prefix = String(view.settings.prefix(of: language).dropFirst())
            let folder = prefix.isEmpty ? "" : prefix + "/"
            let sections = view.sections(in: language).map { ($0, view.members(of: $0, in: language)) }
            let all = sections.flatMap { $0.1 }
            guard !all.isEmpty else { return [] }
            var tasks: [OutputTask] = []
            // The language's own file holds everything while it fits, else what its first part holds of the first section.
            let whole = split(all, products)
            tasks.append(OutputTask(path: folder + "llms-full.txt", language: language, pages: whole.first ?? []))
            for (section, pages) in sections {
                for (number, part) in split(pages, products).enumerated() {
                    let name = number == 0 ? "llms-full.txt" : "llms-full-\(number + 1).txt"
                    tasks.append(
                        OutputTask(
                            path: "\(folder)\(section)/\(name)", language: language, folder: section, part: number + 1,
                            pages: part))
                }
            }
            return tasks
        }
    }

    package static func render(_ task: OutputTask, _ view: SiteView, _ products: PageProducts) -> [FilePiece] {
        var pieces: [FilePiece] = []
        for (position, page) in task.pages.enumerated() {
            let header = view.header(page)
            var buffer = ByteBuffer(capacity: 256)
            if position > 0 { buffer.append("\n---\n\n") }
            buffer.append(text: "# " + OneLine.text(header.title) + "\n\nSource: " + view.canonical(page) + "\n")
            if let updated = view.modified(of: page) { buffer.append(text: "Updated: " + updated.iso8601 + "\n") }
            buffer.append("\n")
            pieces.append(.bytes(buffer.bytes))
            pieces.append(.twinContent(page))
        }
        return pieces
    }

    /// Stretches of pages that fit into one file each.
    private static func split(_ pages: [PageIndex], _ products: PageProducts) -> [[PageIndex]] {
        var parts: [[PageIndex]] = [[]]
        var length = 0
        for page in pages {
            guard let twin = products.twin(page) else { continue }
            let cost = twin.length + 400
            if length + cost > limit, !parts[parts.count - 1].isEmpty {
                parts.append([])
                length = 0
            }
            parts[parts.count - 1].append(page)
            length += cost
        }
        return parts
    }
}
