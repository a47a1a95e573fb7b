import Bytes
import SiteModel

/// The search index without its pairs: what a browser must know first, the texts, and other names of terms.
package enum Search: SiteFormat {
    package static let name = "search"

    package static func tasks(_ view: SiteView, _ products: PageProducts) -> [OutputTask] {
        let plan = SearchPlan(view, products.search(.shape))
        guard !plan.chunks.isEmpty else { return [] }
        let texts = plan.chunks.filter { !$0.pages.isEmpty }.map { chunk in
            OutputTask(
                path: chunk.path, language: view.settings.language(chunk.language), folder: "text",
                part: chunk.number + 1,
                pages: chunk.pages.map { PageIndex($0) })
        }
        return [OutputTask(path: "search/index.json"), OutputTask(path: "search/names.txt", folder: "names")] + texts
    }

    package static func render(_ task: OutputTask, _ view: SiteView, _ products: PageProducts) -> [FilePiece] {
        switch task.folder {
        case "text": text(task, products)
        case "names": [.bytes(names(view))]
        default: [.bytes(index(view, products))]
        }
    }
}

extension Search {
    private static func text(_ task: OutputTask, _ products: PageProducts) -> [FilePiece] {
        let documents = products.search(.texts(task.path))
        return [.bytes(task.pages.flatMap { documents[$0.position]?.bytes ?? [] })]
    }

    /// The version stands in the addresses of the other files, so that no browser mixes two builds.
    private static func index(_ view: SiteView, _ products: PageProducts) -> [UInt8] {
        let documents = products.search(.all)
        let plan = SearchPlan(view, documents)
        var json = IndentedJSON(.compact)
        json.object { json in
            json.member("version", String(plan.fingerprint(view, documents).hexadecimal.prefix(12)))
            json.member("bits", plan.bits)
            json.key("languages")
            json.array(of: view.settings.languages) { json, language in
                json.object { json in
                    json.member("code", language.code)
                    json.member("tag", language.tag)
                    json.member("name", language.name)
                    json.member("prefix", view.settings.prefix(of: language))
                    json.key("chunks")
                    json.array(of: plan.chunks.filter { $0.language == language.code }) { $0.integer($1.pages.count) }
                    json.key("sections")
                    json.object { json in
                        for folder in view.sections(in: language) {
                            json.member(folder, view.sectionTitle(folder, in: language))
                        }
                    }
                }
            }
        }
        return json.file
    }

    /// A line for each term with other names: language, term, other names, with tabs between them.
    private static func names(_ view: SiteView) -> [UInt8] {
        var buffer = ByteBuffer(capacity: 4096)
        for language in view.settings.languages {
            for page in view.members(of: "glossary", in: language) {
                let facets = view.facets(page)
                guard let term = facets.term, !facets.termAliases.isEmpty else { continue }
                buffer.append(text: language.code)
                for name in [term] + facets.termAliases.map(\.text) {
                    buffer.append(byte: 0x09)
                    buffer.append(text: OneLine.text(name))
                }
                buffer.append(byte: 0x0A)
            }
        }
        return buffer.bytes
    }
}

/// Which documents hold which pairs of characters, in files by the number of the pair.
package enum SearchPairs: SiteFormat {
    package static let name = "search-pairs"

    package static var needsSearchPairs: Bool { true }

    package static func tasks(_ view: SiteView, _ products: PageProducts) -> [OutputTask] {
        guard view.settings.wants(output: Search.name) else { return [] }
        let plan = SearchPlan(view, products.search(.shape))
        guard !plan.chunks.isEmpty else { return [] }
        return (0..<plan.shardCount).map { number in
            OutputTask(path: SearchPlan.shardPath(number), part: number + 1, parts: plan.shardCount)
        }
    }

    package static func render(_ task: OutputTask, _ view: SiteView, _ products: PageProducts) -> [FilePiece] {
        _ = products.search(.all)
        return [.bytes(products.searchPairs?.file(task.part - 1) ?? [])]
    }
}
