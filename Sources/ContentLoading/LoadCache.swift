package import Bytes
package import SiteModel

/// What loading gave for each page file. An entry depends on its file, the settings and the phrases alone; when one of the two last
/// changed, nobody may use any entry of an earlier build.
package struct LoadCache: Sendable {
    package struct Entry: Sendable {
        package let path: String
        package let signature: FileSignature
        /// Of the bytes on disk.
        package let fingerprint: Fingerprint
        /// Where the record of the page stands in `bytes`; empty for a page that this build loaded, and for a file that gave no page
        /// or a mistake, which is loaded anew.
        package let record: Range<Int>
        /// The page that this build loaded without a mistake.
        package let page: LoadedPage?

        package init(
            path: String, signature: FileSignature, fingerprint: Fingerprint, record: Range<Int>,
            page: LoadedPage? = nil
        ) {
            self.path = path
            self.signature = signature
            self.fingerprint = fingerprint
            self.record = record
            self.page = page
        }

        /// The same with another signature.
        package func with(_ signature: FileSignature) -> Entry {
            Entry(path: path, signature: signature, fingerprint: fingerprint, record: record, page: page)
        }
    }

    /// The records of an earlier build, and what stands beside them in its file.
    package let bytes: [UInt8]
    /// Sorted by the bytes of the path.
    package let entries: [Entry]

    package init(bytes: [UInt8], entries: [Entry]) {
        self.bytes = bytes
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

    /// Writes the record of an entry; nothing where there is none.
    package func writeRecord(of entry: Entry, into writer: inout RecordWriter) {
        if let page = entry.page {
            PageRecord.write(page.header, page.face, into: &writer)
        } else {
            writer.append(bytes, entry.record)
        }
    }
}

/// What other pages need of a page's file, whatever the page's kind.
package struct LoadedPage: Sendable {
    package let header: PageHeader
    package let face: PageFace
}
