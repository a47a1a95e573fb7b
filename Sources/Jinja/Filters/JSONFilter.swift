internal import Bytes

/// `tojson`: a value as JSON that may stand inside `<script>` and in an attribute with double quotes.
enum JSONFilter {
    static let all = [tojson]

    private static let tojson = Filter(
        "tojson", Signature(.optional("indent")), gives: .value(.html),
        doc: "The value as JSON, safe inside a script; keys are sorted."
    ) { call throws(EvaluationError) in
        var writer = JSONWriter(indent: nil)
        if case .none = call[0] {} else { writer.indent = min(max(try call.integer(0), 0), 16) }
        try writer.write(call.subject, depth: 0)
        return .html(SafeHTML(trusted: writer.buffer.bytes))
    }
}

/// Writes JSON as Python's `json.dumps` does, with sorted keys.
private struct JSONWriter: ~Copyable {
    var buffer = ByteBuffer(capacity: 256)
    var indent: Int?

    init(indent: Int?) { self.indent = indent }

    mutating func write(_ value: Value, depth: Int) throws(EvaluationError) {
        if buffer.count > RenderBudget.textLimit { throw .tooLarge }
        switch value {
        case .none: buffer.append("null")
        case .boolean(let truth): buffer.append(truth ? "true" : "false")
        case .integer(let number): buffer.append(decimal: number)
        case .double(let number):
            guard number.isFinite else {
                throw EvaluationError(en: "JSON has no infinite numbers", zh: "JSON 不能表示无穷大或非数字")
            }
            buffer.append(text: PythonNumber.text(number))
        case .text(let text): buffer.append(scriptJSONString: text)
        case .html(let html): buffer.append(scriptJSONString: html.text)
        case .list(let items), .tuple(let items): try write(items, depth)
        case .record(let record) where record.shape.isTuple: try write(record.values, depth)
        case .record, .dictionary: try write(pairs: value.mapping?.pairs ?? [], depth)
        case .engine: throw .expected(en: "a value that JSON can hold", zh: "JSON 可表示的值", got: value)
        }
    }

    private mutating func newLine(_ depth: Int) {
        guard let indent else { return }
        buffer.append(byte: 0x0A)
        for _ in 0..<(indent * depth) { buffer.append(byte: 0x20) }
    }

    private mutating func separate(_ index: Int, _ depth: Int) {
        if index > 0 { buffer.append(indent == nil ? ", " : ",") }
        newLine(depth)
    }

    private mutating func write(_ items: [Value], _ depth: Int) throws(EvaluationError) {
        if items.isEmpty { return buffer.append("[]") }
        buffer.append(byte: 0x5B)
        for (index, item) in items.enumerated() {
            separate(index, depth + 1)
            try write(item, depth: depth + 1)
        }
        newLine(depth)
        buffer.append(byte: 0x5D)
    }

    private mutating func write(pairs: [(key: Value, value: Value)], _ depth: Int) throws(EvaluationError) {
        if pairs.isEmpty { return buffer.append("{}") }
        var keyed: [(key: [Value], item: Value)] = []
        for pair in pairs { keyed.append(([pair.key], pair.value)) }
        buffer.append(byte: 0x7B)
        for (index, pair) in try Order.sorted(keyed, descending: false).enumerated() {
            separate(index, depth + 1)
            buffer.append(scriptJSONString: try keyText(pair.key[0]))
            buffer.append(": ")
            try write(pair.item, depth: depth + 1)
        }
        newLine(depth)
        buffer.append(byte: 0x7D)
    }

    private func keyText(_ key: Value) throws(EvaluationError) -> String {
        switch key {
        case .none: "null"
        case .boolean(let truth): truth ? "true" : "false"
        default: try key.printed()
        }
    }
}
