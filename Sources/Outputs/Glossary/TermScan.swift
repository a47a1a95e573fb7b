import SiteModel

/// Finds the places of one HTML text where terms are to be linked.
@safe
struct TermScan {
    private let links: GlossaryLinks
    /// The page whose own name is not linked.
    private let page: PageIndex
    /// The terms that the section under way has linked.
    private var used: [Int] = []
    private(set) var changes: [GlossaryLinks.Change] = []

    init(_ links: GlossaryLinks, on page: PageIndex) {
        self.links = links
        self.page = page
    }

    func page(of change: GlossaryLinks.Change) -> PageIndex {
        switch change {
        case .link(_, _, let term), .describe(_, let term): links.page(of: term)
        }
    }

    /// The HTML in which the changes were found, with them.
    func linked(_ html: [UInt8]) -> [UInt8] { links.apply(changes, to: html) }

    /// Finds the changes of a text that goes on with the section of the one before.
    mutating func find(in html: [UInt8]) {
        changes.removeAll(keepingCapacity: true)
        let trie = links.trie
        unsafe html.withUnsafeBufferPointer { text in
            unsafe trie.withStarts { starts in unsafe scan(text, starts) }
        }
    }

    private mutating func scan(_ text: UnsafeBufferPointer<UInt8>, _ starts: TermTrie.Starts) {
        // Three bytes may be read from every place before the end.
        let end = text.count - 2
        var index = 0
        while index < end {
            let byte = unsafe text[index]
            if byte >= 0xE0 {
                if unsafe starts.mayBeginWide(text, index), unsafe match(text, &index) { continue }
                index += 3
            } else if TermTrie.isWord(byte) {
                if unsafe starts.mayBeginNarrow(text, index), unsafe match(text, &index) { continue }
                repeat { index += 1 } while unsafe index < end && TermTrie.isWord(text[index])
            } else if byte == 0x3C {
                index = unsafe afterTag(text, index)
            } else {
                index += 1
            }
        }
    }

    /// Notes the longest name at a place and goes behind it.
    private mutating func match(_ text: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> Bool {
        guard let found = unsafe links.trie.longest(text, from: index, to: text.count) else { return false }
        if links.page(of: found.term) != page, !used.contains(found.term) {
            used.append(found.term)
            changes.append(.link(start: index, length: found.length, term: found.term))
        }
        index += found.length
        return true
    }
}

/// Tags, and the elements that are passed over.
extension TermScan {
    /// Elements whose words are no running text. A name is a number made of its last eight letters.
    private enum Name {
        static let a: UInt64 = 0x61
        static let h2: UInt64 = 0x6832
        private static let words = [
            "a", "code", "pre", "kbd", "samp", "h1", "h2", "h3", "h4", "h5", "h6", "th", "dt", "dfn", "svg", "button",
            "summary", "caption", "figcaption", "data", "label", "cite", "script", "style",
        ]
        static let passedOver: [UInt64] = words.map { word in word.utf8.reduce(0) { $0 << 8 | UInt64($1) } }
        /// A bit for each letter with which one of them begins.
        static let initials: UInt32 = words.reduce(0) { $0 | 1 << UInt32(($1.utf8.first ?? 0) & 31) }
    }

    /// The place behind a tag, or behind the words of its element when those are passed over.
    private mutating func afterTag(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
        var nameEnd = start + 1
        // Most tags end an element, or begin one whose words count.
        let isPlain = unsafe Name.initials & (1 << UInt32(text[nameEnd] & 31)) == 0 || text[nameEnd] == 0x2F
        var name: UInt64 = 0
        if !isPlain {
            while unsafe nameEnd < text.count && TermTrie.isWord(text[nameEnd]) {
                name = unsafe name << 8 | UInt64(text[nameEnd])
                nameEnd += 1
            }
        }
        let tagEnd = unsafe endOfTag(text, nameEnd)
        guard name != 0, Name.passedOver.contains(name) else { return tagEnd }
        if name == Name.h2 { used.removeAll(keepingCapacity: true) }
        if name == Name.a { unsafe noteLink(text, nameEnd, tagEnd) }
        return unsafe endOfElement(text, start + 1..<nameEnd, from: tagEnd)
    }

    /// The place behind `>`; one inside quotes doesn't count.
    private func endOfTag(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
        var index = start
        var quote: UInt8 = 0
        while index < text.count {
            let byte = unsafe text[index]
            index += 1
            if quote != 0 {
                if byte == quote { quote = 0 }
            } else if byte == 0x3E {
                return index
            } else if byte == 0x22 || byte == 0x27 {
                quote = byte
            }
        }
        return text.count
    }

    /// The place of the end tag of an element; elements of one name don't nest here.
    private func endOfElement(_ text: UnsafeBufferPointer<UInt8>, _ name: Range<Int>, from start: Int) -> Int {
        var index = start
        let last = text.count - name.count - 2
        while index < last {
            if unsafe text[index] == 0x3C && text[index + 1] == 0x2F {
                var offset = 0
                while unsafe offset < name.count && text[index + 2 + offset] == text[name.lowerBound + offset] {
                    offset += 1
                }
                if unsafe offset == name.count && !TermTrie.isWord(text[index + 2 + offset]) { return index }
            }
            index += 1
        }
        return text.count
    }

    /// A link to a term that the text has already: its first use, which gets the definition.
    private mutating func noteLink(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ tagEnd: Int) {
        let tag = unsafe Array(text[start..<tagEnd])
        let mark = Array("href=\"".utf8)
        guard let place = tag.indices.first(where: { tag[$0...].starts(with: mark) }) else { return }
        let address = tag[(place + mark.count)...].prefix { $0 != 0x22 && $0 != 0x23 }
        guard address.starts(with: links.addressStart), let term = links.term(at: address) else { return }
        if !used.contains(term) { used.append(term) }
        changes.append(.describe(at: tagEnd - 1, term: term))
    }
}
