import Bytes

/// Objects and lists of JSON, written one member after another. The byte written last tells whether a comma is due, so
/// nothing has to be remembered.
extension ByteBuffer {
    /// A comma, unless a key or an opening bracket stands before.
    mutating func separate() {
        switch last {
        case 0x3A, 0x7B, 0x5B, nil: break
        default: append(byte: 0x2C)
        }
    }

    mutating func key(_ key: StaticString) {
        separate()
        append(byte: 0x22)
        append(key)
        append("\":")
    }

    mutating func beginObject() {
        separate()
        append(byte: 0x7B)
    }

    mutating func endObject() { append(byte: 0x7D) }

    mutating func beginList() {
        separate()
        append(byte: 0x5B)
    }

    mutating func endList() { append(byte: 0x5D) }

    /// A member with a string of a JSON file.
    mutating func member(_ key: StaticString, _ text: String) {
        self.key(key)
        append(jsonString: text)
    }

    /// A member with a string inside a `<script>`.
    mutating func scriptMember(_ key: StaticString, _ text: String) {
        self.key(key)
        append(scriptJSONString: text)
    }

    /// An element of a list: a string inside a `<script>`.
    mutating func scriptElement(_ text: String) {
        separate()
        append(scriptJSONString: text)
    }

    /// A member with a URL and its fragment inside a `<script>`.
    mutating func scriptMember(_ key: StaticString, _ url: String, fragment: StaticString, _ rest: String = "") {
        self.key(key)
        append(scriptJSONString: url)
        reopenString()
        append(fragment)
        append(text: rest)
        append(byte: 0x22)
    }

    /// A member that points to a node of the graph.
    mutating func reference(_ key: StaticString, _ url: String, fragment: StaticString, _ rest: String = "") {
        self.key(key)
        append(byte: 0x7B)
        scriptMember("@id", url, fragment: fragment, rest)
        append(byte: 0x7D)
    }

    /// Takes the closing quote back, to write on in the same string.
    private mutating func reopenString() { truncate(to: count - 1) }
}
