/// Which of sixty-four documents that follow each other hold a pair with a rank.
struct PostingBlock: Sendable, Equatable {
    /// Documents of a block.
    static let size = 64

    /// A pair's number, or what is left of it where a file's own number tells the rest, then three bits for the rank.
    let key: UInt32
    /// The number of its first document, divided by their count.
    let number: UInt32
    /// A bit for each document.
    var documents: UInt64

    init(key: UInt32, number: UInt32, documents: UInt64) {
        (self.key, self.number, self.documents) = (key, number, documents)
    }

    init(key: UInt32, document: Int) {
        self.init(
            key: key, number: UInt32(truncatingIfNeeded: document / Self.size),
            documents: 1 << UInt64(document % Self.size))
    }

    /// The order in a file.
    static func < (a: PostingBlock, b: PostingBlock) -> Bool { (a.key, a.number) < (b.key, b.number) }

    /// The numbers of the documents, ascending.
    var documentNumbers: [Int] {
        (0..<Self.size).filter { documents >> UInt64($0) & 1 == 1 }.map { Int(number) * Self.size + $0 }
    }
}
