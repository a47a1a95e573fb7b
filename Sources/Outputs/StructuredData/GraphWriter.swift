import Bytes

/// Writes JSON-LD members in the order of the calls. Absent values leave no trace.
/// Source: JSON-LD 1.1, https://www.w3.org/TR/json-ld11/
struct GraphWriter: ~Copyable {
    private(set) var buffer = ByteBuffer(capacity: 4096)
    private var needsComma = false

    mutating func beginObject() {
        separate()
        buffer.append("{")
        needsComma = false
    }

    mutating func endObject() {
        buffer.append("}")
        needsComma = true
    }

    mutating func beginArray() {
        separate()
        buffer.append("[")
        needsComma = false
    }

    mutating func endArray() {
        buffer.append("]")
        needsComma = true
    }

    /// The name of a member; its value must follow.
    mutating func key(_ name: StaticString) {
        separate()
        buffer.append("\"")
        buffer.append(name)
        buffer.append("\":")
        needsComma = false
    }

    mutating func value(_ text: String) {
        separate()
        buffer.append(scriptJSONString: text)
        needsComma = true
    }

    mutating func member(_ name: StaticString, _ text: String?) {
        guard let text, !text.isEmpty else { return }
        key(name)
        value(text)
    }

    mutating func member(_ name: StaticString, number: Int) {
        key(name)
        buffer.append(decimal: number)
        needsComma = true
    }

    /// `{"@id": …}`: a node that stands elsewhere in the graph.
    mutating func reference(_ name: StaticString, _ id: String) {
        key(name)
        beginObject()
        member("@id", id)
        endObject()
    }

    private mutating func separate() { if needsComma { buffer.append(",") } }
}
