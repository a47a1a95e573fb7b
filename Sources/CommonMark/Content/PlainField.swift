import Bytes

/// A short text without a byte that Markdown gives a meaning to: nothing is parsed.
struct PlainField {
    let html: HoledBytes
    let text: HoledBytes
    let proseRuns: [ProseRun]

    /// Nil when the text has to be parsed.
    init?(_ source: MarkdownSource, options: MarkdownOptions) {
        let bytes = source.bytes
        let body = LineScan(bytes: bytes, end: source.body.upperBound, from: source.body.lowerBound).trimmed(
            source.body)
        var needsEscape = false
        for index in body {
            switch bytes[index] {
            case 0x5C, 0x2A, 0x5F, 0x60, 0x5B, 0x7E, 0x0A, 0x0D, 0x40, 0x00, Mark.lead: return nil
            case 0x26, 0x3C: return nil
            case 0x3E, 0x22: needsEscape = true
            case 0x3A where index + 1 < body.upperBound && Self.followsColon(bytes[index + 1]): return nil
            case 0x2E where index >= 3 && bytes[index - 1] | 0x20 == 0x77: return nil
            default: break
            }
        }
        let plain = HoledBytes(bytes: Array(bytes[body]))
        text = plain
        if needsEscape {
            var buffer = ByteBuffer(capacity: body.count + 64)
            buffer.append(htmlEscaped: bytes[body])
            html = HoledBytes(bytes: buffer.bytes)
        } else {
            html = plain
        }
        if options.outputs.contains(.proseRuns), !body.isEmpty {
            let run = String(decoding: bytes[body], as: UTF8.self)
            proseRuns = [ProseRun(text: run, place: source.place(body), block: 1)]
        } else {
            proseRuns = []
        }
    }

    /// Begins a directive's name or an address.
    private static func followsColon(_ byte: UInt8) -> Bool { Scalars.isASCIILetter(byte) || byte == 0x2F }
}
