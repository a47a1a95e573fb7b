import Bytes
import Testing

/// Each number is kept once, and nothing of a text is left for the next one.
@Suite struct NumberSetTests {
    @Test func theFirstNoteStays() {
        var set = NumberSet()
        set.removeAll(room: 6)
        let (first, second): ([UInt32], [UInt32]) = ([0x5FF, 0x700, 0x500], [0x700, 0, 0x900])
        set.insert(first.span, note: 1)
        set.insert(second.span, note: 4)
        #expect(set.entries == [0x501, 0x701, 0x004, 0x904])
    }

    /// More texts than there are generations, and a table that grows between them.
    @Test func oneTextAfterAnother() {
        var set = NumberSet()
        for text in 0..<100 {
            let count = text % 40 == 39 ? 5000 : 300
            let numbers = (0..<UInt32(count)).map { (($0 * 7919 + UInt32(text)) % 200) << 8 }
            set.removeAll(room: numbers.count)
            set.insert(numbers.span, note: UInt32(text % 8))
            #expect(set.entries.count == 200)
            #expect(Set(set.entries) == Set(numbers.map { $0 | UInt32(text % 8) }))
        }
    }

    /// Numbers that all ask for the same place.
    @Test func crowdedPlaces() {
        var set = NumberSet()
        let numbers = (0..<UInt32(900)).map { ($0 << 12 | $0) << 8 }
        set.removeAll(room: numbers.count)
        set.insert(numbers.span, note: 0)
        set.insert([UInt32]().span, note: 0)
        #expect(set.entries == numbers)
    }
}
