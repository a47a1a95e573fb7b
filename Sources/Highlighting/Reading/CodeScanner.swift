/// Reads code from front to back and gathers its tokens. The position never goes back, and what is looked at before it is
/// passed is counted, so the work of a lexer is bounded by the length of its input.
struct CodeScanner {
    let bytes: [UInt8]
    /// Offset of the next byte.
    private(set) var position: Int
    /// Offset behind the last byte to read.
    private(set) var end: Int
    private(set) var tokens: [CodeToken] = []
    /// Bytes looked at ahead of the position beyond a handful.
    private(set) var lookedAhead = 0
    private let first: Int
    private let last: Int
    /// Where the next token begins.
    private var start: Int

    init(_ bytes: [UInt8], _ range: Range<Int>) {
        self.bytes = bytes
        position = range.lowerBound
        start = range.lowerBound
        first = range.lowerBound
        end = range.upperBound
        last = range.upperBound
        tokens.reserveCapacity(range.count / 6 + 8)
    }

    @inline(__always) var isAtEnd: Bool { position >= end }

    /// The next byte; 0 at the end.
    @inline(__always) var current: UInt8 { position < end ? bytes[position] : 0 }

    /// The byte some places ahead; 0 behind the end.
    @inline(__always)
    func byte(ahead count: Int) -> UInt8 { position + count < end ? bytes[position + count] : 0 }

    /// The byte before the next one; a line feed at the beginning.
    @inline(__always) var previous: UInt8 { byte(behind: 1) }

    /// The byte some places behind; a line feed before the beginning.
    @inline(__always)
    func byte(behind count: Int) -> UInt8 { position - count >= first ? bytes[position - count] : 0x0A }

    /// Whether the next byte is the first of a line.
    @inline(__always) var isAtLineStart: Bool { previous == 0x0A }

    /// Whether a single dot stands before the next byte, so that a word here is the name of a member.
    @inline(__always) var isAtMember: Bool { previous == 0x2E && byte(behind: 2) != 0x2E }

    /// Whether only blanks, and not many, stand between the beginning of the line and an offset.
    func opensLine(_ offset: Int) -> Bool {
        var index = offset
        while index > first, Self.isBlank(bytes[index - 1]), offset - index < 200 { index -= 1 }
        return index == first || bytes[index - 1] == 0x0A
    }

    @inline(__always)
    mutating func advance(_ count: Int = 1) { position = min(position + count, end) }

    /// Passes a character of one or more bytes.
    mutating func advanceCharacter() {
        advance()
        skip { $0 & 0xC0 == 0x80 }
    }

    /// Goes on to an offset that is not behind.
    @inline(__always)
    mutating func advance(to offset: Int) { position = min(max(offset, position), end) }

    @inline(__always)
    mutating func skip(while isWanted: (UInt8) -> Bool) {
        var index = position
        while index < end, isWanted(bytes[index]) { index += 1 }
        position = index
    }

    /// Everything since the last token is of this class.
    @inline(__always)
    mutating func mark(_ tokenClass: TokenClass) { mark(tokenClass, upTo: position) }

    /// Everything from the last token to an offset is of this class.
    @inline(__always)
    mutating func mark(_ tokenClass: TokenClass, upTo offset: Int) {
        guard offset > start else { return }
        if let token = tokens.last, token.tokenClass == tokenClass {
            tokens[tokens.count - 1] = CodeToken(end: offset, tokenClass: tokenClass)
        } else {
            tokens.append(CodeToken(end: offset, tokenClass: tokenClass))
        }
        start = offset
    }

    /// Passes some bytes, which are of this class; what is unmarked before them is plain.
    @inline(__always)
    mutating func take(_ count: Int, as tokenClass: TokenClass) {
        mark(.plain)
        advance(count)
        mark(tokenClass)
    }

    /// The offset of the first wanted byte from the position on, or `end`.
    @inline(__always)
    mutating func find(_ isWanted: (UInt8) -> Bool) -> Int { find(from: position, isWanted) }

    /// The offset of the first wanted byte from an offset on, or `end`.
    @inline(__always)
    mutating func find(from offset: Int, _ isWanted: (UInt8) -> Bool) -> Int {
        var index = offset
        while index < end, !isWanted(bytes[index]) { index += 1 }
        lookedAhead += index - offset
        return index
    }

    /// Whether these bytes stand at an offset; in letters, only the case may differ.
    @inline(__always)
    func holds(_ word: [UInt8], at offset: Int) -> Bool {
        guard offset + word.count <= end else { return false }
        var index = 0
        while index < word.count {
            if bytes[offset + index] | 0x20 != word[index] | 0x20 { return false }
            index += 1
        }
        return true
    }

    /// Reads only to `limit` for the time of the call, and all of that.
    mutating func within(_ limit: Int, _ read: (inout CodeScanner) -> Void) {
        let outer = end
        end = max(min(limit, outer), position)
        read(&self)
        mark(.plain)
        position = end
        mark(.plain)
        end = outer
    }

    /// What no lexer has marked is plain.
    mutating func finish() {
        position = last
        mark(.plain)
    }
}
