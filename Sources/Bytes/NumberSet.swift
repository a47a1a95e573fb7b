/// Numbers of 24 bits, each once and with the note of three bits that it was first put in with, in the order in which they were.
/// Emptied in one step, so that one text after another can be read with it.
@safe package struct NumberSet: ~Copyable {
    private var storage = RawStorage.make(byteCount: 0)
    /// Places of the table, a power of two; the list behind it has as many.
    private var size = 0
    private var count = 0
    /// What was put in under another generation is not there.
    private var generation: UInt32 = 0

    private static let generations: UInt32 = 15

    package init() {}

    private var cells: UnsafeMutablePointer<UInt32> { unsafe storage.base.assumingMemoryBound(to: UInt32.self) }

    /// Empties it, and makes room.
    /// - Parameter most: how many numbers will be handed to it, less one at least.
    package mutating func removeAll(room most: Int) {
        count = 0
        generation += 1
        guard most >= size || generation > Self.generations else { return }
        if most >= size {
            size = 1024
            while size <= most { size *= 2 }
            storage = .make(byteCount: 8 * size)
        }
        generation = 1
        unsafe cells.update(repeating: 0, count: 2 * size)
    }

    /// - Parameters:
    ///   - numbers: in the upper bits; the lowest eight count for nothing.
    ///   - note: less than eight.
    package mutating func insert(_ numbers: Span<UInt32>, note: UInt32) {
        // A place stays free, so looking for one ends; and the list can't be longer.
        precondition(count + numbers.count < size && note < 8)
        let cells = unsafe self.cells
        let list = unsafe cells + size
        let mask = UInt32(truncatingIfNeeded: size &- 1)
        let mark = generation << 4 | note
        var used = count
        // Places are below the table's size, and room for all was asked for above.
        unsafe numbers.withUnsafeBufferPointer { numbers in
            for index in 0..<numbers.count {
                let own = unsafe numbers[index] & ~0xFF
                let entry = own | mark
                var place = (entry >> 8 ^ entry >> 20) & mask
                while true {
                    let difference = unsafe cells[Int(place)] ^ entry
                    if difference < 8 { break }
                    if difference & 0xF0 != 0 {
                        unsafe cells[Int(place)] = entry
                        unsafe list[used] = own | note
                        used &+= 1
                        break
                    }
                    place = (place &+ 1) & mask
                }
            }
        }
        count = used
    }

    /// `number << 8 | note` of each.
    package var entries: [UInt32] {
        unsafe Array(UnsafeBufferPointer(start: cells + size, count: count))
    }
}
