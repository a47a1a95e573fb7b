/// Finds the prose of a Markdown text by its lines and marks, roughly as CommonMark says. Nothing is moved: a place in the
/// result is the place in the text.
struct ProseScan {
    var prose: [UInt8]
    var blocks: [CheckedText.Block] = []
    var links: [CheckedText.Link] = []
    var bareImages: [Range<Int>] = []
    var facts: [Range<Int>] = []

    private var open: CheckedText.Block?
    private var fence: (mark: UInt8, length: Int)?
    private var isInList = false
    /// Between where a byte was sought last, and where it was found.
    var sought: [UInt8: (start: Int, end: Int, place: Int?)] = [:]
    /// The containers around the line: how many colons, and whether it marks a language.
    private var containers: [(colons: Int, isLanguage: Bool)] = []

    init(_ text: [UInt8]) { prose = text }

    /// - Parameter isBody: whether the text has blocks; a field is one paragraph.
    mutating func run(isBody: Bool) {
        if isBody {
            var line = 0
            while line < prose.count {
                let end = prose[line...].firstIndex(of: 0x0A) ?? prose.count
                read(line..<end)
                line = end + 1
            }
            close()
        } else if !prose.isEmpty {
            blocks = [CheckedText.Block(kind: .paragraph, range: 0..<prose.count)]
        }
        for block in blocks { readInline(block.range) }
    }
}

extension ProseScan {
    private mutating func close() {
        if let open { blocks.append(open) }
        open = nil
    }

    mutating func blot(_ range: Range<Int>, _ mark: UInt8 = CheckedText.opaque) {
        for index in range where prose[index] != 0x0A { prose[index] = mark }
    }

    private mutating func read(_ line: Range<Int>) {
        var start = line.lowerBound
        while start < line.upperBound, prose[start] == 0x20 || prose[start] == 0x09 || prose[start] == 0x0D {
            start += 1
        }
        if readFence(start..<line.upperBound, line) { return }
        if start == line.upperBound { return close() }
        if readContainer(start..<line.upperBound, line) { return }
        if containers.contains(where: \.isLanguage) { return blot(line) }
        let indent = start - line.lowerBound
        if indent >= 4 || prose[line.lowerBound] == 0x09, open == nil, !isInList { return blot(line) }
        if indent == 0, open == nil { isInList = false }
        var isQuote = false
        while start < line.upperBound, prose[start] == 0x3E || isQuote && prose[start] == 0x20 {
            isQuote = true
            prose[start] = CheckedText.unseen
            start += 1
        }
        if isQuote, start == line.upperBound { return close() }
        readBlock(start..<line.upperBound, isQuote: isQuote)
    }

    private mutating func readBlock(_ line: Range<Int>, isQuote: Bool) {
        let (start, end) = (line.lowerBound, line.upperBound)
        switch prose[start] {
        case 0x23:
            let level = run(of: 0x23, from: start, to: end)
            let next = start + level
            if level <= 6, next == end || prose[next] == 0x20 {
                close()
                blot(start..<next, CheckedText.unseen)
                blotAttributes(line)
                blocks.append(CheckedText.Block(kind: .heading(level), range: line))
                return
            }
        case 0x7C:
            close()
            let isRule = prose[line].allSatisfy { [0x7C, 0x2D, 0x3A, 0x20, 0x0D].contains($0) }
            for index in line where isRule || prose[index] == 0x7C { prose[index] = CheckedText.opaque }
            if !isRule { blocks.append(CheckedText.Block(kind: .row, range: line)) }
            return
        case 0x3D, 0x2D:
            if prose[line].allSatisfy({ $0 == prose[start] || $0 == 0x20 || $0 == 0x0D }), line.count > 1 {
                let level = prose[start] == 0x3D ? 1 : 2
                if open?.kind == .paragraph { open?.kind = .heading(level) }
                close()
                return blot(line)
            }
        case 0x5B:
            if let label = prose[line].firstIndex(of: 0x5D), label + 1 < end, prose[label + 1] == 0x3A {
                close()
                let target = prose[(label + 2)..<end].drop { $0 == 0x20 }.prefix { $0 > 0x20 }
                links.append(CheckedText.Link(destination: String(decoding: target, as: UTF8.self), range: line))
                return blot(line)
            }
        default: break
        }
        if let marker = listMarker(line) {
            close()
            isInList = true
            blot(start..<marker, CheckedText.unseen)
            open = CheckedText.Block(kind: .item, range: marker..<end)
        } else if let block = open {
            open?.range = block.range.lowerBound..<end
        } else {
            open = CheckedText.Block(kind: isQuote ? .quote : isInList ? .item : .paragraph, range: line)
        }
    }

    /// The end of a list mark; nil when there is none.
    private func listMarker(_ line: Range<Int>) -> Int? {
        var index = line.lowerBound
        let first = prose[index]
        if first == 0x2D || first == 0x2A || first == 0x2B {
            index += 1
        } else {
            while index < line.upperBound, (0x30...0x39).contains(prose[index]) { index += 1 }
            let digits = index - line.lowerBound
            guard (1...9).contains(digits), index < line.upperBound, prose[index] == 0x2E || prose[index] == 0x29 else {
                return nil
            }
            index += 1
        }
        guard index < line.upperBound, prose[index] == 0x20 || prose[index] == 0x09 else { return nil }
        return index + 1
    }

    /// `{#id}` behind a heading.
    private mutating func blotAttributes(_ line: Range<Int>) {
        guard let brace = prose[line].lastIndex(of: 0x7B),
            prose[line].last == 0x7D || prose[line].dropLast().last == 0x7D
        else { return }
        blot(brace..<line.upperBound)
    }

    private func run(of mark: UInt8, from start: Int, to end: Int) -> Int {
        var index = start
        while index < end, prose[index] == mark { index += 1 }
        return index - start
    }

    /// Whether the line belongs to a fenced code.
    private mutating func readFence(_ content: Range<Int>, _ line: Range<Int>) -> Bool {
        var start = content.lowerBound
        while start < content.upperBound, prose[start] == 0x3E || prose[start] == 0x20 { start += 1 }
        let mark = start < content.upperBound ? prose[start] : 0
        let length = mark == 0x60 || mark == 0x7E ? run(of: mark, from: start, to: content.upperBound) : 0
        if let fence {
            if mark == fence.mark, length >= fence.length { self.fence = nil }
            blot(line)
            return true
        }
        guard length >= 3, mark == 0x7E || !prose[(start + length)..<content.upperBound].contains(0x60) else {
            return false
        }
        close()
        fence = (mark, length)
        blot(line)
        return true
    }

    /// Whether the line opens or closes a container, or is a directive as a whole.
    private mutating func readContainer(_ content: Range<Int>, _ line: Range<Int>) -> Bool {
        let colons = run(of: 0x3A, from: content.lowerBound, to: content.upperBound)
        guard colons >= 2 else { return false }
        close()
        let rest = prose[(content.lowerBound + colons)..<content.upperBound].drop { $0 == 0x20 }
        if colons > 2 {
            if rest.allSatisfy({ $0 <= 0x20 }) {
                if let last = containers.lastIndex(where: { $0.colons <= colons }) {
                    containers.removeSubrange(last...)
                }
            } else {
                let name = rest.prefix { Letters.isWord($0) || $0 == 0x2D }
                containers.append((colons, name.elementsEqual("lang".utf8)))
            }
        }
        blot(line)
        return true
    }
}
