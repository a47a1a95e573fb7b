/// The ids of a page's headings, as compact as they can be: a large site holds those of all pages.
struct HeadingIDs: Sendable {
    /// Each with a line feed behind it, which no id holds.
    private let lines: [UInt8]

    init(_ ids: [String]) {
        var lines: [UInt8] = []
        lines.reserveCapacity(ids.reduce(0) { $0 + $1.utf8.count + 1 })
        for id in ids {
            lines += id.utf8
            lines.append(0x0A)
        }
        self.lines = lines
    }

    func contains(_ id: String) -> Bool {
        lines.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast().contains { $0.elementsEqual(id.utf8) }
    }
}
