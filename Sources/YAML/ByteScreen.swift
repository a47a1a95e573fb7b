internal import Diagnostics

/// Looks over the bytes before libfyaml sees them: what it would pass in silence, or would hang or crash on, is refused here.
///
/// Found by fuzzing 0.7.12: a NUL byte silently ends the text, a line that starts with `%%%` never ends, and control
/// characters or a tab behind the colon of a `?` key read memory out of bounds.
enum ByteScreen {
    /// The part that may go to libfyaml (it ends before a second document), or nil when the text must not be read at all.
    static func check(_ bytes: [UInt8], range: Range<Int>, mistakes: inout MistakeList) -> Range<Int>? {
        var state = State()
        var index = range.lowerBound
        if bytes[range].starts(with: [0xEF, 0xBB, 0xBF]) { index += 3 }
        while index < range.upperBound {
            if state.atLineStart, let end = marker(bytes, index, range.upperBound, &state, &mistakes) {
                return state.isForbidden ? nil : range.lowerBound..<end
            }
            index = step(bytes, index, range.upperBound, &state, &mistakes)
        }
        if state.hasQuestionMark, let tab = state.tabAfterColon {
            YAMLCodes.addTab(tab, to: &mistakes)
            state.isForbidden = true
        }
        return state.isForbidden ? nil : range
    }
}

extension ByteScreen {
    private struct State {
        var atLineStart = true
        var sawContent = false
        var isForbidden = false
        var hasQuestionMark = false
        var tabAfterColon: Int?
        var isAfterColon = false
    }

    /// At the start of a line: the offset where the text must be cut, for a directive or a second document.
    private static func marker(
        _ bytes: [UInt8], _ index: Int, _ end: Int, _ state: inout State, _ mistakes: inout MistakeList
    ) -> Int? {
        state.atLineStart = false
        let byte = bytes[index]
        if byte == UInt8(ascii: "%") {
            YAMLCodes.addDirective(index..<endOfLine(bytes, index, end), to: &mistakes)
            return index
        }
        guard byte == UInt8(ascii: "-") || byte == UInt8(ascii: "."), index + 3 <= end,
            bytes[index + 1] == byte, bytes[index + 2] == byte,
            index + 3 == end || bytes[index + 3] == 0x20 || isBreakOrTab(bytes[index + 3])
        else { return nil }
        if byte == UInt8(ascii: "-"), !state.sawContent {
            state.sawContent = true
            return nil
        }
        YAMLCodes.addDocumentMarker(index..<index + 3, to: &mistakes)
        return index
    }

    private static func step(
        _ bytes: [UInt8], _ index: Int, _ end: Int, _ state: inout State, _ mistakes: inout MistakeList
    ) -> Int {
        let byte = bytes[index]
        switch byte {
        case 0x0A, 0x0D:
            state.atLineStart = true
            state.isAfterColon = false
        case 0x20: break
        case 0x09:
            if state.isAfterColon, state.tabAfterColon == nil { state.tabAfterColon = index }
        case UInt8(ascii: "#") where !state.sawContent:
            return endOfCleanLine(bytes, index, end)
        case UInt8(ascii: ":"):
            state.sawContent = true
            state.isAfterColon = true
        case UInt8(ascii: "?"):
            state.sawContent = true
            state.isAfterColon = false
            if index + 1 == end || bytes[index + 1] == 0x20 || isBreakOrTab(bytes[index + 1]) {
                state.hasQuestionMark = true
            }
        default:
            state.sawContent = true
            state.isAfterColon = false
            if let length = forbiddenLength(bytes, index, end) {
                state.isForbidden = true
                YAMLCodes.addControlCharacter(index..<index + length, bytes: bytes, to: &mistakes)
                return index + length
            }
        }
        return index + 1
    }

    /// The length of a character that YAML does not print, or that nobody can see: controls, U+FEFF inside, U+FFFE, U+FFFF.
    /// Source: YAML 1.2.2, rule c-printable, https://yaml.org/spec/1.2.2/#51-character-set
    private static func forbiddenLength(_ bytes: [UInt8], _ index: Int, _ end: Int) -> Int? {
        switch bytes[index] {
        case 0x00..<0x20, 0x7F: 1
        case 0xC2 where index + 1 < end && bytes[index + 1] < 0xA0: 2
        case 0xEF where index + 2 < end && bytes[index + 1] == 0xBB && bytes[index + 2] == 0xBF: 3
        case 0xEF where index + 2 < end && bytes[index + 1] == 0xBF && bytes[index + 2] >= 0xBE: 3
        default: nil
        }
    }

    private static func isBreakOrTab(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D || byte == 0x09 }

    private static func endOfLine(_ bytes: [UInt8], _ index: Int, _ end: Int) -> Int {
        bytes[index..<end].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? end
    }

    /// The end of a comment line, or the first character in it that has to be looked at.
    private static func endOfCleanLine(_ bytes: [UInt8], _ index: Int, _ end: Int) -> Int {
        var at = index + 1
        while at < end, bytes[at] != 0x0A, bytes[at] != 0x0D {
            if bytes[at] != 0x09, forbiddenLength(bytes, at, end) != nil { return at }
            at += 1
        }
        return at
    }
}
