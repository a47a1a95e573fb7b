import Glibc
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
        let tags = links.passedOver
        unsafe html.withUnsafeBufferPointer { text in
            unsafe trie.withStarts { starts in unsafe tags.withStarts { tags in unsafe scan(text, starts, tags) } }
        }
    }

    private mutating func scan(
        _ text: UnsafeBufferPointer<UInt8>, _ starts: TermTrie.Starts, _ tags: UnsafePointer<UInt64>
    ) {
        guard let bytes = text.baseAddress else { return }
        // Three bytes may be read from every place before the end, and eight before the safe end.
        let (end, safeEnd) = (text.count - 2, text.count - 7)
        var index = 0
        while index < end {
            let byte = unsafe bytes[index]
            if byte >= TermTrie.wide {
                if index < safeEnd {
                    let eight = unsafe UnsafeRawPointer(bytes + index).loadUnaligned(as: UInt64.self)
                    let next = UInt32(truncatingIfNeeded: eight >> 24)
                    // No name begins with either of two characters whose second one none begins with or goes on with.
                    if UInt8(truncatingIfNeeded: next) >= TermTrie.wide, unsafe starts.marks(next) == 0 {
                        index += 6
                        continue
                    }
                    if unsafe starts.marks(UInt32(truncatingIfNeeded: eight)) & 1 == 0 {
                        index += 3
                        continue
                    }
                }
                if unsafe !match(text, &index) { index += 3 }
            } else if unsafe starts.isWord(byte) {
                if unsafe starts.mayBeginNarrow(bytes, index), unsafe match(text, &index) { continue }
                repeat { index += 1 } while unsafe index < end && starts.isWord(bytes[index])
            } else if byte == 0x3C {
                let pair = unsafe Int(bytes[index + 1]) << 8 | Int(bytes[index + 2])
                let mayBePassedOver = unsafe tags[pair >> 6] & (1 << UInt64(pair & 63)) != 0
                index = unsafe mayBePassedOver ? behindElement(text, index) : endOfTag(text, index + 1)
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
    struct PassedOver: Sendable {
        private let names: [UInt64]
        /// A bit for each pair of bytes with which the tag of one of them begins. Most tags end an element, or begin one whose
        /// words count.
        private let starts: [UInt64]

        init() {
            let words = [
                "a", "code", "pre", "kbd", "samp", "h1", "h2", "h3", "h4", "h5", "h6", "th", "dt", "dfn", "svg",
                "button",
                "summary", "caption", "figcaption", "data", "label", "cite", "script", "style",
            ]
            names = words.map { word in word.utf8.reduce(0) { $0 << 8 | UInt64($1) } }
            var starts = [UInt64](repeating: 0, count: 1024)
            for word in words {
                let letters = Array(word.utf8)
                // A name of one letter ends there, or its attributes begin.
                for second in letters.count > 1 ? [letters[1]] : [0x20, 0x3E, 0x0A] {
                    let pair = Int(letters[0]) << 8 | Int(second)
                    starts[pair >> 6] |= 1 << UInt64(pair & 63)
                }
            }
            self.starts = starts
        }

        func withStarts(_ body: (UnsafePointer<UInt64>) -> Void) {
            unsafe starts.withUnsafeBufferPointer { starts in
                if let base = starts.baseAddress { unsafe body(base) }
            }
        }

        func contains(_ name: UInt64) -> Bool { names.contains(name) }
    }

    private static let a: UInt64 = 0x61
    private static let h2: UInt64 = 0x6832

    /// The place behind a tag, or behind the words of its element when those are passed over.
    private mutating func behindElement(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
        var nameEnd = start + 1
        var name: UInt64 = 0
        while unsafe nameEnd < text.count && TermTrie.isWord(text[nameEnd]) {
            name = unsafe name << 8 | UInt64(text[nameEnd])
            nameEnd += 1
        }
        let tagEnd = unsafe endOfTag(text, nameEnd)
        guard links.passedOver.contains(name) else { return tagEnd }
        if name == Self.h2 { used.removeAll(keepingCapacity: true) }
        if name == Self.a { unsafe noteLink(text, nameEnd, tagEnd) }
        return unsafe endOfElement(text, start + 1..<nameEnd, from: tagEnd)
    }

    /// The place behind `>`; one inside quotes doesn't count.
    @inline(__always)
    private func endOfTag(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
        guard let bytes = text.baseAddress else { return start }
        var index = start
        while index < text.count {
            if index + 8 <= text.count {
                let eight = unsafe UnsafeRawPointer(bytes + index).loadUnaligned(as: UInt64.self)
                let found =
                    Self.places(of: 0x3E, in: eight) | Self.places(of: 0x22, in: eight)
                    | Self.places(of: 0x27, in: eight)
                index += found.trailingZeroBitCount >> 3
                if found == 0 { continue }
            }
            let byte = unsafe bytes[index]
            index += 1
            if byte == 0x3E { return index }
            guard byte == 0x22 || byte == 0x27 else { continue }
            guard let end = unsafe memchr(bytes + index, Int32(byte), text.count - index) else { break }
            index = unsafe UnsafeRawPointer(end) - UnsafeRawPointer(bytes) + 1
        }
        return text.count
    }

    /// The highest bit of the first byte of a number that is the given one; above it there may be more bits.
    @inline(__always)
    private static func places(of byte: UInt64, in eight: UInt64) -> UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let others = eight ^ (byte &* ones)
        return (others &- ones) & ~others & 0x8080_8080_8080_8080
    }

    /// The place of the end tag of an element; elements of one name don't nest here.
    private func endOfElement(_ text: UnsafeBufferPointer<UInt8>, _ name: Range<Int>, from start: Int) -> Int {
        guard let bytes = text.baseAddress else { return start }
        var index = start
        let last = text.count - name.count - 2
        while index < last {
            guard let found = unsafe memchr(bytes + index, 0x3C, last - index) else { break }
            index = unsafe UnsafeRawPointer(found) - UnsafeRawPointer(bytes)
            if unsafe bytes[index + 1] == 0x2F {
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
        // The address is the first attribute of almost every link.
        var place = start
        while place + 6 < tagEnd {
            if unsafe text[place] == 0x68 && text[place + 5] == 0x22 && Self.begins(text, place, Self.href) { break }
            place += 1
        }
        place += Self.href.count
        guard place < tagEnd, unsafe Self.begins(text, place, links.addressStart) else { return }
        var end = place
        while unsafe end < tagEnd && text[end] != 0x22 && text[end] != 0x23 { end += 1 }
        guard let term = unsafe links.term(at: Array(text[place..<end])[...]) else { return }
        if !used.contains(term) { used.append(term) }
        changes.append(.describe(at: tagEnd - 1, term: term))
    }

    private static let href = Array("href=\"".utf8)

    private static func begins(_ text: UnsafeBufferPointer<UInt8>, _ place: Int, _ start: [UInt8]) -> Bool {
        guard place + start.count <= text.count else { return false }
        for offset in start.indices where unsafe text[place + offset] != start[offset] { return false }
        return true
    }
}
