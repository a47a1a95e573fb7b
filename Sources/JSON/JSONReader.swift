internal import Diagnostics

/// Walks over the bytes of one JSON text with a stack of the objects and arrays that are open. The bytes are UTF-8.
struct JSONReader {
    let bytes: [UInt8]
    let limits: JSONLimits
    /// The next byte to read.
    var at = 0
    private var open: [OpenValue] = []
    private var mistakes: [JSONMistake] = []
    private var overflow: JSONMistake?

    init(bytes: [UInt8], limits: JSONLimits) {
        self.bytes = bytes
        self.limits = limits
    }
}

extension JSONReader {
    mutating func document() throws(JSONMistake) -> JSONValue {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
        while true {
            guard var value = try start() else { continue }
            while !open.isEmpty {
                guard let closed = try add(value) else { break }
                value = closed
            }
            if open.isEmpty {
                skipBlanks()
                if at < bytes.count { throw mistakeBehindRoot() }
                return value
            }
        }
    }

    /// Keeps a mistake; those over the limit are only counted as one.
    mutating func note(_ mistake: JSONMistake) {
        if mistakes.count < limits.diagnostics { return mistakes.append(mistake) }
        overflow = overflow ?? mistake
    }

    func diagnostics(in file: SourceFile) -> [Diagnostic] {
        var list = mistakes.map { $0.diagnostic(in: file) }.sorted()
        if let range = overflow?.range {
            let limit = limits.diagnostics
            let message = Message(
                en: "more than \(limit) mistakes; the rest is not shown", zh: "错误超过 \(limit) 个，其余不再列出")
            list.append(Diagnostic(JSONCodes.tooManyMistakes, at: file.location(of: range), message))
        }
        return list
    }

    /// The innermost open `{` or `[`.
    var innermost: Int? { open.last?.start }

    var byte: UInt8? { at < bytes.count ? bytes[at] : nil }

    mutating func skipBlanks() {
        while at < bytes.count {
            switch bytes[at] {
            case 0x20, 0x0A, 0x0D, 0x09: at += 1
            default: return
            }
        }
    }
}

extension JSONReader {
    private struct OpenValue {
        let start: Int
        let isObject: Bool
        var elements: [JSONValue] = []
        var members: [JSONMember] = []
        var index = MemberIndex()
        /// The key whose value comes next; a refused one has no text.
        var key: (text: String?, range: Range<Int>) = (nil, 0..<0)
    }

    /// Reads a scalar or an empty collection, or opens one and gives nil, so that its first value comes next.
    private mutating func start() throws(JSONMistake) -> JSONValue? {
        skipBlanks()
        guard let byte else { throw mistakeAtEnd() }
        let start = at
        switch byte {
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            let isObject = byte == UInt8(ascii: "{")
            guard open.count < limits.depth else { throw JSONCodes.tooDeep(at: start, limit: limits.depth) }
            at += 1
            skipBlanks()
            if self.byte == (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) {
                at += 1
                return JSONValue(range: start..<at, content: isObject ? .object([]) : .array([]))
            }
            open.append(OpenValue(start: start, isObject: isObject))
            if isObject { try readKey() }
            return nil
        case UInt8(ascii: "\""):
            let text = try string()
            return JSONValue(range: start..<at, content: .string(text))
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            let text = try number()
            return JSONValue(range: start..<at, content: .number(text))
        default:
            for (word, content) in Self.words where bytes[at...].starts(with: word) {
                at += word.count
                if isWordByte { break }
                return JSONValue(range: start..<at, content: content)
            }
            at = start
            throw mistakeAtValue()
        }
    }

    /// Adds a value to the innermost collection; gives that collection when the value was its last.
    private mutating func add(_ value: JSONValue) throws(JSONMistake) -> JSONValue? {
        let top = open.count - 1
        if !open[top].isObject {
            open[top].elements.append(value)
        } else if let key = open[top].key.text {
            open[top].members.append(JSONMember(key: key, keyRange: open[top].key.range, value: value))
        }
        skipBlanks()
        let isObject = open[top].isObject
        switch byte {
        case UInt8(ascii: ","):
            let comma = at
            at += 1
            skipBlanks()
            if byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") { throw JSONCodes.trailingComma(at: comma) }
            if isObject { try readKey() }
            return nil
        case UInt8(ascii: "}") where isObject, UInt8(ascii: "]") where !isObject:
            at += 1
            let closed = open.removeLast()
            let content: JSONValue.Content = isObject ? .object(closed.members) : .array(closed.elements)
            return JSONValue(range: closed.start..<at, content: content)
        default: throw mistakeBehindValue(inObject: isObject)
        }
    }

    /// A key and its colon, from the first byte of the key on.
    private mutating func readKey() throws(JSONMistake) {
        let start = at
        guard byte == UInt8(ascii: "\"") else { throw mistakeAtKey() }
        let text = try string()
        let range = start..<at
        let top = open.count - 1
        if let first = open[top].index.add(text, range) {
            note(JSONCodes.duplicateKey(text, range, first: first))
            open[top].key = (nil, range)
        } else {
            open[top].key = (text, range)
        }
        skipBlanks()
        guard byte == UInt8(ascii: ":") else { throw mistakeAtColon(behind: range) }
        at += 1
    }

    private static let words: [(word: [UInt8], content: JSONValue.Content)] = [
        (Array("true".utf8), .bool(true)), (Array("false".utf8), .bool(false)), (Array("null".utf8), .null),
    ]

    private var isWordByte: Bool {
        switch byte {
        case .some(UInt8(ascii: "a")...UInt8(ascii: "z")), .some(UInt8(ascii: "A")...UInt8(ascii: "Z")),
            .some(UInt8(ascii: "0")...UInt8(ascii: "9")), .some(UInt8(ascii: "_")):
            true
        default: false
        }
    }
}
