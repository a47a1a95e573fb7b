import SiteModel
import Testing

@testable import SiteChecks

/// Names of pages in texts: the longest one, as whole words, whatever the size of letters.
@Suite struct NameTableTests {
    private static let table = {
        var table = NameTable()
        for (number, name) in ["中转站怎么选", "中转站怎么选才好", "Error codes", "Error codes explained", "abc", "中转站怎么选"]
            .enumerated()
        {
            table.add(name, of: PageIndex(number))
        }
        return table
    }()

    private static func found(_ text: String) -> [String] {
        let bytes = Array(text.utf8)
        return bytes.indices.compactMap { index in
            table.name(in: bytes, at: index).map {
                "\($0.page.position) " + String(decoding: bytes[index..<$0.end], as: UTF8.self)
            }
        }
    }

    @Test(arguments: [
        ("详见中转站怎么选。", ["0 中转站怎么选"]), ("中转站怎么选才好？", ["1 中转站怎么选才好"]), ("中转站怎么", []), ("中转站", []),
        ("see ERROR CODES, please", ["2 ERROR CODES"]), ("Error codes explained", ["3 Error codes explained"]),
        ("Error codes explainedly", ["2 Error codes"]), ("error codesx", []), ("terror codes", []), ("abc abc", []),
        ("", []),
    ])
    func theLongestWholeNameIsFound(_ text: String, _ expected: [String]) { #expect(Self.found(text) == expected) }
}
