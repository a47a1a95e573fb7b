import Bytes
package import SiteModel

/// `llms.txt` of the site, of each language and of each section, nested so that each stays short enough to be read whole.
/// Source: https://llmstxt.org (v2) and the contract, section 6 (2).
package enum LLMsText: SiteFormat {
    package static let name = "llms"

    /// Characters that one file may have. Source: the agent-friendly documentation specification.
    static let limit = 50_000

    package static func tasks(_ view: SiteView, _ products: PageProducts) -> [OutputTask] {
        view.settings.languages.flatMap { language -> [OutputTask] in
            let prefix = String(view.settings.prefix(of: language).dropFirst())
            let folder = prefix.isEmpty ? "" : prefix + "/"
            guard view.page(.home, in: language) != nil else { return [] }
            var tasks = [OutputTask(path: folder + "llms.txt", language: language)]
            for section in view.sections(in: language) {
                for (number, pages) in parts(of: section, language, view).enumerated() {
                    let name = number == 0 ? "llms.txt" : "llms-\(number + 1).txt"
                    tasks.append(
                        OutputTask(
                            path: "\(folder)\(section)/\(name)", language: language, folder: section, part: number + 1,
                            pages: pages))
                }
            }
            return tasks
        }
    }

    package static func render(_ task: OutputTask, _ view: SiteView, _ products: PageProducts) -> [FilePiece] {
        guard let language = task.language else { return [] }
        var buffer = ByteBuffer(capacity: 16_384)
        if let folder = task.folder {
            section(task, folder, language, view, &buffer)
        } else {
            root(language, view, &buffer)
        }
        return [.bytes(buffer.bytes)]
    }
}

extension LLMsText {
    private static func head(
        _ title: String, _ summary: String, _ language: Language, _ view: SiteView, _ buffer: inout ByteBuffer
    ) {
        buffer.append(text: "# " + OneLine.text(title) + "\n\n> " + OneLine.text(summary) + "\n\n")
        buffer.append(text: OneLine.text(view.phrase("llms_info", in: language)) + "\n\n")
    }

    private static func root(_ language: Language, _ view: SiteView, _ buffer: inout ByteBuffer) {
        let name = view.siteName(in: language)
        head(name, view.settings.description?.text(in: language.code) ?? name, language, view, &buffer)
        for folder in view.sections(in: language) {
            guard let hub = view.page(PageID(folder), in: language) else { continue }
            buffer.append(text: "## " + OneLine.text(view.header(hub).title) + "\n\n")
            let members = view.members(of: folder, in: language)
            LLMsLine.write(
                view.header(hub).title, view.url("\(view.settings.prefix(of: language))/\(folder)/llms.txt"),
                note: note(hub, view), into: &buffer)
            // The newest pages stand here too, as long as all sections together stay short.
            for page in members.prefix(12) { item(page, view, &buffer) }
            buffer.append("\n")
        }
        if language.code == view.settings.defaultLanguage.code, view.settings.languages.count > 1 {
            buffer.append(text: "## " + OneLine.text(view.phrase("languages", in: language)) + "\n\n")
            for other in view.settings.languages where other.code != language.code && view.page(.home, in: other) != nil
            {
                LLMsLine.write(
                    other.name, view.url(view.llmsPath(in: other)), note: view.siteName(in: other), into: &buffer)
            }
            buffer.append("\n")
        }
        optional(view.settings.prefix(of: language) + "/llms-full.txt", language, view, &buffer)
    }

    private static func section(
        _ task: OutputTask, _ folder: String, _ language: Language, _ view: SiteView, _ buffer: inout ByteBuffer
    ) {
        guard let hub = view.page(PageID(folder), in: language) else { return }
        let header = view.header(hub)
        head("\(header.title) – \(view.siteName(in: language))", note(hub, view), language, view, &buffer)
        buffer.append(text: "## " + OneLine.text(header.title) + "\n\n")
        for page in task.pages { item(page, view, &buffer) }
        if task.part == 1 {
            let count = parts(of: folder, language, view).count
            for number in 2..<max(count + 1, 2) {
                let path = "\(view.settings.prefix(of: language))/\(folder)/llms-\(number).txt"
                LLMsLine.write("\(header.title) \(number)", view.url(path), note: note(hub, view), into: &buffer)
            }
        }
        buffer.append("\n")
        optional("\(view.settings.prefix(of: language))/\(folder)/llms-full.txt", language, view, &buffer)
    }

    private static func optional(_ path: String, _ language: Language, _ view: SiteView, _ buffer: inout ByteBuffer) {
        guard view.settings.wants(output: LLMsFullText.name) else {
            while buffer.last == 0x0A { buffer.truncate(to: buffer.count - 1) }
            buffer.append("\n")
            return
        }
        buffer.append("## Optional\n\n")
        LLMsLine.write(
            "llms-full.txt", view.url(path), note: view.phrase("llms_full_note", in: language), into: &buffer)
    }

    private static func item(_ page: PageIndex, _ view: SiteView, _ buffer: inout ByteBuffer) {
        LLMsLine.write(view.header(page).title, view.twinURL(page), note: note(page, view), into: &buffer)
    }

    /// Every item has a note: what the page says in a sentence or two, else its title.
    private static func note(_ page: PageIndex, _ view: SiteView) -> String { view.metaDescription(of: page) }

    /// The pages of a section in stretches that fit into one file each.
    private static func parts(of folder: String, _ language: Language, _ view: SiteView) -> [[PageIndex]] {
        var parts: [[PageIndex]] = [[]]
        var length = 0
        for page in view.members(of: folder, in: language) {
            let text = view.header(page).title.unicodeScalars.count + view.twinURL(page).utf8.count
            let cost = text + note(page, view).unicodeScalars.count + 10
            if length + cost > limit - 8000, parts[parts.count - 1].isEmpty == false {
                parts.append([])
                length = 0
            }
            parts[parts.count - 1].append(page)
            length += cost
        }
        return parts
    }
}
