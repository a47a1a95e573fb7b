/// The classes of characters that Python's text methods go by.
enum PythonCharacters {
    /// As `str.isspace`. Source: Unicode White_Space and bidirectional types WS, B, S.
    static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09...0x0D, 0x1C...0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000:
            true
        default: false
        }
    }

    /// As `\w`: letters, numbers and the underscore.
    static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII {
            return switch scalar.value {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F: true
            default: false
            }
        }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: return true
        default: return scalar.properties.numericType != nil
        }
    }

    /// Where `str.splitlines` breaks.
    static func isLineBreak(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0A...0x0D, 0x1C...0x1E, 0x85, 0x2028, 0x2029: true
        default: false
        }
    }

    /// As `str.isprintable`, for `repr`.
    static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        if 0x20...0x7E ~= scalar.value { return true }
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator,
            .spaceSeparator:
            return false
        default: return true
        }
    }

    /// The UTF-8 of a text without white space at its ends.
    static func trimmed(_ text: String) -> [UInt8] {
        Array(trimmed(text, isSpace).utf8)
    }

    /// A text without the scalars that answer to `isCut` at its ends.
    static func trimmed(_ text: String, _ isCut: (Unicode.Scalar) -> Bool) -> String {
        let scalars = text.unicodeScalars
        guard let first = scalars.firstIndex(where: { !isCut($0) }),
            let last = scalars.lastIndex(where: { !isCut($0) })
        else { return "" }
        return String(scalars[first...last])
    }

    /// Lines without their breaks, as `str.splitlines` gives them.
    static func lines(_ text: String) -> [String] {
        var lines: [String] = []
        let scalars = text.unicodeScalars
        var start = scalars.startIndex
        var index = start
        while index < scalars.endIndex {
            let scalar = scalars[index]
            var next = scalars.index(after: index)
            if isLineBreak(scalar) {
                lines.append(String(scalars[start..<index]))
                if scalar == "\r", next < scalars.endIndex, scalars[next] == "\n" { next = scalars.index(after: next) }
                start = next
            }
            index = next
        }
        if start < scalars.endIndex { lines.append(String(scalars[start...])) }
        return lines
    }
}
