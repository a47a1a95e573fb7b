import Bytes
import Glibc

/// The folders of a tree as a build left them: while their times stay, nobody added, removed or renamed a file.
struct OutputFolders: Sendable, Hashable {
    /// Sorted; the first is the tree's own, with an empty path.
    private(set) var folders: [OutputFile] = []

    init() {}

    /// - Returns: nil when one of them can't be looked at.
    init?(_ paths: [String], in folder: Int32) {
        for path in paths {
            var status = stat()
            let found = path.isEmpty ? fstat(folder, &status) : fstatat(folder, path, &status, AT_SYMLINK_NOFOLLOW)
            guard found == 0 else { return nil }
            folders.append(OutputFile(path, status))
        }
    }

    init(_ reader: inout RecordReader) { folders = reader.list { OutputFile(&$0) } }

    func write(into writer: inout RecordWriter) { writer.write(folders) { $1.write(into: &$0) } }

    var paths: [String] { folders.map(\.path) }

    /// The inode of the tree itself.
    var root: UInt64? { folders.first?.inode }

    func areAsLeft(in folder: Int32) -> Bool { !folders.isEmpty && OutputFolders(paths, in: folder) == self }

    /// The folders above a path that are there, the tree's own left out.
    static func above(_ path: String) -> [String] {
        var found: [String] = []
        var rest = path[...]
        while let slash = rest.utf8.lastIndex(of: 0x2F) {
            rest = rest[..<slash]
            found.append(String(rest))
        }
        return found
    }

    /// The folders that hold these files, those above them, and the tree's own.
    static func holding(_ files: some Sequence<OutputFile>) -> [String] {
        var found: Set<String> = [""]
        var last = ""
        for file in files {
            let path = file.path.utf8
            guard let slash = path.lastIndex(of: 0x2F) else { continue }
            let folder = file.path[..<slash]
            // Files of one folder come one after another.
            if folder.utf8.elementsEqual(last.utf8) { continue }
            last = String(folder)
            guard found.insert(last).inserted else { continue }
            found.formUnion(above(last))
        }
        return found.sorted()
    }
}
