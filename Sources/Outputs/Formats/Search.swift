import Bytes
import SiteModel

/// The search index without its pairs: what a browser must know first, the addresses of the pages, and other names of terms.
/// The texts are those of the pages themselves.
package enum Search: SiteFormat {
    package static let name = "search"

    package static func tasks(_ view: SiteView, _ products: PageProducts) -> [OutputTask] {
        guard let plan = products.search(.shape)?.plan, !plan.documents.isEmpty else { return [] }
        let lists = (0..<plan.listCount).map { number in
            OutputTask(path: SearchPlan.listPath(number), folder: "pages", part: number + 1, parts: plan.listCount)
        }
        return [OutputTask(path: "search/index.json"), OutputTask(path: "search/names.txt", folder: "names")] + lists
    }

    package static func render(_ task: OutputTask, _ view: SiteView, _ products: PageProducts) -> [FilePiece] {
        switch task.folder {
        case "pages": [.bytes(list(task.part - 1, products))]
        case "names": [.bytes(names(view))]
        default: [.bytes(index(view, products))]
        }
    }
}

extension Search {
    /// The addresses of some documents, a line each: how many characters it shares with the one before, as a letter, then the rest.
    private static func list(_ number: Int, _ products: PageProducts) -> [UInt8] {
        guard let plan = products.search(.shape)?.plan else { return [] }
        var buffer = ByteBuffer(capacity: 8192)
        var last: [UInt8] = []
        for path in plan.paths.dropFirst(number * SearchPlan.listSize).prefix(SearchPlan.listSize) {
            let path = Array(path.utf8)
            // Characters of one byte are counted alike everywhere.
            let shared = zip(last, path).prefix { $0 == $1 && $0 < 0x80 }.prefix(62).count
            buffer.append(byte: 0x40 + UInt8(shared))
            buffer.append(path[shared...])
            buffer.append(byte: 0x0A)
            last = path
        }
        return buffer.bytes
    }

    /// The version stands in the addresses of the other files, so that no browser mixes two builds.
    private static func index(_ view: SiteView, _ products: PageProducts) -> [UInt8] {
        guard let index = products.search(.all) else { return [] }
        var json = IndentedJSON(.compact)
        json.object { json in
            json.member("version", String(index.version.hexadecimal.prefix(12)))
            json.member("bits", index.plan.bits)
            json.key("languages")
            json.array(of: Array(zip(view.settings.languages, index.plan.counts))) { json, entry in
                let (language, count) = entry
                json.object { json in
                    json.member("code", language.code)
                    json.member("tag", language.tag)
                    json.member("prefix", view.settings.prefix(of: language))
                    json.member("pages", count)
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
                let face = view.face(page)
                guard let term = face.term, !face.termAliases.isEmpty else { continue }
                buffer.append(text: language.code)
                for name in [term] + face.termAliases.map(\.text) {
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

    package static func tasks(_ view: SiteView, _ products: PageProducts) -> [OutputTask] {
        guard view.settings.wants(output: Search.name), let plan = products.search(.shape)?.plan,
            !plan.documents.isEmpty
        else { return [] }
        return (0..<plan.shardCount).map { number in
            OutputTask(path: SearchPlan.shardPath(number), part: number + 1, parts: plan.shardCount)
        }
    }

    package static func render(_ task: OutputTask, _ view: SiteView, _ products: PageProducts) -> [FilePiece] {
        [.bytes(products.search(.pairs(task.part - 1))?.files[task.part - 1] ?? [])]
    }
}
