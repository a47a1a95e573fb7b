import Diagnostics

/// Characters that nobody sees but machines read: text that runs backwards, letters of the tag block, words that are cut in two.
/// Sources: CVE-2021-42574 (bidirectional overrides), Unicode Technical Report 36.
enum HiddenCharacters {
    private enum Kind {
        case direction
        case override
        case tag
        case selector
        case zeroWidth
    }

    /// The run of hidden characters of one kind that begins here.
    ///
    /// - Returns: nil when none does; no finding when the run is in order where it stands.
    static func run(from start: Int, in bytes: [UInt8]) -> (end: Int, finding: SafetyFinding?)? {
        guard let first = scalar(at: start, in: bytes), let kind = kind(of: first.value) else { return nil }
        var end = start + first.length
        var values = [first.value]
        while let next = scalar(at: end, in: bytes), let other = self.kind(of: next.value), other == kind {
            values.append(next.value)
            end += next.length
        }
        return (end, finding(kind, values, start..<end, in: bytes))
    }

    private static func kind(of value: UInt32) -> Kind? {
        switch value {
        case 0x202D, 0x202E: .override
        case 0x202A...0x202C, 0x2066...0x2069: .direction
        case 0xE0000...0xE007F: .tag
        case 0xFE00...0xFE0F, 0xE0100...0xE01EF: .selector
        case 0x200B...0x200D, 0x2060...0x2064, 0xFEFF: .zeroWidth
        default: nil
        }
    }

    private static func finding(
        _ kind: Kind, _ values: [UInt32], _ range: Range<Int>, in bytes: [UInt8]
    ) -> SafetyFinding? {
        let names = values.prefix(3).map(name).joined(separator: " ") + (values.count > 3 ? " …" : "")
        let before = scalar(before: range.lowerBound, in: bytes)
        let after = scalar(at: range.upperBound, in: bytes)?.value
        switch kind {
        case .direction where isRightToLeft(around: range, in: bytes): return nil
        case .direction, .override:
            return hidden(
                range, bytes, Message(en: "\(names) changes the direction of text unseen", zh: "\(names) 会悄悄改变文字方向"))
        case .tag:
            // Flags of regions are written with tags behind a black flag.
            if before == 0x1F3F4, values.last == 0xE007F { return nil }
            return hidden(range, bytes, Message(en: "\(names) is text that nobody sees", zh: "\(names) 是看不见的文字"))
        case .selector:
            guard values.count > 1 else { return nil }
            return hidden(
                range, bytes,
                Message(
                    en: "\(values.count) variation selectors in a row can hide data",
                    zh: "连续 \(values.count) 个变体选择符可能藏有数据"))
        case .zeroWidth: return zeroWidth(values, names, range, bytes, before, after)
        }
    }

    private static func zeroWidth(
        _ values: [UInt32], _ names: String, _ range: Range<Int>, _ bytes: [UInt8], _ before: UInt32?, _ after: UInt32?
    ) -> SafetyFinding? {
        // A byte order mark at the start of a file that is copied as it is.
        if range.lowerBound == 0, values == [0xFEFF] { return nil }
        if let before, let after {
            // Joiners hold emoji together; many scripts need these characters between letters.
            if values == [0x200D], isEmoji(before), isEmoji(after) { return nil }
            if isOtherScript(before), isOtherScript(after) { return nil }
            if isLetter(before), isLetter(after) {
                return hidden(
                    range, bytes, Message(en: "\(names) cuts a word in two unseen", zh: "\(names) 把一个词悄悄截成两段"))
            }
        }
        return SafetyFinding(
            .zeroWidth, range, meant: line(around: range, in: bytes),
            Message(en: "\(names) is invisible", zh: "\(names) 是不可见字符"),
            hint: Message(en: "delete it; it often comes along with copied text", zh: "请删除；它常随复制的文字混入"))
    }

    private static func hidden(_ range: Range<Int>, _ bytes: [UInt8], _ message: Message) -> SafetyFinding {
        SafetyFinding(
            .hiddenCharacter, range, meant: line(around: range, in: bytes), message,
            hint: Message(en: "delete it", zh: "请删除"))
    }

    private static func name(_ value: UInt32) -> String {
        let digits = String(value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}

extension HiddenCharacters {
    /// How far a line is looked at.
    private static let reach = 512

    /// What the fingerprint stands for: the same character elsewhere is another matter.
    private static func line(around range: Range<Int>, in bytes: [UInt8]) -> [UInt8] {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start > 0, range.lowerBound - start < reach, bytes[start - 1] != 0x0A { start -= 1 }
        while end < bytes.count, end - range.upperBound < reach, bytes[end] != 0x0A { end += 1 }
        return Array(bytes[start..<end])
    }

    /// Hebrew, Arabic and their neighbours, U+0590 to U+07FF, in the line.
    private static func isRightToLeft(around range: Range<Int>, in bytes: [UInt8]) -> Bool {
        line(around: range, in: bytes).contains { (0xD6...0xDF).contains($0) }
    }

    private static func isEmoji(_ value: UInt32) -> Bool {
        (0x1F000...0x1FAFF).contains(value) || (0x2190...0x2BFF).contains(value) || value == 0xFE0F
    }

    /// Letters whose script neither is Latin, Greek or Cyrillic nor Chinese, Japanese or Korean.
    private static func isOtherScript(_ value: UInt32) -> Bool {
        (0x0590...0x1FFF).contains(value) || (0xA800...0xABFF).contains(value)
    }

    private static func isLetter(_ value: UInt32) -> Bool {
        switch value {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0xC0...0x058F: true
        case 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7A3, 0x20000...0x3FFFF: true
        default: false
        }
    }

    /// The bytes are UTF-8; nil at their end.
    private static func scalar(at index: Int, in bytes: [UInt8]) -> (value: UInt32, length: Int)? {
        guard index < bytes.count else { return nil }
        let lead = bytes[index]
        let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        guard index + length <= bytes.count else { return nil }
        var value = UInt32(lead) & [0x7F, 0x1F, 0x0F, 0x07][length - 1]
        for place in index + 1..<max(index + 1, index + length) { value = value << 6 | UInt32(bytes[place] & 0x3F) }
        return (value, length)
    }

    private static func scalar(before index: Int, in bytes: [UInt8]) -> UInt32? {
        var start = index - 1
        while start > 0, index - start < 4, bytes[start] & 0xC0 == 0x80 { start -= 1 }
        return start < 0 ? nil : scalar(at: start, in: bytes)?.value
    }
}
