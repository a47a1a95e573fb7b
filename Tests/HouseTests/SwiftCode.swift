/// A Swift source whose comments and texts are blanked, so that rules can be looked for in what is left.
///
/// Offsets and lines are those of the source. Code inside an interpolation stays.
struct SwiftCode: Sendable {
    /// As long as the source; comments and the contents of string literals are blanks, line breaks stay.
    let bytes: [UInt8]
    /// Where lines begin.
    private let lineStarts: [Int]

    init(_ text: String) {
        var scanner = Scanner(Array(text.utf8))
        scanner.run()
        let output = scanner.output
        bytes = output
        lineStarts = [0] + output.indices.filter { output[$0] == 0x0A }.map { $0 + 1 }
    }

    /// The code as text; where a comment or a text was are blanks.
    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The 1-based line of an offset.
    func line(at offset: Int) -> Int {
        var (low, high) = (0, lineStarts.count)
        while low + 1 < high {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        return low + 1
    }

    /// The identifiers and keywords, with their offsets.
    func words() -> [(word: String, offset: Int)] {
        var found: [(String, Int)] = []
        var start: Int?
        for index in 0...bytes.count {
            let isPart = index < bytes.count && Self.isIdentifierByte(bytes[index])
            if isPart, start == nil { start = index }
            if !isPart, let begin = start {
                found.append((String(decoding: bytes[begin..<index], as: UTF8.self), begin))
                start = nil
            }
        }
        return found
    }

    static func isIdentifierByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x80...0xFF: true
        default: false
        }
    }
}

/// Tells code from comments and texts. Nested comments, raw, multi-line and interpolated strings are understood; regular
/// expression literals are not, and the house has none.
private struct Scanner {
    private enum Mode {
        /// The number of open parentheses since an interpolation began; nil outside of one.
        case code(interpolationDepth: Int?)
        case string(hashes: Int, isMultiline: Bool)
    }

    private let input: [UInt8]
    private(set) var output: [UInt8]
    private var index = 0
    private var modes: [Mode] = [.code(interpolationDepth: nil)]

    init(_ bytes: [UInt8]) {
        input = bytes
        output = bytes
    }

    mutating func run() {
        while index < input.count, let mode = modes.last {
            switch mode {
            case .code(let depth): stepInCode(depth)
            case .string(let hashes, let isMultiline): stepInString(hashes, isMultiline)
            }
        }
    }

    private mutating func stepInCode(_ depth: Int?) {
        if starts(with: "//") {
            while index < input.count, input[index] != 0x0A { blank() }
        } else if starts(with: "/*") {
            blankComment()
        } else if let hashes = stringOpening() {
            index += hashes
            let isMultiline = starts(with: "\"\"\"")
            index += isMultiline ? 3 : 1
            modes.append(.string(hashes: hashes, isMultiline: isMultiline))
        } else if let depth, input[index] == 0x28 || input[index] == 0x29 {
            let next = depth + (input[index] == 0x28 ? 1 : -1)
            modes.removeLast()
            if next > 0 { modes.append(.code(interpolationDepth: next)) }
            index += 1
        } else {
            index += 1
        }
    }

    private mutating func stepInString(_ hashes: Int, _ isMultiline: Bool) {
        let marks = String(repeating: "#", count: hashes)
        let quote = (isMultiline ? "\"\"\"" : "\"") + marks
        if starts(with: quote) {
            index += quote.utf8.count
            modes.removeLast()
        } else if starts(with: "\\" + marks + "(") {
            for _ in 0...hashes { blank() }
            index += 1
            modes.append(.code(interpolationDepth: 1))
        } else if starts(with: "\\" + marks) {
            for _ in 0...hashes + 1 where index < input.count { blank() }
        } else if input[index] == 0x0A, !isMultiline {
            // The literal is not closed: the compiler will say so.
            modes.removeLast()
        } else {
            blank()
        }
    }

    private mutating func blankComment() {
        var depth = 0
        repeat {
            if starts(with: "/*") {
                depth += 1
                blank()
            } else if starts(with: "*/") {
                depth -= 1
                blank()
            }
            blank()
        } while depth > 0 && index < input.count
    }

    /// The number of `#` before a quote that opens a string here; nil when none does.
    private func stringOpening() -> Int? {
        var end = index
        while end < input.count, input[end] == 0x23 { end += 1 }
        return end < input.count && input[end] == 0x22 ? end - index : nil
    }

    private func starts(with text: String) -> Bool { input[index...].starts(with: text.utf8) }

    private mutating func blank() {
        guard index < input.count else { return }
        if output[index] != 0x0A { output[index] = 0x20 }
        index += 1
    }
}
