import Bytes

/// Writes JSON by hand, so that keys stand in the order of the contract: two spaces, or all on one line.
package struct IndentedJSON: ~Copyable {
    package enum Style: Sendable {
        case indented
        /// For one line of a JSON Lines file: no spaces at all.
        case compact
    }

    private var buffer = ByteBuffer(capacity: 8192)
    private var depth = 0
    private var isFirst = true
    private let style: Style

    package init(_ style: Style = .indented) { self.style = style }

    /// What was written.
    package var bytes: [UInt8] { buffer.bytes }

    /// What was written, with one final newline.
    package var file: [UInt8] { buffer.bytes + [0x0A] }

    package mutating func object(_ members: (inout IndentedJSON) -> Void) { nest(0x7B, 0x7D, members) }

    package mutating func array<Element>(of elements: [Element], _ write: (inout IndentedJSON, Element) -> Void) {
        nest(0x5B, 0x5D) { json in
            for element in elements {
                json.separate()
                write(&json, element)
            }
        }
    }

    /// The key of a member; its value is written next.
    package mutating func key(_ name: String) {
        separate()
        buffer.append(jsonString: name)
        buffer.append(byte: 0x3A)
        if style == .indented { buffer.append(byte: 0x20) }
    }

    package mutating func string(_ text: String) { buffer.append(jsonString: text) }

    package mutating func integer(_ number: Int) { buffer.append(decimal: number) }

    package mutating func flag(_ value: Bool) { buffer.append(text: value ? "true" : "false") }

    package mutating func null() { buffer.append("null") }
}

extension IndentedJSON {
    package mutating func member(_ key: String, _ text: String) {
        self.key(key)
        string(text)
    }

    /// Left out when there is no value.
    package mutating func member(_ key: String, ifAny text: String?) {
        if let text { member(key, text) }
    }

    package mutating func member(_ key: String, _ number: Int) {
        self.key(key)
        integer(number)
    }

    /// `null` when there is no value.
    package mutating func member(_ key: String, orNull number: Int?) {
        self.key(key)
        if let number { integer(number) } else { null() }
    }

    package mutating func member(_ key: String, _ value: Bool) {
        self.key(key)
        flag(value)
    }

    package mutating func member(_ key: String, _ texts: [String]) {
        self.key(key)
        array(of: texts) { $0.string($1) }
    }

    private mutating func nest(_ open: UInt8, _ close: UInt8, _ members: (inout IndentedJSON) -> Void) {
        let outer = isFirst
        buffer.append(byte: open)
        depth += 1
        isFirst = true
        members(&self)
        depth -= 1
        if !isFirst { breakLine() }
        buffer.append(byte: close)
        isFirst = outer
    }

    private mutating func separate() {
        if !isFirst { buffer.append(byte: 0x2C) }
        isFirst = false
        breakLine()
    }

    private mutating func breakLine() {
        guard style == .indented else { return }
        buffer.append(byte: 0x0A)
        for _ in 0..<depth { buffer.append("  ") }
    }
}
