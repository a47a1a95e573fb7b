import ContentLoading
import SiteModel

/// Which models the site's own files speak of. A mention in prose counts as well: it would speak of what is gone.
struct ContentMentions {
    private let files: SiteFiles

    init(root: String) { files = SiteFiles(root: root) }

    /// - Parameter ids: of models; most fetches remove none, and then no file is read.
    func mentioned(of ids: [String]) -> Set<String> {
        guard !ids.isEmpty, let entries = try? files.entries(below: "Content") else { return [] }
        var waiting = Dictionary(grouping: ids) { $0.utf8.first ?? 0 }
        var found: Set<String> = []
        for entry in entries where entry.kind == .file && entry.path.hasSuffix(".md") {
            guard let bytes = try? files.read(entry.path, limit: 8 * 1024 * 1024) else { continue }
            for index in bytes.indices where index == 0 || !Self.isIDByte(bytes[index - 1]) {
                guard let candidates = waiting[bytes[index]] else { continue }
                let here = candidates.filter { Self.stands($0, at: index, in: bytes) }
                found.formUnion(here)
                if !here.isEmpty { waiting[bytes[index]] = candidates.filter { !here.contains($0) } }
            }
        }
        return found
    }

    private static func stands(_ id: String, at index: Int, in bytes: [UInt8]) -> Bool {
        guard bytes[index...].starts(with: id.utf8) else { return false }
        let end = index + id.utf8.count
        if end == bytes.count || !isIDByte(bytes[end]) { return true }
        // A full stop or a colon may end a sentence rather than go on with an id.
        let isStop = bytes[end] == 0x2E || bytes[end] == 0x3A
        return isStop && (end + 1 == bytes.count || !isIDByte(bytes[end + 1]))
    }

    /// What ids are commonly made of.
    private static func isIDByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x3A, 0x41...0x5A, 0x61...0x7A, 0x2D...0x2F, 0x5F, 0x40: true
        default: false
        }
    }
}
