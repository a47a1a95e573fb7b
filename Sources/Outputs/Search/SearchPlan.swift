import Bytes
import SiteModel

/// How the search index is cut: which documents stand in which file, in which order they are numbered, and how many files hold
/// the pairs.
///
/// A document's file follows from the page's name alone, so that a new page moves no other; the numbers of files are powers of
/// two that follow from the size of all texts, so that an edit hardly ever changes them.
struct SearchPlan {
    struct Chunk {
        let language: String
        let number: Int
        /// Page positions, ascending.
        let pages: [Int]

        /// Below `Output/`.
        var path: String { "search/text/\(language)-\(number).txt" }
    }

    let chunks: [Chunk]
    /// How many bits of a pair's number tell its file.
    let bits: Int

    /// Bytes of texts for a file of texts, and for a file of pairs.
    private static let chunkSize = 16_384
    private static let shardSize = 24_576

    init(_ view: SiteView, _ documents: [SearchDocument?]) {
        var total = 0
        var chunks: [Chunk] = []
        for language in view.settings.languages {
            let prefix = language.code + "/"
            let pages = documents.indices.compactMap { position -> (position: Int, name: String)? in
                guard documents[position] != nil else { return nil }
                let name = view.name(of: PageIndex(position))
                return name.utf8.starts(with: prefix.utf8) ? (position, name) : nil
            }
            let size = pages.reduce(0) { $0 + (documents[$1.position]?.bytes.count ?? 0) }
            total += size
            guard !pages.isEmpty else { continue }
            var files = [[Int]](repeating: [], count: 1 << Self.exponent(of: size, Self.chunkSize))
            for page in pages {
                files[Int(Fingerprint(of: page.name).low & UInt64(files.count - 1))].append(page.position)
            }
            for (number, pages) in files.enumerated() {
                chunks.append(Chunk(language: language.code, number: number, pages: pages))
            }
        }
        self.chunks = chunks
        bits = min(max(Self.exponent(of: total, Self.shardSize), 2), 12)
    }

    /// Page positions in the order of the documents' numbers.
    var order: [Int] { chunks.flatMap(\.pages) }

    var shardCount: Int { 1 << bits }

    /// Below `Output/`.
    static func shardPath(_ number: Int) -> String { "search/pairs/\(number).bin" }

    /// Which files there are, and which pages stand in each.
    func writeShape(_ view: SiteView, into writer: inout RecordWriter) {
        writer.write(bits)
        for chunk in chunks {
            writer.write(chunk.language)
            writer.write(chunk.number)
            writer.write(chunk.pages) { $0.write(view.nameFingerprint(of: PageIndex($1))) }
        }
    }

    /// Of everything that is found, and of where it stands.
    func fingerprint(_ view: SiteView, _ documents: [SearchDocument?]) -> Fingerprint {
        var writer = RecordWriter()
        writeShape(view, into: &writer)
        for chunk in chunks { write(chunk, view, documents, into: &writer) }
        return writer.fingerprint()
    }

    func write(
        _ chunk: Chunk, _ view: SiteView, _ documents: [SearchDocument?], into writer: inout RecordWriter
    ) {
        for page in chunk.pages {
            writer.write(view.name(of: PageIndex(page)))
            if let document = documents[page] { writer.write(document.fingerprint) }
        }
    }

    private static func exponent(of size: Int, _ share: Int) -> Int {
        var exponent = 0
        while share << exponent < size { exponent += 1 }
        return exponent
    }
}
