import Bytes

/// Makes the files of pairs one after another in the same memory.
package struct PostingSort: ~Copyable {
    private let parts: [SearchPart]
    /// Of a key, its two digits: how many bits the lower one has, and how many values each.
    private let lowBits: UInt32
    private var low: [Int]
    private var high: [Int]
    private var halfSorted: [PostingBlock] = []
    private var sorted: [PostingBlock] = []

    /// - Parameter parts: of all documents, in their order.
    package init(_ parts: [SearchPart], _ plan: SearchPlan) {
        self.parts = parts
        let keyBits = 3 + CharacterPair.bits - plan.bits
        lowBits = UInt32(keyBits / 2)
        low = [Int](repeating: 0, count: 1 << (keyBits / 2))
        high = [Int](repeating: 0, count: 1 << (keyBits - keyBits / 2))
    }

    /// The bytes of a file: its blocks sorted by the last digit of their keys first, then, keeping that order, by the first one.
    package mutating func file(_ number: Int) -> [UInt8] {
        let count = Self.count(number, of: parts, lowBits, &low, &high)
        if sorted.count < count {
            halfSorted = [PostingBlock](repeating: PostingBlock(key: 0, document: 0), count: count)
            sorted = halfSorted
        }
        Self.sort(number, of: parts, lowBits, &low, &high, &halfSorted, &sorted, count)
        var buffer = ByteBuffer(capacity: 4 * count + 64)
        PairPostings.write(sorted.span.extracting(0..<count), into: &buffer)
        return buffer.bytes
    }

    /// Makes of the digits' counts the places where what has them begins.
    /// - Returns: how many blocks there are.
    private static func count(
        _ file: Int, of parts: [SearchPart], _ lowBits: UInt32, _ low: inout [Int], _ high: inout [Int]
    ) -> Int {
        var lows = low.mutableSpan
        var highs = high.mutableSpan
        for digit in lows.indices { lows[digit] = 0 }
        for digit in highs.indices { highs[digit] = 0 }
        let mask = lows.count &- 1
        for part in parts {
            let blocks = part.blocks.span
            for place in part.places(of: file) {
                let key = blocks[place].key
                lows[Int(key) & mask] &+= 1
                highs[Int(key &>> lowBits)] &+= 1
            }
        }
        _ = makePlaces(&lows)
        return makePlaces(&highs)
    }

    private static func makePlaces(_ counts: inout MutableSpan<Int>) -> Int {
        var sum = 0
        for index in counts.indices {
            let count = counts[index]
            counts[index] = sum
            sum &+= count
        }
        return sum
    }

    private static func sort(
        _ file: Int, of parts: [SearchPart], _ lowBits: UInt32, _ low: inout [Int], _ high: inout [Int],
        _ halfSorted: inout [PostingBlock], _ sorted: inout [PostingBlock], _ count: Int
    ) {
        var lows = low.mutableSpan
        var half = halfSorted.mutableSpan
        let mask = lows.count &- 1
        for part in parts {
            let blocks = part.blocks.span
            for place in part.places(of: file) {
                let block = blocks[place]
                let digit = Int(block.key) & mask
                half[lows[digit]] = block
                lows[digit] &+= 1
            }
        }
        var highs = high.mutableSpan
        var whole = sorted.mutableSpan
        for place in 0..<count {
            let block = half[place]
            let digit = Int(block.key &>> lowBits)
            whole[highs[digit]] = block
            highs[digit] &+= 1
        }
    }
}
