/// A line `- [title](target): note` of an index such as `llms.txt`, read back from its bytes.
package struct IndexItem: Sendable {
    package let title: ArraySlice<UInt8>
    package let target: ArraySlice<UInt8>
    package let note: ArraySlice<UInt8>

    /// Nil for another line.
    init?(_ line: ArraySlice<UInt8>) {
        let start = line.startIndex
        guard line.count > 6, line[start] == 0x2D, line[start + 1] == 0x20, line[start + 2] == 0x5B,
            let middle = Self.pair(0x5D, 0x28, in: line, from: start + 3),
            let end = line[(middle + 2)...].firstIndex(of: 0x29)
        else { return nil }
        title = line[(start + 3)..<middle]
        target = line[(middle + 2)..<end]
        note = line[(end + 1)...].drop { $0 == 0x3A || $0 == 0x20 }
    }

    package static func items(of file: [UInt8]) -> [IndexItem] {
        file.split(separator: 0x0A).compactMap { IndexItem($0) }
    }

    private static func pair(_ first: UInt8, _ second: UInt8, in line: ArraySlice<UInt8>, from start: Int) -> Int? {
        var index = start
        while index + 1 < line.endIndex {
            if line[index] == first, line[index + 1] == second { return index }
            index += 1
        }
        return nil
    }
}
