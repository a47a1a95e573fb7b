/// For each of some numbers of 32 bits a word of 64 bits, of which some are set. Its memory serves one use after another.
@safe package struct BitTable: ~Copyable {
    private struct Cell {
        var number: UInt32
        /// Zero where nothing stands.
        var bits: UInt64
    }

    private var storage: RawStorage
    /// A power of two; twice as many cells as numbers at least.
    private var size: Int
    /// Numbers that are there.
    package private(set) var count = 0

    package init() {
        size = 1 << 12
        storage = Self.makeStorage(size)
    }

    /// Cells, and behind them the places of those that are taken, in the order in which they were.
    private static func makeStorage(_ size: Int) -> RawStorage {
        let storage = RawStorage.make(byteCount: size * (MemoryLayout<Cell>.stride + 4))
        unsafe storage.base.assumingMemoryBound(to: Cell.self).update(repeating: Cell(number: 0, bits: 0), count: size)
        return storage
    }

    private var cells: UnsafeMutablePointer<Cell> { unsafe storage.base.assumingMemoryBound(to: Cell.self) }

    private var taken: UnsafeMutablePointer<UInt32> {
        unsafe (storage.base + size * MemoryLayout<Cell>.stride).assumingMemoryBound(to: UInt32.self)
    }

    /// Sets one bit, less than 64, of the words of some numbers.
    package mutating func set(_ bit: Int, of numbers: [UInt32]) {
        precondition(bit >= 0 && bit < 64)
        while 2 * (count + numbers.count) > size { grow() }
        let (cells, taken) = unsafe (self.cells, self.taken)
        let (shift, mask) = (Self.shift(size), size &- 1)
        let bits: UInt64 = 1 << UInt64(bit)
        var used = count
        for number in numbers {
            // Below the table's size, half of which stays free.
            var place = Self.place(of: number, shift)
            while true {
                let there = unsafe cells[place].bits
                if there == 0 {
                    unsafe cells[place] = Cell(number: number, bits: bits)
                    unsafe taken[used] = UInt32(truncatingIfNeeded: place)
                    used &+= 1
                    break
                }
                if unsafe cells[place].number == number {
                    unsafe cells[place].bits = there | bits
                    break
                }
                place = (place &+ 1) & mask
            }
        }
        count = used
    }

    @inline(__always)
    private static func shift(_ size: Int) -> UInt32 { UInt32(truncatingIfNeeded: 32 &- size.trailingZeroBitCount) }

    @inline(__always)
    private static func place(of number: UInt32, _ shift: UInt32) -> Int { Int((number &* 0x9E37_79B1) &>> shift) }

    private mutating func grow() {
        let (old, oldTaken, oldStorage) = unsafe (cells, taken, storage)
        size *= 2
        storage = Self.makeStorage(size)
        let (cells, taken) = unsafe (self.cells, self.taken)
        let (shift, mask) = (Self.shift(size), size - 1)
        for position in 0..<count {
            let cell = unsafe old[Int(oldTaken[position])]
            var place = Self.place(of: cell.number, shift)
            while unsafe cells[place].bits != 0 { place = (place + 1) & mask }
            unsafe cells[place] = cell
            unsafe taken[position] = UInt32(truncatingIfNeeded: place)
        }
        withExtendedLifetime(oldStorage) {}
    }

    /// Hands over all numbers with their bits, in the order in which they came, and takes them away.
    package mutating func removeAll(_ body: (UInt32, UInt64) -> Void) {
        let (cells, taken) = unsafe (self.cells, self.taken)
        for position in 0..<count {
            let place = unsafe Int(taken[position])
            unsafe body(cells[place].number, cells[place].bits)
            unsafe cells[place].bits = 0
        }
        count = 0
    }
}
