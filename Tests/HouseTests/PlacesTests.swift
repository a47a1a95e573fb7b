import Foundation
import Testing

/// Nothing in the repository depends on the machine it was made on.
@Suite struct PlacesTests {
    private static let files =
        ["Sources", "Tests", "Templates", "Content", ".ci"].flatMap { House.files(below: $0) }
        + ["Package.swift", "README.md", ".gitignore", ".swift-format"].compactMap { path in
            House.text(of: path).map { House.File(path: path, text: $0) }
        }

    @Test func noFileNamesAFolderOfAMachine() {
        let folders = ["work", "root", "farm", "tmp", "home"].map { "/\($0)/" }
        var found: [String] = []
        for file in Self.files {
            // Answers may show such a path to their readers.
            if file.path.hasPrefix("Content/") { continue }
            for folder in folders where Self.stands(folder, in: file.text) { found.append("\(file.path): \(folder)") }
        }
        #expect(Self.files.count > 100)
        #expect(found == [])
    }

    @Test func noFileNamesTheHostOfARegistry() {
        let hosts = [
            "pypi" + ".org", "pythonhosted" + ".org", "registry.npmjs" + ".org", "proxy.golang" + ".org",
            "crates" + ".io", "deb.debian" + ".org", "archive.ubuntu" + ".com", "index-" + "url",
        ]
        var found: [String] = []
        for file in Self.files where !file.path.hasPrefix("Content/") {
            for host in hosts where file.text.contains(host) { found.append("\(file.path): \(host)") }
        }
        #expect(found == [])
    }

    @Test func everyTextFileIsUTF8WithLineFeeds() {
        let odd = Self.files.filter { $0.text.utf8.contains(0x0D) && !$0.path.contains("/Fixtures/") }
        #expect(odd.map(\.path) == [])
    }

    /// Whether an absolute path begins with `folder`: no letter or dot stands before its slash.
    static func stands(_ folder: String, in text: String) -> Bool {
        var rest = text[...]
        while let range = rest.range(of: folder) {
            let before = range.lowerBound == text.startIndex ? " " : text[text.index(before: range.lowerBound)]
            if !before.isLetter, !before.isNumber, !"./_-})>".contains(before) { return true }
            rest = rest[range.upperBound...]
        }
        return false
    }
}
