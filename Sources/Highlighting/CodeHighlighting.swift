package import Bytes

/// Code as HTML with a class for each piece: the door of this room.
package enum CodeHighlighting {
    /// Writes code as the content of a `code` element. An unknown language is written as it is, escaped.
    ///
    /// - Parameters:
    ///   - range: the bytes of `text` that are the code.
    ///   - language: the name in the fence, in any case.
    ///   - lines: bytes of `text` such as `2,4-6`: the lines that are set off.
    package static func write(
        _ text: [UInt8], _ range: Range<Int>, language: ArraySlice<UInt8>, lines: Range<Int>? = nil,
        into buffer: inout ByteBuffer
    ) {
        let marked = lines.map { MarkedLines.ranges(named: text[$0], in: text, range) } ?? []
        let tokens = tokens(of: text, range, language: language)
        TokenWriter.write(tokens, of: text, from: range.lowerBound, marked: marked, into: &buffer)
    }

    /// The same for a text that stands alone.
    package static func html(of text: String, language: String) -> [UInt8] {
        let bytes = [UInt8](text.utf8)
        var buffer = ByteBuffer(capacity: bytes.count * 2 + 64)
        write(bytes, 0..<bytes.count, language: ArraySlice(language.utf8), into: &buffer)
        return buffer.bytes
    }

    /// The pieces of code in order, without a gap; two neighbours differ in class.
    package static func tokens(of text: [UInt8], _ range: Range<Int>, language: ArraySlice<UInt8>) -> [CodeToken] {
        guard let language = CodeLanguageRegistry.language(named: language) else {
            return range.isEmpty ? [] : [CodeToken(end: range.upperBound, tokenClass: .plain)]
        }
        return scan(text, range, as: language).tokens
    }

    /// The finished scanner, which knows how far it looked ahead.
    static func scan(_ text: [UInt8], _ range: Range<Int>, as language: any CodeLanguage.Type) -> CodeScanner {
        var code = CodeScanner(text, range)
        language.read(&code)
        code.finish()
        return code
    }
}
