import SiteModel

/// The ids that templates give to parts of a page, read from the page itself: so a theme declares nothing and every theme is right.
struct TemplateAnchors {
    private let html: @Sendable (PageIndex) -> [UInt8]?
    /// Nil for a page that can't be rendered, which is reported.
    private var pages: [PageIndex: Set<String>?] = [:]

    init(_ html: @escaping @Sendable (PageIndex) -> [UInt8]?) { self.html = html }

    /// - Returns: true for every id of a page whose template is wrong.
    mutating func has(_ id: String, on page: PageIndex) -> Bool {
        if let known = pages[page] { return known?.contains(id) ?? true }
        let found = html(page).map(Self.ids)
        pages[page] = .some(found)
        return found?.contains(id) ?? true
    }

    /// The values of all ` id="…"`. Text can't look like one: quotation marks in it are escaped.
    static func ids(in html: [UInt8]) -> Set<String> {
        let mark = Array(" id=\"".utf8)
        var ids: Set<String> = []
        var index = 0
        while index + mark.count < html.count {
            guard html[index] == mark[0], html[index..<index + mark.count].elementsEqual(mark) else {
                index += 1
                continue
            }
            index += mark.count
            let end = html[index...].firstIndex(of: 0x22) ?? html.count
            ids.insert(String(decoding: html[index..<end], as: UTF8.self))
            index = end
        }
        return ids
    }
}
