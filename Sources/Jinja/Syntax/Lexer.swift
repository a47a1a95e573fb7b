internal import Diagnostics

/// Cuts a template into tokens. Text between tags becomes one token; whitespace marks (`-`, `+`) are applied here.
struct Lexer {
    private let bytes: [UInt8]
    private let file: SourceFile
    private let fileNumber: Int32
    private var index = 0
    /// One trailing line break is not part of the template.
    private let end: Int
    private var stripsNext = false
    /// The string that is never closed; everything behind it is lost.
    private var stringStart: Int?
    private(set) var tokens: [Token] = []
    private(set) var diagnostics: [Diagnostic] = []
    /// Where tags were cut short, so that the parser does not complain again.
    private(set) var broken: [Range<Int32>] = []

    /// `fileNumber`: what the spans of the tokens carry.
    init(_ file: SourceFile, fileNumber: Int32) {
        self.file = file
        self.fileNumber = fileNumber
        self.bytes = file.bytes
        var end = file.bytes.count
        if end > 0, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D {
            end -= end > 1 && bytes[end - 1] == 0x0A && bytes[end - 2] == 0x0D ? 2 : 1
        }
        self.end = end
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
    }

    /// Reads the whole file. Mistakes are in `diagnostics`; what can still be read is in `tokens`.
    mutating func run() {
        while index < end { readText() }
        add(.end, from: end)
    }
}

extension Lexer {
    private func byte(_ ahead: Int = 0) -> UInt8 { index + ahead < end ? bytes[index + ahead] : 0 }

    private func span(_ start: Int, _ end: Int) -> SourceSpan { SourceSpan(file: fileNumber, start: start, end: end) }

    private mutating func add(_ kind: Token.Kind, from start: Int) {
        tokens.append(Token(kind: kind, span: span(start, index)))
    }

    private mutating func complain(_ start: Int, _ stop: Int, _ message: Message, hint: Message? = nil) {
        // One mistake hides the next ones in the same tag.
        if let last = broken.last, last.contains(Int32(start)) { return }
        diagnostics.append(
            Diagnostic(.templateSyntax, at: file.location(of: start..<max(stop, start + 1)), message, hint: hint))
    }

    /// Text up to the next tag, and the tag.
    private mutating func readText() {
        let start = stripsNext ? skippingSpace(from: index) : index
        stripsNext = false
        while index < end, !(byte() == 0x7B && (byte(1) == 0x7B || byte(1) == 0x25 || byte(1) == 0x23)) { index += 1 }
        guard index < end else { return addText(start, end) }
        let tagStart = index
        let kind = byte(1)
        index += 2
        let mark = byte()
        let strips = mark == 0x2D
        if strips || mark == 0x2B { index += 1 }
        addText(start, strips ? droppingSpace(before: tagStart, from: start) : tagStart)
        switch kind {
        case 0x23: readComment(tagStart)
        case 0x25:
            if !readRaw(tagStart) { readTag(tagStart, isOutput: false) }
        default: readTag(tagStart, isOutput: true)
        }
    }

    private mutating func addText(_ start: Int, _ stop: Int) {
        if start < stop { tokens.append(Token(kind: .text, span: span(start, stop))) }
    }

    private mutating func readComment(_ start: Int) {
        let content = index
        while index < end, !(byte() == 0x23 && byte(1) == 0x7D) { index += 1 }
        guard index < end else {
            return complain(
                start, start + 2, Message(en: "this comment is never closed", zh: "注释没有结束"),
                hint: Message(en: "close it with ‘#}’", zh: "请用“#}”结束注释"))
        }
        // In `{#-#}` the hyphen belongs to the beginning.
        stripsNext = index > content && bytes[index - 1] == 0x2D
        index += 2
    }

    /// `{% raw %}…{% endraw %}`, whose inside is text.
    private mutating func readRaw(_ start: Int) -> Bool {
        guard let contentMark = tagEnd(after: "raw", at: index) else { return false }
        index = contentMark.end
        let contentStart = contentMark.strips ? skippingSpace(from: index) : index
        index = contentStart
        while index < end {
            if byte() == 0x7B, byte(1) == 0x25 {
                let mark = byte(2)
                let afterMark = mark == 0x2D || mark == 0x2B ? index + 3 : index + 2
                if let closing = tagEnd(after: "endraw", at: afterMark) {
                    addText(contentStart, mark == 0x2D ? droppingSpace(before: index, from: contentStart) : index)
                    index = closing.end
                    stripsNext = closing.strips
                    return true
                }
            }
            index += 1
        }
        diagnostics.append(
            Diagnostic(
                .unclosedBlock, at: file.location(of: start..<contentMark.end),
                Message(en: "‘raw’ is never closed", zh: "“raw”没有结束"),
                hint: Message(en: "close it with ‘{% endraw %}’", zh: "请用“{% endraw %}”结束")))
        return true
    }

    /// Where a tag of one word ends, or nil when the word is another one.
    private func tagEnd(after word: StaticString, at start: Int) -> (end: Int, strips: Bool)? {
        var at = skippingSpace(from: start)
        let text = Array(word.description.utf8)
        guard at + text.count <= end, bytes[at..<at + text.count].elementsEqual(text) else { return nil }
        at = skippingSpace(from: at + text.count)
        let strips = at < end && bytes[at] == 0x2D
        if at < end, bytes[at] == 0x2D || bytes[at] == 0x2B { at += 1 }
        guard at + 1 < end, bytes[at] == 0x25, bytes[at + 1] == 0x7D else { return nil }
        return (at + 2, strips)
    }

    /// The tokens of `{{ … }}` or `{% … %}`.
    private mutating func readTag(_ start: Int, isOutput: Bool) {
        add(isOutput ? .outputBegin : .tagBegin, from: start)
        let close: UInt8 = isOutput ? 0x7D : 0x25
        var open: [UInt8] = []
        while true {
            index = skippingSpace(from: index)
            guard index < end else { break }
            let strips = byte() == 0x2D || (byte() == 0x2B && !isOutput)
            let mark = strips ? 1 : 0
            if open.isEmpty, byte(mark) == close, byte(mark + 1) == 0x7D {
                let from = index
                stripsNext = byte() == 0x2D
                index += mark + 2
                return add(isOutput ? .outputEnd : .tagEnd, from: from)
            }
            // A tag that begins inside a tag: the first one was never closed.
            if byte() == 0x7B, byte(1) == 0x25, open.isEmpty { break }
            readToken(&open)
        }
        defer { broken.append(Int32(start)..<Int32(index) + 1) }
        if complainedInside(start) { return add(isOutput ? .outputEnd : .tagEnd, from: index) }
        complain(
            start, start + 2,
            isOutput
                ? Message(en: "‘{{’ is never closed", zh: "“{{”没有结束")
                : Message(en: "‘{%’ is never closed", zh: "“{%”没有结束"),
            hint: isOutput
                ? Message(en: "close it with ‘}}’", zh: "请用“}}”结束") : Message(en: "close it with ‘%}’", zh: "请用“%}”结束"))
        add(isOutput ? .outputEnd : .tagEnd, from: index)
    }

    private func complainedInside(_ start: Int) -> Bool { stringStart.map { $0 >= start } ?? false }

    private mutating func readToken(_ open: inout [UInt8]) {
        let start = index
        switch byte() {
        case 0x30...0x39: readNumber()
        case 0x22, 0x27: readString()
        case 0x41...0x5A, 0x61...0x7A, 0x5F, 0x80...0xFF:
            while Self.isName(byte()), scalarIsNotSpace(at: index) { index += 1 }
            if index == start { index += 1 }
            add(.name(String(decoding: bytes[start..<index], as: UTF8.self)), from: start)
        default: readSymbol(&open)
        }
    }

    private static func isName(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x80...0xFF: true
        default: false
        }
    }

    private mutating func readSymbol(_ open: inout [UInt8]) {
        let start = index
        let two = String(decoding: bytes[index..<min(index + 2, end)], as: UTF8.self)
        let one = String(decoding: bytes[index..<index + 1], as: UTF8.self)
        guard let symbol = Token.Symbol(rawValue: two) ?? Token.Symbol(rawValue: one) else {
            index += 1
            return complain(start, index, Message(en: "‘\(one)’ can't stand here", zh: "这里不能出现“\(one)”"))
        }
        index += symbol.rawValue.utf8.count
        switch symbol {
        case .openParenthesis: open.append(0x29)
        case .openBracket: open.append(0x5D)
        case .openBrace: open.append(0x7D)
        case .closeParenthesis, .closeBracket, .closeBrace:
            if open.last == bytes[start] {
                open.removeLast()
            } else {
                return complain(
                    start, index,
                    Message(en: "‘\(one)’ closes a bracket that is not open", zh: "“\(one)”没有对应的开括号"))
            }
        default: break
        }
        add(.symbol(symbol), from: start)
    }
}

extension Lexer {
    private mutating func readNumber() {
        let start = index
        if byte() == 0x30, [0x78, 0x6F, 0x62].contains(byte(1) | 0x20) {
            index += 2
            while Self.isName(byte()), byte() < 0x80 { index += 1 }
            return addInteger(start, base: 0)
        }
        readDigits()
        // After a dot a number is a subscript: `rows.0.1`.
        let follows = start > 0 && bytes[start - 1] == 0x2E
        var isDouble = false
        if !follows, byte() == 0x2E, 0x30...0x39 ~= byte(1) {
            index += 1
            readDigits()
            isDouble = true
        }
        if !follows, byte() | 0x20 == 0x65 {
            let sign = byte(1) == 0x2B || byte(1) == 0x2D ? 1 : 0
            if 0x30...0x39 ~= byte(1 + sign) {
                index += 1 + sign
                readDigits()
                isDouble = true
            }
        }
        guard isDouble else { return addInteger(start, base: 10) }
        let text = String(decoding: bytes[start..<index].filter { $0 != 0x5F }, as: UTF8.self)
        add(.double(Double(text) ?? 0), from: start)
    }

    private mutating func readDigits() {
        while 0x30...0x39 ~= byte() || (byte() == 0x5F && 0x30...0x39 ~= byte(1)) { index += 1 }
    }

    private mutating func addInteger(_ start: Int, base: Int) {
        let text = String(decoding: bytes[start..<index], as: UTF8.self)
        let isDecimalWithZero = base == 10 && text.utf8.first == 0x30 && text.utf8.contains { 0x31...0x39 ~= $0 }
        let number = isDecimalWithZero ? nil : PythonNumber.integer(text, base: base)
        if number == nil {
            complain(
                start, index,
                Message(en: "‘\(text)’ is not a number that fits in 64 bits", zh: "“\(text)”不是 64 位以内的整数"))
        }
        add(.integer(number ?? 0), from: start)
    }

    private mutating func readString() {
        let start = index
        let quote = byte()
        index += 1
        while index < end, byte() != quote { index += byte() == 0x5C ? 2 : 1 }
        guard index < end else {
            index = end
            stringStart = start
            return complain(start, start + 1, Message(en: "this string is never closed", zh: "字符串没有结束"))
        }
        let content = bytes[(start + 1)..<index]
        index += 1
        add(.string(StringLiteral.text(of: content)), from: start)
    }
}

extension Lexer {
    /// White space as Python's `\s` has it, ideographic space included.
    private func skippingSpace(from start: Int) -> Int {
        var at = start
        while at < end {
            let length = PythonSpace.length(at: at, in: bytes, end: end)
            if length == 0 { break }
            at += length
        }
        return at
    }

    private func droppingSpace(before stop: Int, from start: Int) -> Int {
        var at = stop
        while at > start {
            let length = PythonSpace.length(before: at, in: bytes, start: start)
            if length == 0 { break }
            at -= length
        }
        return at
    }

    private func scalarIsNotSpace(at index: Int) -> Bool {
        bytes[index] < 0x80 || PythonSpace.length(at: index, in: bytes, end: end) == 0
    }
}
