import Bytes

/// Cuts HTML or XML into tags and text, without judging it: what a reader of finished files needs, in one pass over the bytes.
package struct MarkupScanner {
    package enum Event {
        case start(Tag)
        case end(TagName)
        /// Text as it stands, references included. Inside `script` and `style` it is no text for readers.
        case text(Range<Int>)
    }

    package struct Tag {
        package let name: TagName
        /// Everything behind the name.
        package let attributes: Range<Int>
    }

    package let bytes: [UInt8]
    private var index: Int
    private let end: Int
    /// The element whose end alone closes what follows: `script` or `style`.
    private var rawElement: TagName?

    package init(_ bytes: [UInt8], _ range: Range<Int>? = nil) {
        self.bytes = bytes
        index = range?.lowerBound ?? 0
        end = range?.upperBound ?? bytes.count
    }

    package mutating func next() -> Event? {
        while index < end {
            if let raw = rawElement {
                rawElement = nil
                let start = index
                index = endOfRaw(raw)
                if index > start { return .text(start..<index) }
            }
            guard bytes[index] == 0x3C else {
                let start = index
                while index < end, bytes[index] != 0x3C { index += 1 }
                return .text(start..<index)
            }
            if let event = markup() { return event }
        }
        return nil
    }
}

extension MarkupScanner {
    /// What begins at a less-than sign; nil for comments and declarations.
    private mutating func markup() -> Event? {
        let start = index
        index += 1
        guard index < end else { return .text(start..<index) }
        switch bytes[index] {
        case 0x21:
            skipDeclaration()
            return nil
        case 0x3F:
            skip(past: 0x3E)
            return nil
        case 0x2F:
            index += 1
            let name = readName()
            skip(past: 0x3E)
            return .end(name)
        case 0x41...0x5A, 0x61...0x7A:
            let name = readName()
            let first = index
            skipAttributes()
            let attributes = first..<max(first, index - 1)
            let isClosed = !attributes.isEmpty && bytes[attributes.upperBound - 1] == 0x2F
            if name == .script || name == .style, !isClosed { rawElement = name }
            return .start(Tag(name: name, attributes: attributes))
        default:
            return .text(start..<index)
        }
    }

    private mutating func readName() -> TagName {
        let start = index
        while index < end {
            switch bytes[index] {
            case 0x41...0x5A, 0x61...0x7A, 0x30...0x39, 0x2D, 0x3A, 0x5F: index += 1
            default: return TagName(bytes[start..<index])
            }
        }
        return TagName(bytes[start..<index])
    }

    /// A greater-than sign inside quotation marks ends nothing.
    private mutating func skipAttributes() {
        var quote: UInt8?
        while index < end {
            let byte = bytes[index]
            index += 1
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == 0x22 || byte == 0x27 {
                quote = byte
            } else if byte == 0x3E {
                return
            }
        }
    }

    private mutating func skip(past byte: UInt8) {
        while index < end, bytes[index] != byte { index += 1 }
        index = min(index + 1, end)
    }

    private mutating func skipDeclaration() {
        guard index + 2 < end, bytes[index + 1] == 0x2D, bytes[index + 2] == 0x2D else { return skip(past: 0x3E) }
        index += 3
        while index < end {
            skip(past: 0x3E)
            if index >= 3, bytes[index - 2] == 0x2D, bytes[index - 3] == 0x2D { return }
        }
    }

    private func endOfRaw(_ name: TagName) -> Int {
        var place = index
        while place + 1 < end {
            if bytes[place] == 0x3C, bytes[place + 1] == 0x2F {
                var stop = place + 2
                while stop < end, bytes[stop] | 0x20 >= 0x61, bytes[stop] | 0x20 <= 0x7A { stop += 1 }
                if TagName(bytes[place + 2..<stop]) == name { return place }
            }
            place += 1
        }
        return end
    }
}

/// The name of an element, folded to lower case; names are only compared, so their hash is enough.
package struct TagName: Hashable, Sendable {
    let code: UInt64

    init(_ name: ArraySlice<UInt8>) {
        // FNV-1a.
        var code: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in name {
            let lower = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
            code = (code ^ UInt64(lower)) &* 0x100_0000_01B3
        }
        self.code = code
    }

    init(_ name: String) { self.init(Array(name.utf8)[...]) }

    package init(element name: String) { self.init(name) }

    static let script = TagName("script")
    static let style = TagName("style")
}
