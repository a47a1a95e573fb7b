internal import Diagnostics

/// Refuses a text before it is parsed when its shape would cost more than its length deserves.
enum InputLimits {
    static func refusal(of source: MarkdownSource, _ limits: MarkdownLimits) -> Diagnostic? {
        let lines = LineScan(bytes: source.bytes, end: source.body.upperBound, from: source.body.lowerBound)
        var prefix = LinePrefix()
        var start = source.body.lowerBound
        while start < lines.end {
            let (end, next) = lines.line(from: start)
            if end - start > limits.lineLength {
                let limit = limits.lineLength
                return Diagnostic(
                    .markdownLineTooLong, at: source.file.location(of: source.place(start..<start + 1)),
                    Message(en: "the line is longer than \(limit) bytes", zh: "这一行超过 \(limit) 字节"))
            }
            if start < end, !prefix.items.isEmpty || mayNest(source.bytes[start]) {
                prefix.advance(lines, start, end)
                if prefix.depth > limits.nesting {
                    return Diagnostic(
                        .markdownNesting,
                        at: source.file.location(of: source.place(prefix.content..<prefix.content + 1)),
                        Message(
                            en: "more than \(limits.nesting) quotes and lists inside one another",
                            zh: "引用和列表嵌套超过 \(limits.nesting) 层"))
                }
            }
            start = next
        }
        return nil
    }

    private static func mayNest(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x3E, 0x2D, 0x2B, 0x2A, 0x30...0x39, 0x20, 0x09: true
        default: false
        }
    }
}
