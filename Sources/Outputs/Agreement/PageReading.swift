import Bytes
import SiteModel

/// Reads a finished page in one pass: the open elements on a stack, the visible text in one run of bytes.
struct PageReading {
    private struct Open {
        let name: TagName
        /// Where its text begins.
        let start: Int
        let isHidden: Bool
        var subject: Subject = .nothing
        /// The id of an element that shows a change.
        var change: String?
    }

    /// What the text of an element is wanted for.
    private enum Subject {
        case nothing, title, answer, breadcrumbItem, main, data
        case heading(Int)
        case item(list: Int)
        case list(Int)
        case link(String)
        case price(MarkupScanner.Tag)
        case row(firstPrice: Int)
        case pre
    }

    private var scanner: MarkupScanner
    private var page = ReadPage()
    private var stack: [Open] = []
    private var hidden = 0
    private var navigations = 0
    private var hasBreadcrumb = false
    private var isBreadcrumb = false
    private var isInMain = false

    init(_ html: [UInt8]) {
        scanner = MarkupScanner(html)
        page.size = html.count
        page.text.reserveCapacity(html.count / 2)
    }

    mutating func read() -> ReadPage {
        while let event = scanner.next() {
            switch event {
            case .start(let tag): open(tag)
            case .end(let name): close(name)
            case .text(let range): text(range)
            }
        }
        while let last = stack.popLast() { finish(last) }
        return page
    }
}

extension PageReading {
    private mutating func text(_ range: Range<Int>) {
        guard let top = stack.last else { return }
        switch top.subject {
        case .data: page.structuredData.append(Array(scanner.bytes[range]))
        case .title: page.title = (page.title ?? "") + scanner.decoded(range)
        default:
            guard hidden == 0 else { return }
            var last = page.text.last ?? 0x0A
            // A closure can't hold `self`; the text is lent to it.
            var text: [UInt8] = []
            swap(&text, &page.text)
            scanner.append(range) { byte in
                let isSpace = byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D
                if isSpace, last == 0x20 || last == 0x0A { return }
                last = isSpace ? 0x20 : byte
                text.append(last)
            }
            swap(&text, &page.text)
        }
    }

    private mutating func lineBreak() {
        guard let last = page.text.last, last != 0x0A else { return }
        if last == 0x20 { page.text[page.text.count - 1] = 0x0A } else { page.text.append(0x0A) }
    }

    private mutating func open(_ tag: MarkupScanner.Tag) {
        let id = scanner.attribute("id", of: tag)
        if let id { page.identifiers.insert(id) }
        if MarkupNames.void.contains(tag.name) { return readVoid(tag) }
        if MarkupNames.blocks.contains(tag.name) { lineBreak() }
        let isHidden = MarkupNames.hidden.contains(tag.name) || scanner.attribute("hidden", of: tag) != nil
        if isHidden { hidden += 1 }
        var element = Open(name: tag.name, start: page.text.count, isHidden: isHidden)
        element.subject = subject(of: tag)
        if let id, id.hasPrefix(PageChange.idStart) { element.change = id }
        stack.append(element)
    }

    private mutating func subject(of tag: MarkupScanner.Tag) -> Subject {
        if scanner.attribute("id", of: tag) == "answer" { return .answer }
        switch tag.name {
        case MarkupNames.html: page.language = scanner.attribute("lang", of: tag)
        case MarkupNames.title where stack.contains { $0.name == MarkupNames.head }: return .title
        case .script:
            return scanner.attribute("type", of: tag) == "application/ld+json" ? .data : .nothing
        case MarkupNames.main:
            isInMain = true
            return .main
        case MarkupNames.nav:
            navigations += 1
        case MarkupNames.ol where navigations > 0 && !hasBreadcrumb:
            hasBreadcrumb = true
            isBreadcrumb = true
        case MarkupNames.li where isBreadcrumb: return .breadcrumbItem
        case MarkupNames.ol where navigations == 0, MarkupNames.ul where navigations == 0:
            page.lists.append([])
            return .list(page.lists.count - 1)
        case MarkupNames.li:
            if case .list(let list)? = stack.last?.subject { return .item(list: list) }
        case MarkupNames.div: if scanner.attribute("class", of: tag) == "tabs" { page.hasTabs = true }
        case MarkupNames.time: noteTime(scanner.attribute("datetime", of: tag) ?? "")
        case MarkupNames.a: return scanner.attribute("href", of: tag).map { .link($0) } ?? .nothing
        case MarkupNames.data:
            return scanner.attribute("data-model", of: tag) == nil ? .nothing : .price(tag)
        case MarkupNames.tr: return .row(firstPrice: page.prices.count)
        case MarkupNames.pre: return .pre
        case MarkupNames.code:
            if case .pre? = stack.last?.subject { page.codeClasses.append(scanner.attribute("class", of: tag) ?? "") }
        default: if let level = MarkupNames.level(of: tag.name) { return .heading(level) }
        }
        return .nothing
    }

    private mutating func noteTime(_ time: String) {
        page.times.append(time)
        if isInMain, hidden == 0, !page.headings.contains(where: { $0.level > 1 }) { page.openingTimes.append(time) }
    }

    private mutating func readVoid(_ tag: MarkupScanner.Tag) {
        switch tag.name {
        case MarkupNames.br: if hidden == 0, page.text.last != 0x20, page.text.last != 0x0A { page.text.append(0x20) }
        case MarkupNames.img:
            let words = scanner.attribute("alt", of: tag)
            page.alternatives.append(words)
            if let source = scanner.attribute("src", of: tag) { page.images.append(source) }
            if hidden == 0, let words { page.text += Array(words.utf8) }
        case MarkupNames.meta:
            let name = scanner.attribute("name", of: tag) ?? scanner.attribute("property", of: tag)
            if let name, page.meta[name] == nil { page.meta[name] = scanner.attribute("content", of: tag) ?? "" }
            if scanner.attribute("charset", of: tag) != nil {
                page.meta["charset"] = scanner.attribute("charset", of: tag)
            }
        case MarkupNames.link:
            let relation = scanner.attribute("rel", of: tag) ?? ""
            let target = scanner.attribute("href", of: tag) ?? ""
            if relation == "canonical" { page.canonical = target }
            page.headLinks.append((relation, scanner.attribute("type", of: tag) ?? "", target))
        default: break
        }
    }

    private func price(_ tag: MarkupScanner.Tag, _ text: String) -> ReadPage.Price {
        func attribute(_ name: StaticString) -> String? { scanner.attribute(name, of: tag) }
        return ReadPage.Price(
            model: attribute("data-model") ?? "", meter: attribute("data-meter") ?? "", group: attribute("data-group"),
            tier: attribute("data-tier"), state: attribute("data-state") ?? "",
            isConfirmed: attribute("data-confirmed") != "false", value: attribute("value"), text: text)
    }

    private mutating func close(_ name: TagName) {
        guard let position = stack.lastIndex(where: { $0.name == name }) else { return }
        while stack.count > position, let last = stack.popLast() { finish(last) }
    }

    /// Without spaces and line breaks at both ends.
    private static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var text = text
        while let first = text.first, first == 0x20 || first == 0x0A { text = text.dropFirst() }
        while let last = text.last, last == 0x20 || last == 0x0A { text = text.dropLast() }
        return text
    }

    private mutating func finish(_ element: Open) {
        let text = { (page: borrowing ReadPage) in
            String(decoding: Self.trimmed(page.text[min(element.start, page.text.count)...]), as: UTF8.self)
        }
        switch element.subject {
        case .nothing, .title, .data, .pre, .list: break
        case .item(let list): page.lists[list].append(text(page))
        case .answer: if page.answer == nil { page.answer = text(page) }
        case .breadcrumbItem: page.breadcrumb.append(text(page))
        case .main:
            page.main = element.start..<page.text.count
            isInMain = false
        case .heading(let level): if hidden == 0 { page.headings.append(.init(level: level, text: text(page))) }
        case .link(let target):
            let isInText = isInMain && hidden == 0 && navigations == 0
            page.links.append(.init(target: target, text: text(page), isInMain: isInText))
            if isBreadcrumb { page.breadcrumbTargets.append(target) }
        case .price(let tag): page.prices.append(price(tag, text(page)))
        case .row(let first) where first < page.prices.count:
            let cells = page.text[min(element.start, page.text.count)...].split(separator: 0x0A)
                .map { String(decoding: Self.trimmed($0), as: UTF8.self) }
            page.priceRows.append(.init(cells: cells, prices: first..<page.prices.count))
        case .row: break
        }
        if let change = element.change { page.changes[change] = text(page) }
        if element.isHidden { hidden -= 1 }
        if element.name == MarkupNames.nav { navigations -= 1 }
        if element.name == MarkupNames.ol { isBreadcrumb = false }
        if MarkupNames.blocks.contains(element.name) { lineBreak() }
    }
}

/// The elements that reading a page tells apart.
enum MarkupNames {
    static let html = TagName("html")
    static let head = TagName("head")
    static let title = TagName("title")
    static let main = TagName("main")
    static let nav = TagName("nav")
    static let div = TagName("div")
    static let ol = TagName("ol")
    static let ul = TagName("ul")
    static let li = TagName("li")
    static let time = TagName("time")
    static let tr = TagName("tr")
    static let a = TagName("a")
    static let data = TagName("data")
    static let pre = TagName("pre")
    static let code = TagName("code")
    static let br = TagName("br")
    static let img = TagName("img")
    static let meta = TagName("meta")
    static let link = TagName("link")

    static let void = names("area base br col embed hr img input link meta source track wbr")
    static let hidden = names("script style template noscript head")
    static let blocks = names(
        "address article aside blockquote body caption dd details div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 "
            + "header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul")
    private static let levels = (1...6).map { TagName("h\($0)") }

    static func level(of name: TagName) -> Int? { levels.firstIndex(of: name).map { $0 + 1 } }

    private static func names(_ words: String) -> Set<TagName> {
        Set(words.split(separator: " ").map { TagName(String($0)) })
    }
}

extension String {
    /// Without spaces and line breaks at both ends.
    var trimmed: String {
        var text = self[...]
        while let first = text.unicodeScalars.first, first == " " || first == "\n" { text = text.dropFirst() }
        while let last = text.unicodeScalars.last, last == " " || last == "\n" { text = text.dropLast() }
        return String(text)
    }
}
