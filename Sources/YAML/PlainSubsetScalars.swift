/// The scalars and flow collections of the plain subset, each on one line.
extension PlainSubsetReader {
    /// The byte at `at`, or 0 behind the end; a NUL in the text is never part of the subset.
    var byte: UInt8 { at < end ? bytes[at] : 0 }

    var isLineEnd: Bool { at >= end || bytes[at] == 0x0A || bytes[at] == 0x0D }

    /// Whether `- ` stands at `at`.
    var isDash: Bool { at + 1 < end && bytes[at] == UInt8(ascii: "-") && bytes[at + 1] == 0x20 }

    /// The text of whole characters that `length(at:)` found to be UTF-8.
    func text(_ range: Range<Int>) -> String {
        var text = unsafe UTF8Span(unchecked: bytes.span.extracting(range))
        // A string that doesn't know that it is ASCII is hashed and compared by way of its normal form.
        _ = text.checkForASCII()
        return String(copying: text)
    }

    /// The range of a plain key when one starts at `at` and a colon and a blank or line end follow; `at` stays.
    func key() -> Range<Int>? {
        guard at < end, startsKey(bytes[at]) else { return nil }
        var index = endOfWords(from: at)
        while index < end {
            let byte = bytes[index]
            if byte == UInt8(ascii: ":") {
                guard bytes[index - 1] != 0x20, index - at <= 128 else { return nil }
                let isKey = index + 1 == end || isBlankOrBreak(bytes[index + 1])
                return isKey ? at..<index : nil
            }
            guard startsKey(byte) || byte == 0x20 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") else {
                return nil
            }
            let length = length(at: index)
            if length == 0 { return nil }
            index = endOfWords(from: index + length)
        }
        return nil
    }

    mutating func plain(inFlow: Bool) -> YAMLNode? {
        let start = at
        guard startsPlain(byte) else { return nil }
        var index = endOfWords(from: start)
        var last = index
        scan: while index < end {
            let byte = bytes[index]
            if byte == 0x20 {
                index = endOfWords(from: index + 1)
                if bytes[index - 1] != 0x20 { last = index }
                continue
            }
            switch byte {
            case 0x0A, 0x0D: break scan
            case UInt8(ascii: "#") where bytes[index - 1] == 0x20: break scan
            case UInt8(ascii: ":"):
                guard index + 1 < end, !isBlankOrBreak(bytes[index + 1]) else { return nil }
                if inFlow, isFlowSign(bytes[index + 1]) { return nil }
                index += 1
            case UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"):
                if inFlow { break scan }
                index += 1
            case UInt8(ascii: "["), UInt8(ascii: "{"):
                if inFlow { return nil }
                index += 1
            default:
                let length = length(at: index)
                if length == 0 { return nil }
                index += length
                index = endOfWords(from: index)
            }
            last = index
        }
        at = last
        return scalar(text(start..<last), .plain, whole: start..<last, content: start..<last, isVerbatim: true)
    }

    mutating func doubleQuoted() -> YAMLNode? {
        let start = at
        at += 1
        var run = at
        var unescaped: [UInt8] = []
        var index = at
        while index < end, bytes[index] != UInt8(ascii: "\"") {
            if bytes[index] == UInt8(ascii: "\\") {
                guard index + 1 < end, let sign = Self.unescape(bytes[index + 1]) else { return nil }
                unescaped += bytes[run..<index]
                unescaped.append(sign)
                index += 2
                run = index
            } else {
                let length = length(at: index)
                if length == 0 { return nil }
                index = endOfWords(from: index + length)
            }
        }
        at = index
        return closeQuote(from: start, run: run, unescaped: unescaped)
    }

    mutating func singleQuoted() -> YAMLNode? {
        let start = at
        at += 1
        var run = at
        var unescaped: [UInt8] = []
        while at < end {
            if bytes[at] == UInt8(ascii: "'") {
                guard at + 1 < end, bytes[at + 1] == UInt8(ascii: "'") else { break }
                unescaped += bytes[run...at]
                at += 2
                run = at
            } else {
                let length = length(at: at)
                if length == 0 { return nil }
                at += length
            }
        }
        return closeQuote(from: start, run: run, unescaped: unescaped)
    }

    mutating func flowSequence(depth: Int) -> YAMLNode? {
        guard depth < depthLimit else { return nil }
        let start = at
        var items: [YAMLNode] = []
        at += 1
        skipSpaces()
        while byte != UInt8(ascii: "]") {
            if !items.isEmpty, !comma() { return nil }
            guard let item = value(inFlow: true, depth: depth + 1) else { return nil }
            items.append(item)
            skipSpaces()
        }
        at += 1
        return YAMLNode(range: start..<at, content: .sequence(items))
    }

    mutating func flowMapping(depth: Int) -> YAMLNode? {
        guard depth < depthLimit else { return nil }
        let start = at
        var entries: [YAMLEntry] = []
        at += 1
        skipSpaces()
        while byte != UInt8(ascii: "}") {
            if !entries.isEmpty, !comma() { return nil }
            guard let key = key(), entries.count < 16 else { return nil }
            let name = text(key)
            if entries.contains(where: { $0.key.utf8.elementsEqual(name.utf8) }) { return nil }
            at = key.upperBound + 1
            skipSpaces()
            guard let value = value(inFlow: true, depth: depth + 1) else { return nil }
            entries.append(YAMLEntry(key: name, keyRange: key, value: value))
            skipSpaces()
        }
        at += 1
        return YAMLNode(range: start..<at, content: .mapping(entries))
    }
}

extension PlainSubsetReader {
    /// The bytes that the character there takes; 0 for a control, a line break, one that nobody can see, or no UTF-8.
    @inline(__always)
    func length(at index: Int) -> Int {
        let byte = bytes[index]
        if byte >= 0x20, byte < 0x7F { return 1 }
        if byte >= 0xE3, byte < 0xED { return continues(index, 2) ? 3 : 0 }
        return lengthOfRare(at: index)
    }

    /// Behind the letters, digits and Han characters from `start` on, of which texts mostly are.
    private func endOfWords(from start: Int) -> Int {
        // Safe: `end` is never more than the count of the bytes, and every index read is below `end`.
        unsafe bytes.withUnsafeBufferPointer { bytes in
            var index = start
            while index < end {
                let byte = unsafe bytes[index]
                if byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
                    || byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
                {
                    index &+= 1
                } else if byte >= 0xE3, byte < 0xED, index &+ 2 < end,
                    unsafe bytes[index &+ 1] & 0xC0 == 0x80 && bytes[index &+ 2] & 0xC0 == 0x80
                {
                    index &+= 3
                } else {
                    break
                }
            }
            return index
        }
    }

    /// Source of the lead and second bytes: The Unicode Standard, table 3-7.
    @inline(never)
    private func lengthOfRare(at index: Int) -> Int {
        guard index + 1 < end else { return 0 }
        let next = bytes[index + 1]
        let length =
            switch bytes[index] {
            case 0xC2: next >= 0xA0 ? 2 : 0
            case 0xC3..<0xE0: 2
            case 0xE0: next >= 0xA0 ? 3 : 0
            case 0xE1, 0xEE: 3
            // U+2028 and U+2029 break lines in YAML 1.1 only.
            case 0xE2: next == 0x80 && index + 2 < end && bytes[index + 2] & 0xFE == 0xA8 ? 0 : 3
            case 0xED: next < 0xA0 ? 3 : 0
            // U+FEFF and the last two of the plane; their neighbours of the same two bytes are rare as well.
            case 0xEF: next == 0xBB && index + 2 < end && bytes[index + 2] == 0xBF ? 0 : lengthOfLast(index, next)
            case 0xF0: next >= 0x90 ? 4 : 0
            case 0xF1...0xF3: 4
            case 0xF4: next < 0x90 ? 4 : 0
            default: 0
            }
        return length > 0 && continues(index, length - 1) ? length : 0
    }

    private func lengthOfLast(_ index: Int, _ next: UInt8) -> Int {
        next == 0xBF && index + 2 < end && bytes[index + 2] >= 0xBE ? 0 : 3
    }

    /// Whether `count` continuation bytes follow.
    @inline(__always)
    private func continues(_ index: Int, _ count: Int) -> Bool {
        guard index + count < end else { return false }
        for offset in 1...count where bytes[index + offset] & 0xC0 != 0x80 { return false }
        return true
    }

    /// A comma, and then an item: a comma before the closing bracket is left to libfyaml.
    private mutating func comma() -> Bool {
        guard byte == UInt8(ascii: ",") else { return false }
        at += 1
        skipSpaces()
        return true
    }

    /// `unescaped` is the text before the byte `run`, empty when nothing was escaped.
    private mutating func closeQuote(from start: Int, run: Int, unescaped: [UInt8]) -> YAMLNode? {
        guard at < end else { return nil }
        let content = start + 1..<at
        at += 1
        if unescaped.isEmpty {
            return scalar(text(content), .quoted, whole: start..<at, content: content, isVerbatim: true)
        }
        let whole = String(decoding: unescaped + bytes[run..<content.upperBound], as: UTF8.self)
        return scalar(whole, .quoted, whole: start..<at, content: content, isVerbatim: false)
    }

    private func scalar(
        _ text: String, _ style: YAMLScalar.Style, whole: Range<Int>, content: Range<Int>, isVerbatim: Bool
    ) -> YAMLNode {
        YAMLNode(
            range: whole,
            content: .scalar(YAMLScalar(text: text, style: style, contentRange: content, isVerbatim: isVerbatim)))
    }

    private func startsKey(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "/"), 0x80...:
            true
        default: false
        }
    }

    /// A letter, digit or one of few signs; `-` before a letter or digit only.
    private func startsPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "-"):
            return at + 1 < end && bytes[at + 1] < 0x80 && startsKey(bytes[at + 1])
        case UInt8(ascii: "("), UInt8(ascii: "$"), UInt8(ascii: "~"), UInt8(ascii: "+"): return true
        default: return startsKey(byte)
        }
    }

    private func isBlankOrBreak(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
    }

    private func isFlowSign(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"): true
        default: false
        }
    }

    private static func unescape(_ sign: UInt8) -> UInt8? {
        switch sign {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): sign
        case UInt8(ascii: "n"): 0x0A
        case UInt8(ascii: "t"): 0x09
        default: nil
        }
    }
}
