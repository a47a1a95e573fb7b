package import Bytes
import SiteModel

/// What loading gave for each page file in an earlier build. An entry depends on its file, the settings and the phrases alone;
/// when one of the two last changed, nobody may use any entry.
package struct LoadCache: Sendable {
    package struct Entry: Sendable {
        package let path: String
        package let signature: FileSignature
        /// Of the bytes on disk.
        package let fingerprint: Fingerprint
        /// Where the record stands in `bytes`; empty for a file that gave no page or a mistake, which is loaded anew.
        package let record: Range<Int>

        package init(path: String, signature: FileSignature, fingerprint: Fingerprint, record: Range<Int>) {
            self.path = path
            self.signature = signature
            self.fingerprint = fingerprint
            self.record = record
        }
    }

    package let bytes: [UInt8]
    /// Where the first record stands in `bytes`; what is before it belongs to others.
    package let base: Int
    /// Sorted by the bytes of the path.
    package let entries: [Entry]

    package init(bytes: [UInt8], base: Int = 0, entries: [Entry]) {
        self.bytes = bytes
        self.base = base
        self.entries = entries
    }

    /// Where the entry of a path stands, or would stand.
    func position(of path: String) -> Int {
        var (low, high) = (0, entries.count)
        while low < high {
            let middle = (low + high) / 2
            if entries[middle].path.precedesByBytes(path) { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The entry of a path. Asked in the order of the paths it costs next to nothing.
    ///
    /// - Parameter hint: where the last one stood; moves on.
    func entry(_ path: String, from hint: inout Int) -> Entry? {
        while hint < entries.count, entries[hint].path.precedesByBytes(path) { hint += 1 }
        guard hint < entries.count, entries[hint].path == path else { return nil }
        return entries[hint]
    }
}

/// A page file as this build found it.
package struct LoadedSource: Sendable {
    package let path: String
    package let signature: FileSignature
    /// Of the bytes on disk.
    package let fingerprint: Fingerprint
    /// The page's record in the cache that it was taken from.
    package let record: Range<Int>?
    /// The record of a page that was loaded without a mistake; nil when it was taken from the cache or there is none.
    package let newRecord: ArraySlice<UInt8>?
}
