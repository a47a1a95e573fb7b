import SiteModel

/// `llms.txt` of the site, of each language and of each section. Source: https://llmstxt.org/ (second version).
package enum LLMs: SiteFormat {
    package static let name = "llms"

    package static func tasks(_ view: SiteView, _ products: PageProducts) -> [OutputTask] {
        let plan = LLMsPlan(view, products)
        return view.settings.languages.flatMap { language -> [OutputTask] in
            guard !view.listedPages(in: language).isEmpty else { return [] }
            let root = OutputTask(
                path: path(1, of: nil, in: language, view), language: language, pages: plan.overview(in: language))
            return [root]
                + view.sections(in: language).flatMap { folder in
                    let parts = plan.parts(of: folder, in: language)
                    return parts.enumerated().map { index, pages in
                        OutputTask(
                            path: path(index + 1, of: folder, in: language, view), language: language, folder: folder,
                            part: index + 1, parts: parts.count, pages: pages)
                    }
                }
        }
    }

    package static func render(_ task: OutputTask, _ view: SiteView, _ products: PageProducts) -> [FilePiece] {
        guard let language = task.language else { return [] }
        guard let folder = task.folder else { return [.bytes(overview(task, language, view, products))] }
        return [.bytes(section(folder, task, language, view, products))]
    }
}

extension LLMs {
    private static func path(_ part: Int, of folder: String?, in language: Language, _ view: SiteView) -> String {
        let prefix = String((view.settings.prefix(of: language) + "/").dropFirst()) + (folder.map { $0 + "/" } ?? "")
        return prefix + (part == 1 ? "llms.txt" : "llms-\(part).txt")
    }

    private static func overview(
        _ task: OutputTask, _ language: Language, _ view: SiteView, _ products: PageProducts
    ) -> [UInt8] {
        let name = view.siteName(in: language)
        var file = LLMsFile(
            title: name, summary: view.settings.description?.text(in: language.code) ?? "",
            paragraph: paragraph(task.pages, language, view))
        let sections = view.sections(in: language)
        // Whoever reads only the beginning of a list that has no room for all pages must see where the others are.
        let isWhole = task.pages.count == LLMsPlan(view, products).count(in: language)
        if !isWhole { writeOtherFiles(sections, language, view, into: &file) }
        let outside = task.pages.filter { !sections.contains(view.card($0).folder) }
        if !outside.isEmpty {
            file.section(view.phrase(.home, in: language), about: name)
            for page in outside { file.item(page, view, products) }
        }
        for folder in sections {
            let pages = task.pages.filter { view.card($0).folder == folder }
            guard !pages.isEmpty else { continue }
            file.section(view.sectionTitle(folder, in: language), about: folder)
            for page in pages { file.item(page, view, products) }
        }
        if isWhole { writeOtherFiles(sections, language, view, into: &file) }
        writeFullText(nil, language, view, products, into: &file)
        return file.bytes
    }

    /// The files of the sections and of the other languages.
    private static func writeOtherFiles(
        _ sections: [String], _ language: Language, _ view: SiteView, into file: inout LLMsFile
    ) {
        let others = view.settings.languages.filter { $0.code != language.code && !view.listedPages(in: $0).isEmpty }
        guard !sections.isEmpty || !others.isEmpty else { return }
        file.section("llms.txt", about: "index")
        for folder in sections {
            let count = view.members(of: folder, in: language).count { view.isInIndex($0) }
            file.item(
                view.sectionTitle(folder, in: language), url: view.url("/" + path(1, of: folder, in: language, view)),
                note: sectionNote(folder, count: count, language, view))
        }
        for other in others {
            let summary = view.settings.description?.text(in: other.code) ?? ""
            file.item(
                other.name.isEmpty ? other.tag : other.name, url: view.url(view.llmsPath(in: other)),
                note: summary.isEmpty ? view.siteName(in: other) : Excerpt.cut(summary, columns: 160, least: 30))
        }
    }

    private static func sectionNote(_ folder: String, count: Int, _ language: Language, _ view: SiteView) -> String {
        let summary = view.page(PageID(folder), in: language).map { view.summary(of: $0) } ?? ""
        return summary.isEmpty
            ? view.phrase("kind_" + folder, in: language) + " (\(count))"
            : Excerpt.cut(summary, columns: 160, least: 30)
    }

    private static func section(
        _ folder: String, _ task: OutputTask, _ language: Language, _ view: SiteView, _ products: PageProducts
    ) -> [UInt8] {
        let title = view.sectionTitle(folder, in: language)
        let number = task.parts > 1 ? " (\(task.part)/\(task.parts))" : ""
        let summary = sectionNote(folder, count: task.pages.count, language, view)
        var file = LLMsFile(
            title: "\(title) · \(view.siteName(in: language))\(number)", summary: summary,
            paragraph: paragraph(task.pages, language, view))
        if task.part == 1, task.parts > 1 {
            file.section("llms.txt", about: "index")
            for part in 2...task.parts {
                file.item(
                    "\(title) \(part)", url: view.url("/" + path(part, of: folder, in: language, view)),
                    note: "\(part)/\(task.parts)")
            }
        }
        if !task.pages.isEmpty { file.section(title, about: folder) }
        for page in task.pages { file.item(page, view, products) }
        guard task.part == 1 else { return file.bytes }
        writeFullText(folder, language, view, products, into: &file)
        return file.bytes
    }

    /// What the links are, and the date of the newest page: never the time of the build.
    private static func paragraph(_ pages: [PageIndex], _ language: Language, _ view: SiteView) -> String {
        let note = view.phrase(.llmsInfo, in: language)
        guard let newest = pages.compactMap({ view.modified(of: $0) }).max() else { return note }
        let space = language.isChinese ? "" : " "
        return note + space + view.phrase(.updated, in: language) + view.phrase(.colon, in: language) + newest.day
    }

    private static func writeFullText(
        _ folder: String?, _ language: Language, _ view: SiteView, _ products: PageProducts, into file: inout LLMsFile
    ) {
        guard view.settings.wants(output: LLMsFull.name) else { return }
        let plan = FullTextPlan(view, products)
        let parts = folder.map { plan.parts(of: $0, in: language).count } ?? 1
        file.optionalSection()
        for part in 1...parts {
            let path = FullTextPlan.path(part, of: folder, in: language, view.settings)
            let number = parts > 1 ? " (\(part)/\(parts))" : ""
            let lastName = path.split(separator: "/").last.map(String.init) ?? path
            file.item(
                lastName, url: view.url("/" + path),
                note: view.phrase(.llmsFullNote, in: language) + number)
        }
    }
}
