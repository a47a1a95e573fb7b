/// A directive as it stands in the source, nothing checked yet.
struct DirectiveScan {
    struct Attribute {
        let name: Range<Int>
        let value: Range<Int>
        /// `#` or `.` when the attribute was written with it.
        let shorthand: UInt8?
    }

    let form: DirectiveSyntax.Form
    /// How many colons begin it.
    let colons: Int
    let name: Range<Int>
    /// Without the brackets.
    private(set) var label: Range<Int>?
    private(set) var attributes: [Attribute] = []
    /// Where the attributes can't be read.
    private(set) var malformed: Range<Int>?
    /// The whole directive, from the first colon on.
    private(set) var range: Range<Int>

    /// The directive that begins with `colons` colons at `start`; nil when there is no name, or no bracket where one is needed.
    init?(_ bytes: [UInt8], at start: Int, colons: Int, end lineEnd: Int) {
        let end = min(lineEnd, start + Self.longest)
        form = colons == 1 ? .inline : colons == 2 ? .leaf : .container
        self.colons = colons
        var index = start + colons
        guard index < end, Scalars.isASCIILetter(bytes[index]) else { return nil }
        while index < end, Self.isNameByte(bytes[index]) { index += 1 }
        name = start + colons..<index
        range = start..<index
        if colons == 1 {
            guard index < end, bytes[index] == 0x5B || bytes[index] == 0x7B else { return nil }
        }
        if index < end, bytes[index] == 0x5B {
            guard let close = Self.labelEnd(bytes, index, end) else {
                if colons == 1 { return nil }
                malformed = index..<end
                range = start..<end
                return
            }
            label = index + 1..<close
            index = close + 1
        }
        if index < end, bytes[index] == 0x7B {
            index = readAttributes(bytes, from: index, end)
        }
        range = start..<index
    }

    /// Most bytes of a directive; it keeps the search for brackets from growing with the square of a line's length.
    private static let longest = 4096

    /// Takes in what stands before the first colon.
    mutating func widen(from start: Int) { range = start..<range.upperBound }

    /// Letters, digits, `-` and `_`.
    static func isNameByte(_ byte: UInt8) -> Bool {
        Scalars.isASCIILetter(byte) || Scalars.isASCIIDigit(byte) || byte == 0x2D || byte == 0x5F
    }
}

extension DirectiveScan {
    /// The bracket that closes the one at `start`: brackets nest, and a backslash takes the meaning from the next byte.
    private static func labelEnd(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int? {
        var depth = 0
        var index = start
        while index < end {
            switch bytes[index] {
            case 0x5C: index += 1
            case 0x5B: depth += 1
            case 0x5D:
                depth -= 1
                if depth == 0 { return index }
            default: break
            }
            index += 1
        }
        return nil
    }

    /// Reads what stands between the braces; returns where the directive ends.
    private mutating func readAttributes(_ bytes: [UInt8], from start: Int, _ end: Int) -> Int {
        var index = start + 1
        while index < end {
            let byte = bytes[index]
            if byte == 0x20 || byte == 0x09 {
                index += 1
            } else if byte == 0x7D {
                return index + 1
            } else if let next = readAttribute(bytes, index, end) {
                index = next
            } else {
                break
            }
        }
        malformed = min(index, end)..<min(index + 1, end)
        // What can't be read goes up to the closing brace, or to the end of the line.
        while index < end, bytes[index] != 0x7D { index += 1 }
        return min(index + 1, end)
    }

    private mutating func readAttribute(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int? {
        let first = bytes[start]
        if first == 0x23 || first == 0x2E {
            let stop = Self.valueEnd(bytes, start + 1, end, stopsAtDot: true)
            guard stop > start + 1 else { return nil }
            attributes.append(Attribute(name: start..<start + 1, value: start + 1..<stop, shorthand: first))
            return stop
        }
        var index = start
        while index < end, Self.isNameByte(bytes[index]) || bytes[index] == 0x3A || bytes[index] == 0x2E { index += 1 }
        guard index > start else { return nil }
        let name = start..<index
        guard index < end, bytes[index] == 0x3D else {
            attributes.append(Attribute(name: name, value: index..<index, shorthand: nil))
            return index
        }
        index += 1
        guard index < end else { return nil }
        if bytes[index] == 0x22 || bytes[index] == 0x27 {
            let quote = bytes[index]
            guard let close = bytes[index + 1..<end].firstIndex(of: quote) else { return nil }
            attributes.append(Attribute(name: name, value: index + 1..<close, shorthand: nil))
            return close + 1
        }
        let stop = Self.valueEnd(bytes, index, end, stopsAtDot: false)
        guard stop > index else { return nil }
        attributes.append(Attribute(name: name, value: index..<stop, shorthand: nil))
        return stop
    }

    private static func valueEnd(_ bytes: [UInt8], _ start: Int, _ end: Int, stopsAtDot: Bool) -> Int {
        var index = start
        while index < end {
            switch bytes[index] {
            case 0x20, 0x09, 0x7D, 0x22, 0x27, 0x3D: return index
            case 0x23, 0x2E: if stopsAtDot { return index }
            default: break
            }
            index += 1
        }
        return index
    }
}
