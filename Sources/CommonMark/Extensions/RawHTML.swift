internal import Diagnostics

/// Raw HTML: passed through in plain CommonMark; otherwise dropped, unless its element is allowed.
extension DocumentReader {
    mutating func readInlineHTML(_ node: TreeNode) {
        let range = node.withLiteral { expand($0) }
        guard options.dialect == .extended else {
            add(.html, text: range)
            return
        }
        let place = node.withLiteral { self.place(of: $0) }
        keepAllowed(range, .html, place)
    }

    mutating func readHTMLBlock(_ node: TreeNode) {
        let range = node.withLiteral { expand($0) }
        guard options.dialect == .extended else {
            contentCount += 1
            add(.htmlBlock, text: range)
            return
        }
        let place = place(of: node)
        if keepAllowed(range, .htmlBlock, place) { contentCount += 1 }
    }

    /// Keeps HTML all of whose tags are allowed; tells whether it did.
    @discardableResult
    private mutating func keepAllowed(_ range: Range<Int>, _ kind: MarkdownEvent.Kind, _ place: MarkdownPlace) -> Bool {
        var filter = HTMLFilter(document.text, range, allowed: options.allowedElements)
        filter.run()
        guard let dropped = filter.dropped else {
            if kind == .htmlBlock, !filter.hasTags { return addText(filter.plain) }
            let start = document.text.count
            document.text.append(contentsOf: filter.output)
            add(kind, text: start..<document.text.count)
            return true
        }
        let tag = place.lowerBound + dropped.lowerBound - range.lowerBound
        let isInside = kind == .html || tag < place.lowerBound + range.count
        let name = filter.droppedName
        document.report(
            .markdownRawHTML, at: isInside ? tag..<tag + dropped.count : place,
            Message(en: "the raw HTML ‘<\(name)>’ was left out", zh: "已去掉原始 HTML“<\(name)>”"))
        return false
    }

    /// What stands beside comments in an HTML block is text; tells whether there is any.
    private mutating func addText(_ kept: [UInt8]) -> Bool {
        guard let first = kept.firstIndex(where: { $0 > 0x20 }), let last = kept.lastIndex(where: { $0 > 0x20 }) else {
            return false
        }
        let start = document.text.count
        document.text.append(contentsOf: kept[first...last])
        add(.paragraph)
        add(.text, text: start..<document.text.count)
        add(.paragraph, isExit: true)
        return true
    }
}

/// Lets allowed elements and attributes through.
struct HTMLFilter {
    private let text: [UInt8]
    private let range: Range<Int>
    private let allowed: [String]
    private(set) var output: [UInt8] = []
    /// What stands beside comments and tags, on one line.
    private(set) var plain: [UInt8] = []
    /// Something else than comments and text was read.
    private(set) var hasTags = false
    /// The first tag that is not allowed.
    private(set) var dropped: Range<Int>?
    private(set) var droppedName = ""

    /// Elements that run code, load or send something, change the page's head, or show nothing of the text in them; no setting
    /// allows them.
    private static let refused: Set<String> = [
        "base", "button", "canvas", "datalist", "dialog", "embed", "form", "frame", "frameset", "iframe", "input",
        "link", "math", "meta", "noembed", "noframes", "noscript", "object", "portal", "script", "select", "style",
        "svg", "template", "textarea", "title", "xmp", "plaintext",
    ]
    private static let attributes: Set<String> = [
        "abbr", "alt", "class", "cite", "colspan", "datetime", "dir", "height", "href", "id", "lang", "open", "rowspan",
        "scope", "span", "src", "start", "title", "value", "width",
    ]

    init(_ text: [UInt8], _ range: Range<Int>, allowed: [String]) {
        self.text = text
        self.range = range
        self.allowed = allowed
    }

    mutating func run() {
        var index = range.lowerBound
        while index < range.upperBound, dropped == nil {
            guard text[index] == 0x3C else {
                appendText(text[index])
                index += 1
                continue
            }
            if let end = commentEnd(index) {
                index = end
            } else if let end = readTag(index) {
                hasTags = true
                index = end
            } else {
                appendText(0x3C)
                index += 1
            }
        }
    }

    private mutating func appendText(_ byte: UInt8) {
        plain.append(byte < 0x20 ? 0x20 : byte)
        switch byte {
        case 0x3C: output.append(contentsOf: "&lt;".utf8)
        case 0x3E: output.append(contentsOf: "&gt;".utf8)
        default: output.append(byte)
        }
    }

    /// Comments, processing instructions and declarations are dropped without a word.
    private func commentEnd(_ start: Int) -> Int? {
        guard start + 1 < range.upperBound, text[start + 1] == 0x21 || text[start + 1] == 0x3F else { return nil }
        let rest = text[start..<range.upperBound]
        let ending: [UInt8] =
            rest.starts(with: "<!--".utf8)
            ? Array("-->".utf8)
            : rest.starts(with: "<![CDATA[".utf8)
                ? Array("]]>".utf8) : text[start + 1] == 0x3F ? Array("?>".utf8) : [0x3E]
        var index = start + ending.count
        while index + ending.count <= range.upperBound {
            if text[index] == ending[0], text[index..<index + ending.count].elementsEqual(ending) {
                return index + ending.count
            }
            index += 1
        }
        return range.upperBound
    }

    private mutating func readTag(_ start: Int) -> Int? {
        var index = start + 1
        let isClosing = index < range.upperBound && text[index] == 0x2F
        if isClosing { index += 1 }
        let nameStart = index
        while index < range.upperBound, DirectiveScan.isNameByte(text[index]) { index += 1 }
        guard index > nameStart, Scalars.isASCIILetter(text[nameStart]) else { return nil }
        let name = String(decoding: text[nameStart..<index], as: UTF8.self).lowercased()
        let isAllowed = allowed.contains(name) && !Self.refused.contains(name)
        output.append(contentsOf: isClosing ? "</".utf8 : "<".utf8)
        output.append(contentsOf: name.utf8)
        while index < range.upperBound, text[index] != 0x3E {
            guard let next = readAttribute(index) else { break }
            index = next
        }
        let end = min(index + 1, range.upperBound)
        if !isAllowed || index >= range.upperBound || text[index] != 0x3E {
            dropped = start..<end
            droppedName = name
        }
        output.append(0x3E)
        return end
    }

    /// Reads one attribute, white space or a slash; writes it when it is allowed and harmless.
    private mutating func readAttribute(_ start: Int) -> Int? {
        var index = start
        let first = text[index]
        if first <= 0x20 || first == 0x2F { return index + 1 }
        while index < range.upperBound, text[index] > 0x20, ![0x3D, 0x3E, 0x2F, 0x22, 0x27].contains(text[index]) {
            index += 1
        }
        guard index > start else { return nil }
        let name = String(decoding: text[start..<index], as: UTF8.self).lowercased()
        var after = index
        while after < range.upperBound, text[after] <= 0x20 { after += 1 }
        guard after < range.upperBound, text[after] == 0x3D else {
            if Self.attributes.contains(name) { output.append(contentsOf: " \(name)".utf8) }
            return index
        }
        after += 1
        while after < range.upperBound, text[after] <= 0x20 { after += 1 }
        guard after < range.upperBound else { return nil }
        let value: Range<Int>
        if text[after] == 0x22 || text[after] == 0x27 {
            guard let close = text[after + 1..<range.upperBound].firstIndex(of: text[after]) else { return nil }
            value = after + 1..<close
            index = close + 1
        } else {
            index = after
            while index < range.upperBound, text[index] > 0x20, text[index] != 0x3E { index += 1 }
            value = after..<index
        }
        write(name, value)
        return index
    }

    private mutating func write(_ name: String, _ value: Range<Int>) {
        guard Self.attributes.contains(name) else { return }
        if ["href", "src", "cite"].contains(name) {
            // An entity or a control character may hide a scheme.
            let colon = text[value].firstIndex(of: 0x3A)
            let hides = text[value.lowerBound..<(colon ?? value.upperBound)].contains { $0 <= 0x20 || $0 == 0x26 }
            if hides || LinkScheme.isUnsafe(text[value]) { return }
        }
        output.append(contentsOf: " \(name)=\"".utf8)
        for byte in text[value] {
            switch byte {
            case 0x22: output.append(contentsOf: "&quot;".utf8)
            case 0x3C: output.append(contentsOf: "&lt;".utf8)
            case 0x3E: output.append(contentsOf: "&gt;".utf8)
            default: output.append(byte)
            }
        }
        output.append(0x22)
    }
}
