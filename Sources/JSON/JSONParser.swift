package import Diagnostics

/// Reads JSON strictly by RFC 8259 (https://www.rfc-editor.org/rfc/rfc8259), in linear time and without recursion.
package enum JSONParser {
    /// Parses a whole file. A UTF-8 byte order mark is skipped.
    ///
    /// Mistakes inside strings and duplicate keys are all reported and the root is given all the same (a later duplicate
    /// is left out, a lone surrogate becomes U+FFFD); a mistake of structure ends the text, and the root is nil.
    package static func parse(
        _ file: SourceFile, limits: JSONLimits = .catalog
    ) -> (root: JSONValue?, diagnostics: [Diagnostic]) {
        if let refusal = refusal(of: file, limits: limits) { return (nil, [refusal.diagnostic(in: file)]) }
        var reader = JSONReader(bytes: file.bytes, limits: limits)
        var root: JSONValue?
        do {
            root = try reader.document()
        } catch {
            reader.note(error)
        }
        return (root, reader.diagnostics(in: file))
    }
}

extension JSONParser {
    /// What makes the bytes unreadable as a whole.
    private static func refusal(of file: SourceFile, limits: JSONLimits) -> JSONMistake? {
        let bytes = file.bytes
        if bytes.count > limits.bytes {
            return .whole(
                JSONCodes.tooLarge,
                Message(
                    en: "this file has \(bytes.count) bytes, more than the \(limits.bytes) allowed",
                    zh: "文件有 \(bytes.count) 字节，超过 \(limits.bytes) 字节的上限"))
        }
        let saveAsUTF8 = Message(en: "save the file as UTF-8", zh: "请把文件保存为 UTF-8")
        if isUTF16(bytes) {
            return .whole(
                JSONCodes.notUTF8, Message(en: "this file is UTF-16, not UTF-8", zh: "文件是 UTF-16，不是 UTF-8"),
                hint: saveAsUTF8)
        }
        do {
            _ = try UTF8Span(validating: bytes.span)
            return nil
        } catch {
            let start = error.byteOffsets.lowerBound
            return JSONMistake(
                JSONCodes.notUTF8, start..<max(start + 1, error.byteOffsets.upperBound),
                Message(en: "these bytes are not UTF-8", zh: "这些字节不是 UTF-8"), hint: saveAsUTF8)
        }
    }

    /// A UTF-16 byte order mark, or a NUL in the first two bytes, where JSON has an ASCII character.
    private static func isUTF16(_ bytes: [UInt8]) -> Bool {
        guard bytes.count >= 2 else { return false }
        switch (bytes[0], bytes[1]) {
        case (0xFF, 0xFE), (0xFE, 0xFF), (0, 1...), (1..., 0): return true
        default: return false
        }
    }
}
