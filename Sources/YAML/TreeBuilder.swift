internal import Diagnostics

/// Makes the node tree from parser events, and refuses what YAML allows and Citable does not.
struct TreeBuilder {
    enum Kind { case mapping, sequence }

    let bytes: [UInt8]
    let range: Range<Int>
    let depthLimit: Int
    private(set) var mistakes: MistakeList
    private(set) var root: YAMLNode?
    /// A syntax error was met: no more events are taken.
    private(set) var isFailed = false
    private var open: [OpenNode] = []
    /// The end of the last token.
    private var cursor: Int

    init(bytes: [UInt8], range: Range<Int>, depthLimit: Int, mistakes: MistakeList) {
        self.bytes = bytes
        self.range = range
        self.depthLimit = depthLimit
        self.mistakes = mistakes
        self.cursor = range.lowerBound
    }

    /// The place to name when the parser gives none.
    var cursorRange: Range<Int> { cursor..<cursor }
}

extension TreeBuilder {
    mutating func addProperties(anchor: Range<Int>?, tag: Range<Int>?) {
        if let anchor {
            YAMLCodes.addAnchor(withSign(anchor), bytes: bytes, to: &mistakes)
            cursor = max(cursor, anchor.upperBound)
        }
        if let tag {
            YAMLCodes.addTag(tag, bytes: bytes, to: &mistakes)
            cursor = max(cursor, tag.upperBound)
        }
    }

    mutating func open(_ kind: Kind, at token: Range<Int>?) {
        let place = token ?? cursorRange
        let byte = place.lowerBound < range.upperBound ? bytes[place.lowerBound] : 0
        let isFlow = !place.isEmpty && (byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{"))
        if open.count == depthLimit {
            YAMLCodes.addTooDeep(place, limit: depthLimit, to: &mistakes)
            return stop()
        }
        if expectsKey { YAMLCodes.addComplexKey(place, to: &mistakes) }
        // An implied mapping (`[a: b]`) has its token behind its first key; so a block mapping starts at its first key.
        let start = kind == .sequence || isFlow || byte == UInt8(ascii: "?") ? place.lowerBound : nil
        cursor = max(cursor, isFlow ? place.upperBound : place.lowerBound)
        open.append(OpenNode(kind: kind, flowStart: isFlow ? place.lowerBound : nil, start: start, end: cursor))
    }

    mutating func close(at token: Range<Int>?) {
        guard let node = open.popLast() else { return }
        var end = node.end
        if node.flowStart != nil, let token {
            end = max(end, token.upperBound)
            cursor = max(cursor, end)
        }
        let range = (node.start ?? end)..<end
        add(YAMLNode(range: range, content: node.kind == .mapping ? .mapping(node.entries) : .sequence(node.items)))
    }

    mutating func addScalar(_ text: String, style: YAMLScalar.Style, contentRange: Range<Int>) {
        let whole = wholeRange(of: contentRange, style: style)
        let isVerbatim = text.utf8.elementsEqual(bytes[contentRange])
        let scalar = YAMLScalar(text: text, style: style, contentRange: contentRange, isVerbatim: isVerbatim)
        cursor = max(cursor, whole.upperBound)
        if expectsKey { return addKey(text, style: style, range: whole) }
        add(YAMLNode(range: whole, content: .scalar(scalar)))
    }

    /// A value or key that was left out.
    mutating func addAbsent() {
        if expectsKey {
            let sign = skipTrivia(from: cursor, and: [UInt8(ascii: ","), UInt8(ascii: "?")])
            YAMLCodes.addMissingKey(sign..<sign + 1, to: &mistakes)
            return setKey(.dropped(sign..<sign))
        }
        var place = cursor
        if let key = open.last?.key {
            place = key.range.upperBound
        } else {
            let dash = skipTrivia(from: cursor, and: [])
            if dash < range.upperBound, bytes[dash] == UInt8(ascii: "-") { place = dash + 1 }
            cursor = max(cursor, place)
        }
        let scalar = YAMLScalar(text: "", style: .plain, contentRange: place..<place, isVerbatim: true)
        add(YAMLNode(range: place..<place, content: .scalar(scalar)))
    }

    mutating func addAlias(name: Range<Int>) {
        let whole = withSign(name)
        YAMLCodes.addAlias(whole, bytes: bytes, to: &mistakes)
        cursor = max(cursor, whole.upperBound)
        if expectsKey { return setKey(.dropped(whole)) }
        let text = String(decoding: bytes[whole], as: UTF8.self)
        let scalar = YAMLScalar(text: text, style: .plain, contentRange: whole, isVerbatim: true)
        add(YAMLNode(range: whole, content: .scalar(scalar)))
    }

    /// A syntax error in libfyaml's words.
    mutating func fail(reason: String, at place: Range<Int>) {
        let innermost = open.last { $0.flowStart != nil }?.flowStart
        let mistake = SyntaxMistake(bytes: bytes, range: range, reason: reason, place: place, openBracket: innermost)
        mistake.report(to: &mistakes)
        stop()
    }
}

extension TreeBuilder {
    private struct OpenNode {
        let kind: Kind
        /// The offset of `[` or `{`.
        let flowStart: Int?
        var start: Int?
        var end: Int
        var items: [YAMLNode] = []
        var entries: [YAMLEntry] = []
        var keys = KeyIndex()
        var key: Key?

        mutating func cover(_ range: Range<Int>) {
            start = min(start ?? range.lowerBound, range.lowerBound)
            end = max(end, range.upperBound)
        }
    }

    private enum Key {
        case named(String, Range<Int>)
        /// A refused key, whose value is read and let go.
        case dropped(Range<Int>)

        var range: Range<Int> {
            switch self {
            case .named(_, let range), .dropped(let range): range
            }
        }
    }

    private var expectsKey: Bool {
        guard let last = open.last else { return false }
        return last.kind == .mapping && last.key == nil
    }

    private mutating func stop() {
        isFailed = true
        root = nil
    }

    private mutating func setKey(_ key: Key) {
        open[open.count - 1].cover(key.range)
        open[open.count - 1].key = key
    }

    private mutating func addKey(_ text: String, style: YAMLScalar.Style, range: Range<Int>) {
        if style == .plain, text == "<<" {
            YAMLCodes.addMergeKey(range, to: &mistakes)
            return setKey(.dropped(range))
        }
        if style == .block || bytes[range].contains(where: { $0 == 0x0A || $0 == 0x0D }) {
            YAMLCodes.addLongKey(range, to: &mistakes)
            return setKey(.dropped(range))
        }
        let top = open.count - 1
        if let first = open[top].keys.add(text, range) {
            YAMLCodes.addDuplicateKey(text, range, first: first, to: &mistakes)
            return setKey(.dropped(range))
        }
        setKey(.named(text, range))
    }

    private mutating func add(_ node: YAMLNode) {
        let top = open.count - 1
        guard top >= 0 else {
            root = node
            return
        }
        open[top].cover(node.range)
        if open[top].kind == .sequence { return open[top].items.append(node) }
        switch open[top].key {
        case .named(let name, let range):
            open[top].entries.append(YAMLEntry(key: name, keyRange: range, value: node))
            open[top].key = nil
        case .dropped: open[top].key = nil
        case nil: open[top].key = .dropped(node.range)  // a sequence or mapping as a key
        }
    }

    /// With the `&` or `*` before an anchor's name.
    private func withSign(_ name: Range<Int>) -> Range<Int> {
        max(range.lowerBound, name.lowerBound - 1)..<name.upperBound
    }

    private func wholeRange(of content: Range<Int>, style: YAMLScalar.Style) -> Range<Int> {
        switch style {
        case .plain: return content
        case .quoted:
            return max(range.lowerBound, content.lowerBound - 1)..<min(content.upperBound + 1, range.upperBound)
        case .block:
            let signs: [UInt8] = [UInt8(ascii: ":"), UInt8(ascii: "-"), UInt8(ascii: "?")]
            let header = min(skipTrivia(from: cursor, and: signs), content.lowerBound)
            return header..<content.upperBound
        }
    }

    /// The first byte from `start` on that is no blank, line break, comment or one of `signs`.
    private func skipTrivia(from start: Int, and signs: [UInt8]) -> Int {
        var index = start
        while index < range.upperBound {
            switch bytes[index] {
            case 0x20, 0x09, 0x0A, 0x0D: break
            case UInt8(ascii: "#"):
                while index < range.upperBound, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
                continue
            case let byte where signs.contains(byte): break
            default: return index
            }
            index += 1
        }
        return index
    }
}
