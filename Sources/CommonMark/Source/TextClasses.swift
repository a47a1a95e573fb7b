internal import Bytes

/// What kinds of bytes a text holds, so that a writer looks for those that it must change only where there are any.
struct TextClasses: OptionSet {
    let rawValue: UInt8

    /// `"` `&` `<` `>`
    static let html = TextClasses(rawValue: 1)
    /// What may need a backslash in Markdown.
    static let markup = TextClasses(rawValue: 2)
    /// `:` and `@`, of which one is in most addresses.
    static let scheme = TextClasses(rawValue: 4)
    /// A dot, as in `www.`
    static let dot = TextClasses(rawValue: 8)
    static let unknown = TextClasses(rawValue: 0xFF)
}

/// Tells the classes of texts by a table.
struct TextClassifier {
    static let shared = TextClassifier()
    private let table: [UInt8]

    private init() {
        var table = [UInt8](repeating: 0, count: 256)
        func mark(_ bytes: String, _ kind: TextClasses) {
            for byte in bytes.utf8 { table[Int(byte)] |= kind.rawValue }
        }
        mark("\"&<>", .html)
        mark("\t\n!&*:<[\\]_`{|~", .markup)
        mark(":@", .scheme)
        mark(".", .dot)
        self.table = table
    }

    /// The classes of the bytes; those that are not ASCII are in none.
    func classes(of view: ByteView) -> TextClasses {
        unsafe table.withUnsafeBufferPointer { table in
            let count = view.count
            var found: UInt8 = 0
            var index = 0
            while index &+ 16 <= count {
                if Self.mayHold(view.block(at: index)) {
                    for place in index..<index &+ 16 { found |= unsafe table[Int(view[place])] }
                }
                index &+= 16
            }
            while index < count {
                found |= unsafe table[Int(view[index])]
                index &+= 1
            }
            return TextClasses(rawValue: found)
        }
    }

    /// False only when none of the bytes is in a class.
    @inline(__always)
    private static func mayHold(_ block: SIMD16<UInt8>) -> Bool {
        let low = block.holds(2, from: 0x09) .| block.holds(2, from: 0x21) .| block.holds(0x26)
        let middle = block.holds(0x2A, under: 0xFB) .| block.holds(0x3A, under: 0xFB) .| block.holds(0x3C)
        let high = block.holds(0x40) .| block.holds(6, from: 0x5B) .| block.holds(4, from: 0x7B)
        return (low .| middle .| high).isAnySet
    }
}
