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
            while index < count {
                // Eight bytes none of which is ASCII, as in Chinese, say nothing.
                if index + 8 <= count, view.word(at: index) & 0x8080_8080_8080_8080 == 0x8080_8080_8080_8080 {
                    index += 8
                    continue
                }
                found |= unsafe table[Int(view[index])]
                index += 1
            }
            return TextClasses(rawValue: found)
        }
    }
}
