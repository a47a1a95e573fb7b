package import Bytes
package import SiteModel

/// The files of pairs: those that were made in this build, and of all of them what tells one from another.
package struct SearchIndex: Sendable {
    package let plan: SearchPlan
    /// By number; nil for one that is as it is published.
    let files: [[UInt8]?]
    /// By number.
    let fingerprints: [Fingerprint]
    /// Of everything that is found.
    let version: Fingerprint

    package init(_ plan: SearchPlan, files: [[UInt8]?], fingerprints: [Fingerprint]) {
        self.plan = plan
        self.files = files
        self.fingerprints = fingerprints
        var writer = RecordWriter()
        writer.write(plan.fingerprint)
        for fingerprint in fingerprints { writer.write(fingerprint) }
        version = writer.fingerprint()
    }

    /// Made of the pairs of all documents.
    package init(_ plan: SearchPlan, files: [[UInt8]]) {
        self.init(plan, files: files, fingerprints: files.map { Self.fingerprint($0) })
    }

    package static func fingerprint(_ file: [UInt8]) -> Fingerprint { Fingerprint(of: file) }
}

/// A page whose pairs are not what they were.
package struct ChangedPairs: Sendable {
    let document: Int
    let pairs: PagePairs
    /// Of the files that say something else now.
    let shards: Set<Int>

    package init(document: Int, from old: PagePairs, to new: PagePairs, _ plan: SearchPlan) {
        self.document = document
        pairs = new
        var shards: Set<Int> = []
        for entry in Set(old.entries).symmetricDifference(new.entries) { shards.insert(plan.shard(of: entry >> 8)) }
        self.shards = shards
    }

    /// The files that some pages change.
    package static func shards(of pages: [ChangedPairs]) -> [Int] {
        pages.reduce(into: Set<Int>()) { $0.formUnion($1.shards) }.sorted()
    }

    /// A file as it is with the pages as they are now.
    /// - Parameter old: as it was.
    /// - Returns: nil when that is no such file.
    package static func file(_ number: Int, from old: [UInt8], _ pages: [ChangedPairs], _ plan: SearchPlan) -> [UInt8]?
    {
        guard var postings = PairPostings(old) else { return nil }
        let mask = FileKey.mask(bits: plan.bits)
        postings.replace(
            pages.map { page in
                let entries = page.pairs.entries.filter { plan.shard(of: $0 >> 8) == number }
                return (page.document, entries.map { FileKey.key($0, mask) })
            })
        return postings.bytes
    }
}
