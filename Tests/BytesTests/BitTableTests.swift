import Bytes
import Testing

/// A word of bits for each number, from the numbers of one document after another.
@Suite struct BitTableTests {
    private static func all(_ table: inout BitTable) -> [(UInt32, UInt64)] {
        var found: [(UInt32, UInt64)] = []
        table.removeAll { found.append(($0, $1)) }
        return found
    }

    @Test func bitsOfNumbers() {
        var table = BitTable()
        table.set(0, of: [3, 0])
        table.set(63, of: [0, .max])
        #expect(table.count == 3)
        let found = Self.all(&table)
        #expect(found.map(\.0) == [3, 0, .max])
        #expect(found.map(\.1) == [1, 1 | 1 << 63, 1 << 63])
        #expect(table.count == 0)
        #expect(Self.all(&table).isEmpty)
        table.set(5, of: [0])
        #expect(Self.all(&table).map(\.1) == [32])
    }

    /// A table that grows keeps what it holds, and is used again.
    @Test func manyNumbers() {
        var table = BitTable()
        for _ in 0..<2 {
            var expected: [UInt32: UInt64] = [:]
            for bit in 0..<64 {
                let numbers = (0..<3000).map { UInt32($0 * (bit % 4 + 1)) }
                table.set(bit, of: numbers)
                for number in numbers { expected[number, default: 0] |= 1 << UInt64(bit) }
            }
            let found = Self.all(&table)
            #expect(found.count == expected.count)
            #expect(Dictionary(found, uniquingKeysWith: |) == expected)
        }
    }
}
