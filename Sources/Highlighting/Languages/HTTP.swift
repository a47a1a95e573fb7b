/// Messages of HTTP/1.1 as they are written in documentation. Source: RFC 9112.
enum HTTP: CodeLanguage {
    static let name = "http"
    static let aliases = ["https"]

    static func read(_ code: inout CodeScanner) {
        while !code.isAtEnd {
            startLine(&code)
            body(&code, headers(&code))
        }
    }

    /// What the header of a message says of its body.
    private enum Body {
        case json, html, events, other
    }

    private static let version = Array("HTTP/".utf8)

    /// `GET /v1/models HTTP/1.1` or `HTTP/1.1 200 OK`; the version may be left out of a request.
    private static func startLine(_ code: inout CodeScanner) {
        code.skip(while: CodeScanner.isSpace)
        if protocolVersion(&code) {
            code.skip(while: CodeScanner.isBlank)
            code.mark(.plain)
            code.skip(while: CodeScanner.isDigit)
            code.mark(.number)
            code.skip(while: CodeScanner.isBlank)
            code.line(as: .type)
        } else if beginsRequest(code) {
            code.mark(.plain)
            code.skip { !CodeScanner.isBlank($0) }
            code.mark(.function)
            code.skip(while: CodeScanner.isBlank)
            code.skip { !CodeScanner.isSpace($0) }
            code.skip(while: CodeScanner.isBlank)
            _ = protocolVersion(&code)
            code.skip { $0 != 0x0A }
        } else {
            return
        }
        code.advance()
    }

    private static func protocolVersion(_ code: inout CodeScanner) -> Bool {
        guard isStatus(code, code.position) else { return false }
        code.take(4, as: .keyword)
        code.advance()
        code.mark(.plain)
        code.skip { CodeScanner.isDigit($0) || $0 == 0x2E }
        code.mark(.number)
        return true
    }

    /// A method in capital letters and a target: a path, an address or `*`.
    private static func beginsRequest(_ code: CodeScanner) -> Bool {
        var index = 0
        while code.byte(ahead: index) &- 0x41 < 26, index < 20 { index += 1 }
        guard index > 1, code.byte(ahead: index) == 0x20 else { return false }
        let target = code.byte(ahead: index + 1)
        return target == 0x2F || target == 0x2A || target == 0x68 || target == 0x7B
    }

    private static func headers(_ code: inout CodeScanner) -> Body {
        var body = Body.other
        while !code.isAtEnd {
            if code.current == 0x0A || code.current == 0x0D && code.byte(ahead: 1) == 0x0A { break }
            if CodeScanner.isBlank(code.current) {
                code.skip(while: CodeScanner.isBlank)
                code.line(as: .string)
            } else {
                header(&code, &body)
            }
            code.advance()
        }
        return body
    }

    private static func header(_ code: inout CodeScanner, _ body: inout Body) {
        code.mark(.plain)
        let first = code.position
        code.skip { $0 != 0x3A && !CodeScanner.isSpace($0) }
        let name = first..<code.position
        guard code.current == 0x3A else { return code.line(as: .plain) }
        code.mark(.attribute)
        code.advance()
        code.skip(while: CodeScanner.isBlank)
        code.mark(.plain)
        let value = code.position
        code.line(as: .string)
        if name.count == 12, holds(code, name, "content-type") { body = self.body(code, value..<code.position) }
    }

    private static func body(_ code: CodeScanner, _ value: Range<Int>) -> Body {
        if holds(code, value, "json") { return .json }
        if holds(code, value, "event-stream") { return .events }
        return holds(code, value, "html") || holds(code, value, "xml") ? .html : .other
    }

    /// Whether a word stands in a value, of which only the beginning is looked at.
    private static func holds(_ code: CodeScanner, _ range: Range<Int>, _ word: String) -> Bool {
        let word = Array(word.utf8)
        return range.prefix(80).contains { $0 + word.count <= range.upperBound && code.holds(word, at: $0) }
    }
}

/// Bodies.
extension HTTP {
    /// The body ends where the next message begins.
    private static func body(_ code: inout CodeScanner, _ body: Body) {
        let limit = nextMessage(&code)
        code.within(limit) { part in
            switch body {
            case .json: JSON.read(&part)
            case .html: HTML.read(&part)
            case .events: events(&part)
            case .other: part.skip { _ in true }
            }
        }
    }

    private static func nextMessage(_ code: inout CodeScanner) -> Int {
        var line = code.position
        while line < code.end {
            let lineEnd = code.find(from: line) { $0 == 0x0A }
            if isStatus(code, line) || isRequest(code, line, lineEnd) { return line }
            line = lineEnd + 1
        }
        return code.end
    }

    private static func isStatus(_ code: CodeScanner, _ line: Int) -> Bool {
        code.holds(version, at: line) && line + 5 < code.end && CodeScanner.isDigit(code.bytes[line + 5])
    }

    /// Whether a line goes from capital letters to a version.
    private static func isRequest(_ code: CodeScanner, _ line: Int, _ lineEnd: Int) -> Bool {
        guard line + 12 < lineEnd, code.bytes[line] &- 0x41 < 26 else { return false }
        return (6...9).contains { code.holds(version, at: lineEnd - $0) && code.bytes[lineEnd - $0 - 1] == 0x20 }
    }

    /// Server-sent events: a field on each line, JSON in `data`.
    private static func events(_ code: inout CodeScanner) {
        while !code.isAtEnd {
            code.mark(.plain)
            code.skip { $0 != 0x3A && $0 != 0x0A }
            if code.current == 0x3A {
                code.mark(.attribute)
                code.advance()
                code.skip(while: CodeScanner.isBlank)
            }
            code.mark(.plain)
            let lineEnd = code.find { $0 == 0x0A }
            let isJSON = code.current == 0x7B
            code.within(lineEnd) { line in
                if isJSON { JSON.read(&line) } else { line.skip { _ in true } }
            }
            code.advance()
        }
    }
}
