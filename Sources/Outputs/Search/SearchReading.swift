/// Reads the visible text of a finished page's `main`, with the rank of each block: `h1`, other headings, the short answer by its
/// id, `nav` and `aside`, and whatever a template marks with `data-search`; `none` leaves out.
struct SearchReading {
    private struct Open {
        let name: TagName
        let element: SearchElement
        /// Outside of it.
        let rank: SearchDocument.Rank
        let isHidden: Bool
    }

    private var scanner: MarkupScanner
    private var stack: [Open] = []
    private var rank = SearchDocument.Rank.body
    private var hidden = 0
    /// Lines, each with its rank before it.
    private(set) var lines: [UInt8] = []
    private(set) var hasTitle = false
    /// Where the line under way begins; its first byte is its rank.
    private var lineStart = 0
    private var hasSpace = false

    init(_ html: [UInt8]) {
        let start = Self.place(of: "<main", in: html, from: 0) ?? 0
        let end = Self.place(of: "</main", in: html, from: start) ?? html.count
        scanner = MarkupScanner(html, start..<end)
        lines.reserveCapacity((end - start) / 2)
    }

    mutating func read() {
        while let event = scanner.next() {
            switch event {
            case .text(let range): if hidden == 0 { append(range) }
            case .start(let tag): open(tag)
            case .end(let name): close(name)
            }
        }
        endLine()
    }
}

extension SearchReading {
    private mutating func open(_ tag: MarkupScanner.Tag) {
        let element = SearchElement.of(tag.name)
        if element.contains(.void) {
            if tag.name == MarkupNames.br { hasSpace = true }
            return
        }
        edge(of: element)
        let marks = mayBeMarked(tag)
        let mark = marks ? scanner.attribute("data-search", of: tag) : nil
        let isHidden =
            element.contains(.hidden) || mark == "none" || (marks && scanner.attribute("hidden", of: tag) != nil)
        stack.append(Open(name: tag.name, element: element, rank: rank, isHidden: isHidden))
        if isHidden { hidden += 1 }
        if let inner = (marks ? markedRank(of: tag, mark) : nil) ?? ownRank(of: element), inner != rank {
            endLine()
            rank = inner
        }
    }

    /// The rank that a template gives an element.
    private func markedRank(of tag: MarkupScanner.Tag, _ mark: String?) -> SearchDocument.Rank? {
        if let mark { return SearchDocument.Rank(name: mark) }
        return scanner.attribute("id", of: tag) == "answer" ? .answer : nil
    }

    private func ownRank(of element: SearchElement) -> SearchDocument.Rank? {
        if rank == .margin { return nil }
        if element.contains(.margin) { return .margin }
        if element.contains(.title) { return .title }
        return element.contains(.heading) ? .heading : nil
    }

    /// Whether attributes are worth a look: most name none of those that count.
    private func mayBeMarked(_ tag: MarkupScanner.Tag) -> Bool {
        var isBegin = true
        for index in tag.attributes {
            let byte = scanner.bytes[index]
            // Of `data-search`, `hidden`, `id`.
            if isBegin, byte == 0x64 || byte == 0x68 || byte == 0x69 { return true }
            isBegin = byte <= 0x20
        }
        return false
    }

    private mutating func close(_ name: TagName) {
        guard let position = stack.lastIndex(where: { $0.name == name }) else { return }
        while stack.count > position, let last = stack.popLast() {
            if last.isHidden { hidden -= 1 }
            if rank != last.rank { endLine() } else { edge(of: last.element) }
            rank = last.rank
        }
    }

    /// Where an element begins or ends: a new line, for the cells of a table a space.
    private mutating func edge(of element: SearchElement) {
        if element.contains(.cell) { hasSpace = true } else if element.contains(.block) { endLine() }
    }

    private mutating func endLine() {
        hasSpace = false
        guard lines.count > lineStart else { return }
        lines.append(0x0A)
        lineStart = lines.count
    }

    private mutating func append(_ range: Range<Int>) {
        var index = range.lowerBound
        while index < range.upperBound {
            let byte = scanner.bytes[index]
            if byte <= 0x20 || byte == 0x7F {
                hasSpace = true
                index += 1
            } else if byte == 0x26,
                let (scalar, length) = MarkupScanner.reference(in: scanner.bytes[index..<range.upperBound])
            {
                appendScalar(scalar)
                index += length
            } else {
                let start = index
                index += 1
                while index < range.upperBound, scanner.bytes[index] > 0x20, scanner.bytes[index] != 0x26,
                    scanner.bytes[index] != 0x7F
                {
                    index += 1
                }
                beginWord()
                lines.append(contentsOf: scanner.bytes[start..<index])
            }
        }
    }

    private mutating func appendScalar(_ scalar: Unicode.Scalar) {
        if scalar.value <= 0x20 || scalar.value == 0x7F {
            hasSpace = true
            return
        }
        beginWord()
        lines.append(contentsOf: Character(scalar).utf8)
    }

    private mutating func beginWord() {
        if lines.count == lineStart {
            lines.append(rank.digit)
            if rank == .title { hasTitle = true }
        } else if hasSpace {
            lines.append(0x20)
        }
        hasSpace = false
    }

    private static func place(of word: StaticString, in bytes: [UInt8], from start: Int) -> Int? {
        word.withUTF8Buffer { word in
            var place = start
            while place + word.count <= bytes.count {
                if bytes[place] == word[0], word.indices.allSatisfy({ bytes[place + $0] == word[$0] }) { return place }
                place += 1
            }
            return nil
        }
    }
}
