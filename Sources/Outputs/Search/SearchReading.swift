import Bytes

/// What takes the visible text of a page as it is read.
protocol SearchSink: ~Copyable {
    /// Begins a page of at most so many bytes of text.
    mutating func begin(_ size: Int)

    /// Takes text up to the next less-than sign.
    /// - Returns: where that stands, or the end.
    mutating func text(_ html: Span<UInt8>, from start: Int, _ rank: SearchRank) -> Int

    /// What follows stands in another block.
    mutating func endLine()

    /// What follows stands apart.
    mutating func space()

    /// Whether some text was a title.
    var hasTitle: Bool { get }
}

/// Reads the visible text of a finished page's `main` with the rank of each block: `h1`, other headings, the short answer by its
/// id, `aside`, and whatever a template marks with `data-search`; `data-search="none"`, `nav` and buttons are left out.
///
/// One pass over the bytes; its memory serves one page after another. `assets/search.js` reads the same text from the page.
struct SearchReading<Sink: SearchSink & ~Copyable>: ~Copyable {
    /// An element that changes what the text in it counts, or one of its name inside of it.
    private struct Open {
        let name: UInt64
        /// Outside of it.
        let rank: SearchRank
        let isHidden: Bool
    }

    private let elements = SearchElements.all
    private var stack: [Open] = []
    private var rank = SearchRank.body
    private var hidden = 0
    var sink: Sink

    init(_ sink: consuming Sink) { self.sink = sink }

    /// What a page is called ends the text of one that has no heading.
    mutating func read(_ html: Span<UInt8>) {
        stack.removeAll(keepingCapacity: true)
        (rank, hidden) = (.body, 0)
        let start = SearchMarkup.place(of: "<main", in: html, from: 0) ?? 0
        let end = SearchMarkup.lastEndOfMain(in: html, from: start) ?? html.count
        sink.begin(html.count)
        walk(html.extracting(start..<end))
        sink.endLine()
        if !sink.hasTitle, let title = SearchMarkup.place(of: "<title>", in: html, from: 0) {
            _ = sink.text(html, from: title + 7, .title)
            sink.endLine()
        }
    }

    private mutating func walk(_ html: Span<UInt8>) {
        var index = 0
        while index < html.count {
            if html[index] == 0x3C {
                guard index + 1 < html.count else { return }
                index = markup(html, index)
            } else if hidden == 0 {
                index = sink.text(html, from: index, rank)
            } else {
                index = html.place(of: 0x3C, from: index)
            }
        }
    }
}

/// Markup.
extension SearchReading where Sink: ~Copyable {
    /// - Returns: the place behind what begins with a less-than sign.
    private mutating func markup(_ html: Span<UInt8>, _ start: Int) -> Int {
        let byte = html[start + 1]
        if byte == 0x2F {
            var index = start + 2
            close(SearchMarkup.name(html, &index))
            return SearchMarkup.behind(0x3E, html, index)
        }
        if byte | 0x20 &- 0x61 < 26 { return open(html, start + 1) }
        if byte == 0x21 || byte == 0x3F { return SearchMarkup.endOfDeclaration(html, start) }
        return start + 1
    }

    private mutating func open(_ html: Span<UInt8>, _ start: Int) -> Int {
        var index = start
        let name = SearchMarkup.name(html, &index)
        let element = elements[name]
        var marks = SearchMarkup.Marks()
        if index < html.count, html[index] == 0x3E {
            index += 1
        } else {
            index = SearchMarkup.attributes(html, index, &marks)
        }
        edge(of: element)
        if element.contains(.void) {
            if name == 0x6272 { space() }
            return index
        }
        let isHidden = marks.isHidden || (element.contains(.hidden) && marks.rank == nil)
        let inner = isHidden || hidden > 0 ? rank : marks.rank ?? ownRank(of: element)
        if isHidden || inner != rank || isOpen(name) {
            stack.append(Open(name: name, rank: rank, isHidden: isHidden))
            if isHidden { hidden += 1 }
            change(to: inner)
        }
        return element.contains(.raw) ? SearchMarkup.endOfRaw(name, html, index) : index
    }

    /// Elements that change nothing are not noted, save those whose end could be taken for that of one that does.
    @inline(__always)
    private func isOpen(_ name: UInt64) -> Bool {
        for position in stack.indices where stack[position].name == name { return true }
        return false
    }

    private func ownRank(of element: SearchElement) -> SearchRank {
        if element.isDisjoint(with: [.margin, .title, .heading]) || rank == .margin { return rank }
        return element.contains(.margin) ? .margin : element.contains(.title) ? .title : .heading
    }

    @inline(__always)
    private mutating func close(_ name: UInt64) {
        var position = stack.count - 1
        while position >= 0, stack[position].name != name { position -= 1 }
        if position >= 0 { close(from: position) }
        edge(of: elements[name])
    }

    private mutating func close(from position: Int) {
        while stack.count > position, let last = stack.popLast() {
            if last.isHidden { hidden -= 1 }
            change(to: last.rank)
        }
    }

    private mutating func change(to other: SearchRank) {
        if other != rank { sink.endLine() }
        rank = other
    }

    /// Where an element begins or ends: a new line, for the cells of a table a space.
    @inline(__always)
    private mutating func edge(of element: SearchElement) {
        if hidden > 0 { return }
        if element.contains(.block) { sink.endLine() } else if element.contains(.cell) { sink.space() }
    }

    private mutating func space() { if hidden == 0 { sink.space() } }
}
