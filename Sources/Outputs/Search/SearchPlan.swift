package import Bytes
package import SiteModel

/// How the search index is cut: how its documents are numbered, and how many files hold the pairs.
///
/// A document's number is its place among the listed pages of all languages, one after another; how many files there are follows
/// from the length of all texts, in powers of two, so that an edit hardly ever changes it.
package struct SearchPlan: Sendable {
    /// By number of the document.
    package let documents: [PageIndex]
    /// Their addresses, site-absolute.
    let paths: [String]
    /// How many documents a language has, in the order of the settings.
    let counts: [Int]
    /// How many bits of a pair's number tell its file.
    package let bits: Int
    /// Of all that is said here, with the addresses.
    package let fingerprint: Fingerprint

    /// Documents whose addresses stand in one file.
    static let listSize = 256
    /// Bytes of texts for a file of pairs.
    private static let shardSize = 65_536

    /// - Parameters:
    ///   - view: one that notes nothing.
    ///   - length: of all texts, in bytes.
    package init(_ view: SiteView, length: Int) {
        var documents: [PageIndex] = []
        var counts: [Int] = []
        for language in view.settings.languages {
            let before = documents.count
            for page in (0..<view.pageCount).map({ PageIndex($0) })
            where view.isListed(page) && view.header(page).languageCode == language.code {
                documents.append(page)
            }
            counts.append(documents.count - before)
        }
        var bits = 2
        while bits < 10, Self.shardSize << bits < length { bits += 1 }
        let paths = documents.map { view.header($0).address.path }
        var writer = RecordWriter()
        writer.write(bits)
        writer.write(counts) { $0.write($1) }
        for (page, path) in zip(documents, paths) {
            writer.write(view.nameFingerprint(of: page))
            writer.write(path)
        }
        self.paths = paths
        self.documents = documents
        self.counts = counts
        self.bits = bits
        fingerprint = writer.fingerprint()
    }

    package var shardCount: Int { 1 << bits }

    var listCount: Int { (documents.count + Self.listSize - 1) / Self.listSize }

    /// The file of a pair.
    func shard(of pair: UInt32) -> Int { Int(pair >> UInt32(CharacterPair.bits - bits)) }

    /// Below `Output/`.
    package static func shardPath(_ number: Int) -> String { "search/pairs/\(number).bin" }

    /// Below `Output/`.
    static func listPath(_ number: Int) -> String { "search/pages/\(number).txt" }
}
