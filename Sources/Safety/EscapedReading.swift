import Bytes

/// A text as those read it who resolve its escapes: `&#115;k-…` in Markdown, `"\x73k-…"` in YAML, `sk%2D…` in a URL, and a word that
/// goes on behind a backslash at the end of a line, in the next piece of a string or, in a source, behind a mark that nobody sees.
/// Only what keys and addresses are made of counts.
struct EscapedReading {
    private(set) var bytes: [UInt8] = []
    /// Where each byte begins in the source, and where the last one ends.
    private var places: [Int] = []
    private let source: [UInt8]
    /// Whether tags, comments, stars and invisible characters inside of a word count for nothing.
    private let joinsMarkup: Bool
    private var index = 0

    /// What the escapes of a text spell, found nowhere in the text as it stands.
    static func findings(in source: [UInt8], joinsMarkup: Bool) -> [SafetyFinding] {
        var reading = EscapedReading(source, joinsMarkup)
        guard reading.findEscape() else { return [] }
        reading.resolve()
        var scan = SafetyScan(reading.bytes)
        scan.lookAtAll()
        return scan.findings.compactMap { reading.place($0) }
    }

    private init(_ source: [UInt8], _ joinsMarkup: Bool) {
        self.source = source
        self.joinsMarkup = joinsMarkup
    }

    /// Goes to the first escape. Most texts have none, and nothing is made for them.
    private mutating func findEscape() -> Bool {
        while let sign = unsafe source.withUnsafeBytes({ unsafe Self.firstSign(in: $0, from: index, joinsMarkup) }) {
            index = sign
            if escape(source[index]) != nil { return true }
            index += 1
        }
        return false
    }

    /// Reads everything, with the first escape found.
    private mutating func resolve() {
        bytes = Array(source[..<index])
        bytes.reserveCapacity(source.count)
        places = Array(0..<index)
        places.reserveCapacity(source.count + 1)
        while index < source.count {
            let byte = source[index]
            if let (value, length) = escape(byte) {
                if let value { append(value) }
                index += length
            } else {
                append(byte)
                index += 1
            }
        }
        places.append(source.count)
    }

    private mutating func append(_ byte: UInt8) {
        bytes.append(byte)
        places.append(index)
    }

    /// A finding where it stands in the source; nil when no escape belongs to it, for then it was found there already.
    private func place(_ finding: SafetyFinding) -> SafetyFinding? {
        func source(_ range: Range<Int>) -> Range<Int> { places[range.lowerBound]..<places[range.upperBound] }
        let range = source(finding.range)
        guard finding.code == .secret || finding.code == .privateAddress, range.count > finding.range.count else {
            return nil
        }
        return finding.moved(to: range, covered: finding.covered.isEmpty ? 0..<0 : source(finding.covered))
    }
}

extension EscapedReading {
    /// One of `"#$%&'` and the backslash, sixteen bytes at a time: most texts hold few.
    private static func firstSign(
        in all: UnsafeRawBufferPointer, from start: Int, _ joinsMarkup: Bool
    ) -> Int? {
        if start == 0, unsafe !all.isEmpty, unsafe isWorthALook(all, 0, joinsMarkup) { return 0 }
        var index = max(start, 1)
        while index &+ 16 <= all.count {
            let block = unsafe all.loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self)
            var signs = block.holds(6, from: 0x22) .| block.holds(0x5C)
            if joinsMarkup {
                // Behind a letter, digit or sign of ASCII: in Chinese text there are many others.
                let before = unsafe all.loadUnaligned(fromByteOffset: index &- 1, as: SIMD16<UInt8>.self)
                let marks = block.holds(0x2A) .| block.holds(0x3C) .| block.holds(0xC2) .| block.holds(0xE2)
                signs = signs .| marks .& before.holds(0x53, from: 0x2D)
            }
            if signs.isAnySet {
                let words = unsafe unsafeBitCast(signs, to: SIMD2<UInt64>.self)
                if let place = unsafe first(of: words.x, at: index, in: all, joinsMarkup) { return place }
                if let place = unsafe first(of: words.y, at: index &+ 8, in: all, joinsMarkup) { return place }
            }
            index &+= 16
        }
        while index < all.count {
            if unsafe isWorthALook(all, index, joinsMarkup) { return index }
            index &+= 1
        }
        return nil
    }

    /// - Parameter signs: eight bytes, each with all bits set where a sign stands.
    @inline(__always)
    private static func first(
        of signs: UInt64, at start: Int, in all: UnsafeRawBufferPointer, _ joinsMarkup: Bool
    ) -> Int? {
        var rest = signs
        while rest != 0 {
            let lane = rest.trailingZeroBitCount &>> 3
            if unsafe isWorthALook(all, start &+ lane, joinsMarkup) { return start &+ lane }
            rest &= ~(0xFF &<< UInt64(lane &* 8))
        }
        return nil
    }

    @inline(__always)
    private static func isWorthALook(_ all: UnsafeRawBufferPointer, _ place: Int, _ joinsMarkup: Bool) -> Bool {
        if unsafe isSign(all[place]) { return unsafe mayEscape(all, place) }
        guard joinsMarkup, unsafe MarkInWord.mayBegin(all[place]), place > 0, place &+ 1 < all.count else {
            return false
        }
        return unsafe KeyRun.isMember(all[place &- 1]) && MarkInWord.mayFollow(all[place &+ 1])
    }

    @inline(__always)
    private static func isSign(_ byte: UInt8) -> Bool { byte &- 0x22 < 6 || byte == 0x5C }

    /// Whether what follows the sign can belong to an escape at all.
    private static func mayEscape(_ all: UnsafeRawBufferPointer, _ place: Int) -> Bool {
        guard place &+ 1 < all.count else { return false }
        let next = unsafe all[place &+ 1]
        switch unsafe all[place] {
        case 0x26: return next == 0x23 || next == 0x6C || next == 0x73
        case 0x25: return (0x32...0x37).contains(next)
        case 0x5C: return next == 0x78 || next | 0x20 == 0x75 || next == 0x0A || next == 0x0D
        case 0x22, 0x27:
            return unsafe place > 0 && KeyRun.isMember(all[place &- 1])
                && (next == all[place] || next == 0x0A || next == 0x20 || joinsStrings(next) || next == 0x0D)
        default: return false
        }
    }

    /// What an escape stands for and its length; no value where it stands for nothing.
    private func escape(_ sign: UInt8) -> (value: UInt8?, length: Int)? {
        switch sign {
        case 0x26: reference()
        case 0x25: number(from: index + 1, digits: 2, length: 3)
        case 0x5C: backslash()
        case 0x22, 0x27: seam(of: sign)
        default: joinsMarkup ? MarkInWord.length(at: index, in: source).map { (nil, $0) } : nil
        }
    }

    /// `&#115;`, `&#x73;`, `&lowbar;`, and `&shy;`, which nobody sees.
    private func reference() -> (value: UInt8?, length: Int)? {
        let rest = source[index...].prefix(12)
        if rest.starts(with: "&lowbar;".utf8) { return (0x5F, 8) }
        if rest.starts(with: "&shy;".utf8) { return (nil, 5) }
        guard rest.starts(with: "&#".utf8), let end = rest.firstIndex(of: 0x3B) else { return nil }
        let isHexadecimal = source[index + 2] | 0x20 == 0x78
        let digits = rest[(index + (isHexadecimal ? 3 : 2))..<max(end, index + 3)]
        guard let value = UInt32(String(decoding: digits, as: UTF8.self), radix: isHexadecimal ? 16 : 10) else {
            return nil
        }
        if MarkInWord.isInvisible(value) { return (nil, end + 1 - index) }
        return Self.kept(value).map { ($0, end + 1 - index) }
    }

    /// `\x73`, `\u0073`, `\U00000073`, and the end of a line that goes on.
    private func backslash() -> (value: UInt8?, length: Int)? {
        guard index + 1 < source.count else { return nil }
        switch source[index + 1] {
        case 0x78: return number(from: index + 2, digits: 2, length: 4)
        case 0x75: return number(from: index + 2, digits: 4, length: 6)
        case 0x55: return number(from: index + 2, digits: 8, length: 10)
        case 0x0A, 0x0D:
            guard index > 0, KeyRun.isMember(source[index - 1]) else { return nil }
            var end = index + 1
            while end < source.count, Self.isBlank(source[end]) { end += 1 }
            return (nil, end - index)
        default: return nil
        }
    }

    /// Between two pieces of one string: `"ab" "cd"`, `'ab' + 'cd'`, `'ab' . 'cd'`, also over lines.
    private func seam(of quote: UInt8) -> (value: UInt8?, length: Int)? {
        guard index > 0, KeyRun.isMember(source[index - 1]) else { return nil }
        var end = index + 1
        var hasSign = false
        while end < source.count, end - index < 128 {
            if Self.joinsStrings(source[end]), !hasSign {
                hasSign = true
            } else if !(Self.isBlank(source[end]) || source[end] == 0x5C) {
                break
            }
            end += 1
        }
        guard end + 1 < source.count, source[end] == quote, KeyRun.isMember(source[end + 1]) else { return nil }
        return (nil, end + 1 - index)
    }

    private func number(from start: Int, digits: Int, length: Int) -> (value: UInt8?, length: Int)? {
        guard start + digits <= source.count,
            let value = UInt32(String(decoding: source[start..<start + digits], as: UTF8.self), radix: 16)
        else { return nil }
        return Self.kept(value).map { ($0, length) }
    }

    /// Only what keys and addresses are made of: nothing else is worth a second look.
    private static func kept(_ value: UInt32) -> UInt8? {
        guard let byte = UInt8(exactly: value), KeyRun.isMember(byte) && byte != 0x5C || byte == 0x2E else {
            return nil
        }
        return byte
    }

    /// The signs of JavaScript and Python, PHP, and BASIC.
    private static func joinsStrings(_ byte: UInt8) -> Bool { byte == 0x2B || byte == 0x2E || byte == 0x26 }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }
}
