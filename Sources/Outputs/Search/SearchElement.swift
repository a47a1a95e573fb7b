/// What an element means for the text in it, found by its name in one step.
struct SearchElement: OptionSet, Sendable {
    let rawValue: UInt8

    static let void = SearchElement(rawValue: 1)
    static let hidden = SearchElement(rawValue: 2)
    static let block = SearchElement(rawValue: 4)
    static let cell = SearchElement(rawValue: 8)
    static let margin = SearchElement(rawValue: 16)
    static let heading = SearchElement(rawValue: 32)
    static let title = SearchElement(rawValue: 64)

    /// By the last bits of the name's number; a step further where a place is taken.
    private static let table: [(code: UInt64, element: SearchElement)] = {
        var table = [(code: UInt64, element: SearchElement)](repeating: (0, []), count: 1024)
        func add(_ names: String, _ element: SearchElement) {
            for name in names.split(separator: " ") {
                let code = TagName(String(name)).code
                var slot = Int(code & 1023)
                while table[slot].code != 0, table[slot].code != code { slot = (slot + 1) & 1023 }
                table[slot] = (code, table[slot].element.union(element))
            }
        }
        add("area base br col embed hr img input link meta source track wbr", .void)
        add("script style template noscript head", .hidden)
        add(
            "address article aside blockquote body caption dd details div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 "
                + "header hr li main nav ol p pre section summary table tbody tfoot thead tr ul", .block)
        add("td th", .cell)
        add("nav aside", .margin)
        add("h1", .title)
        add("h2 h3 h4 h5 h6", .heading)
        return table
    }()

    static func of(_ name: TagName) -> SearchElement {
        var slot = Int(name.code & 1023)
        while table[slot].code != 0 {
            if table[slot].code == name.code { return table[slot].element }
            slot = (slot + 1) & 1023
        }
        return []
    }
}
