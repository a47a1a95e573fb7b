/// What an element means for the text in it, found by its name in one step. `assets/search.js` knows the same elements.
struct SearchElement: OptionSet, Sendable {
    let rawValue: UInt8

    static let void = SearchElement(rawValue: 1)
    /// Its words are no content: programs, ways to other places, buttons.
    static let hidden = SearchElement(rawValue: 2)
    static let block = SearchElement(rawValue: 4)
    static let cell = SearchElement(rawValue: 8)
    static let margin = SearchElement(rawValue: 16)
    static let heading = SearchElement(rawValue: 32)
    static let title = SearchElement(rawValue: 64)
    /// What stands in it is no markup.
    static let raw = SearchElement(rawValue: 128)
}

/// The elements by name. A name is a number made of its letters in lower case.
struct SearchElements: Sendable {
    static let all = SearchElements()

    private let slots: [Slot]

    struct Slot {
        /// Zero where nothing stands.
        var name: UInt64 = 0
        var element: SearchElement = []
    }

    private init() {
        var slots = [Slot](repeating: Slot(), count: 512)
        func add(_ names: String, _ element: SearchElement) {
            for name in names.split(separator: " ") {
                let code = name.utf8.reduce(0) { SearchMarkup.name($0, then: $1) }
                var slot = Self.slot(code)
                while slots[slot].name != 0, slots[slot].name != code { slot = (slot + 1) & 511 }
                slots[slot].name = code
                slots[slot].element.formUnion(element)
            }
        }
        add("area base br col embed hr img input link meta source track wbr", .void)
        add("script style template noscript head nav button select textarea svg", .hidden)
        add("script style textarea", .raw)
        add(
            "address article aside blockquote body caption dd details div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 "
                + "header hr li main nav ol p pre section summary table tbody tfoot thead tr ul", .block)
        add("td th", .cell)
        add("aside", .margin)
        add("h1", .title)
        add("h2 h3 h4 h5 h6", .heading)
        self.slots = slots
    }

    @inline(__always)
    private static func slot(_ name: UInt64) -> Int { Int((name &* 0x9E37_79B9_7F4A_7C15) >> 55) }

    @inline(__always)
    subscript(name: UInt64) -> SearchElement {
        var slot = Self.slot(name)
        while slots[slot].name != 0 {
            if slots[slot].name == name { return slots[slot].element }
            slot = (slot + 1) & 511
        }
        return []
    }
}
