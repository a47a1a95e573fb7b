/// Reads the YAML that front matter nearly always is, several times as fast as libfyaml, and nothing else.
///
/// The subset: block mappings of plain keys, block sequences, flow sequences and mappings on one line, quoted and plain
/// scalars on one line, comments. Whatever is outside, wrong or merely doubtful makes it give up, so it never reports
/// anything; then libfyaml reads the text. The tests hold both to the same nodes.
struct PlainSubsetReader {
    let bytes: [UInt8]
    let end: Int
    let depthLimit: Int
    /// The next byte to read.
    var at: Int
    /// Where the line of `at` starts.
    private(set) var lineStart: Int
    /// The column of the first character of the line that was moved to, or -1 behind the last line.
    private(set) var indent = -1

    /// The root, or nil when the text is not in the subset, not UTF-8 or empty.
    static func read(_ bytes: [UInt8], range: Range<Int>, depthLimit: Int) -> YAMLNode? {
        var reader = PlainSubsetReader(bytes, range, depthLimit)
        guard reader.skipToContent(), reader.indent >= 0, let root = reader.block(depth: 0), reader.indent < 0 else {
            return nil
        }
        return root
    }

    private init(_ bytes: [UInt8], _ range: Range<Int>, _ depthLimit: Int) {
        self.bytes = bytes
        self.end = range.upperBound
        self.depthLimit = depthLimit
        self.at = range.lowerBound
        self.lineStart = range.lowerBound
    }
}

extension PlainSubsetReader {
    /// A block mapping or sequence that starts at `at`, whose column is `indent`. Every nil means: give up.
    private mutating func block(depth: Int) -> YAMLNode? {
        guard depth < depthLimit else { return nil }
        if isDash { return sequence(depth: depth) }
        guard let first = key() else { return nil }
        return mapping(from: first, depth: depth)
    }

    private mutating func mapping(from first: Range<Int>, depth: Int) -> YAMLNode? {
        let column = at - lineStart
        var key = first
        var entries: [YAMLEntry] = []
        entries.reserveCapacity(depth == 0 ? 16 : 2)
        while true {
            guard entries.count < 64, !isTaken(key, by: entries) else { return nil }
            at = key.upperBound + 1
            guard let value = mappingValue(behind: key, column: column, depth: depth + 1) else { return nil }
            entries.append(YAMLEntry(key: text(key), keyRange: key, value: value))
            guard indent == column else { break }
            guard let next = self.key() else { return nil }
            key = next
        }
        guard indent < column, let last = entries.last else { return nil }
        return YAMLNode(range: first.lowerBound..<last.value.range.upperBound, content: .mapping(entries))
    }

    private mutating func mappingValue(behind key: Range<Int>, column: Int, depth: Int) -> YAMLNode? {
        skipSpaces()
        guard isLineEnd || byte == UInt8(ascii: "#") else { return inlineValue(depth: depth) }
        guard finishLine() else { return nil }
        if indent > column { return block(depth: depth) }
        if indent == column, isDash { return block(depth: depth) }
        let place = key.upperBound..<key.upperBound
        return YAMLNode(
            range: place, content: .scalar(YAMLScalar(text: "", style: .plain, contentRange: place, isVerbatim: true)))
    }

    private mutating func sequence(depth: Int) -> YAMLNode? {
        let column = at - lineStart
        let start = at
        var items: [YAMLNode] = []
        items.reserveCapacity(3)
        repeat {
            at += 1
            skipSpaces()
            guard let item = item(depth: depth + 1) else { return nil }
            items.append(item)
        } while indent == column && isDash
        guard indent <= column, let last = items.last else { return nil }
        return YAMLNode(range: start..<last.range.upperBound, content: .sequence(items))
    }

    /// What stands behind a dash: a nested sequence, a mapping that starts on this line, or a scalar.
    private mutating func item(depth: Int) -> YAMLNode? {
        if isDash { return block(depth: depth) }
        if let first = key() { return depth < depthLimit ? mapping(from: first, depth: depth) : nil }
        return inlineValue(depth: depth)
    }

    /// A scalar or flow collection, with the rest of its line.
    private mutating func inlineValue(depth: Int) -> YAMLNode? {
        guard let value = value(inFlow: false, depth: depth), finishLine() else { return nil }
        return value
    }

    /// A scalar or flow collection on this line.
    mutating func value(inFlow: Bool, depth: Int) -> YAMLNode? {
        switch byte {
        case UInt8(ascii: "\""): doubleQuoted()
        case UInt8(ascii: "'"): singleQuoted()
        case UInt8(ascii: "["): flowSequence(depth: depth)
        case UInt8(ascii: "{"): flowMapping(depth: depth)
        default: plain(inFlow: inFlow)
        }
    }

    private func isTaken(_ key: Range<Int>, by entries: [YAMLEntry]) -> Bool {
        // Keys of the subset have no quotes, so equal keys are equal bytes.
        let length = key.upperBound - key.lowerBound
        for entry in entries where entry.keyRange.upperBound - entry.keyRange.lowerBound == length {
            if bytes[entry.keyRange.lowerBound] == bytes[key.lowerBound], bytes[entry.keyRange] == bytes[key] {
                return true
            }
        }
        return false
    }
}

extension PlainSubsetReader {
    /// Ends the line behind a value: blanks, a comment, the line break; then moves to the next line with content.
    private mutating func finishLine() -> Bool {
        let before = at
        skipSpaces()
        if byte == UInt8(ascii: "#") {
            guard before < at || bytes[at - 1] == 0x20, skipComment() else { return false }
        }
        guard at < end else {
            indent = -1
            return true
        }
        guard skipBreak() else { return false }
        return skipToContent()
    }

    /// From the start of a line to the first character that is no blank, comment or line break.
    private mutating func skipToContent() -> Bool {
        while at < end {
            lineStart = at
            skipSpaces()
            if byte == UInt8(ascii: "#") {
                guard skipComment() else { return false }
            } else if !isLineEnd {
                indent = at - lineStart
                return true
            }
            if at < end, !skipBreak() { return false }
        }
        indent = -1
        return true
    }

    private mutating func skipComment() -> Bool {
        while at < end {
            let length = length(at: at)
            if length == 0 { return isLineEnd }
            at += length
        }
        return true
    }

    /// LF or CRLF; a lone CR is left to libfyaml.
    private mutating func skipBreak() -> Bool {
        if byte == 0x0D { at += 1 }
        guard byte == 0x0A else { return false }
        at += 1
        return true
    }

    mutating func skipSpaces() {
        while at < end, bytes[at] == 0x20 { at += 1 }
    }
}
