package import Diagnostics

/// Reads the YAML in a part of a file: YAML 1.2 without anchors, aliases, tags, merge keys and directives.
package enum YAMLParser {
    /// The version of the YAML library, for `--version`; the words of syntax errors were written for 0.7.12.
    package static var libraryVersion: String { EventReader.libraryVersion }

    /// Parses exactly the bytes of `range` (nil: the whole file); offsets past the end of the file are cut.
    ///
    /// All mistakes are gathered in one run; only a syntax error (also bytes that YAML forbids, too much depth or size)
    /// ends it, and then `root` is nil. After any other mistake `root` holds what is left: the first of duplicate keys,
    /// no merge keys, no entries with complex keys, the plain text of an alias in its place.
    ///
    /// An empty text, or one of comments only, has no root and no diagnostic. A leading byte order mark is skipped.
    package static func parse(
        _ file: SourceFile, range: Range<Int>? = nil, limits: YAMLLimits = .frontMatter
    ) -> (root: YAMLNode?, diagnostics: [Diagnostic]) {
        let range = (range ?? 0..<file.bytes.count).clamped(to: 0..<file.bytes.count)
        if range.count > limits.bytes {
            return (nil, [YAMLCodes.tooLarge(range, limit: limits.bytes, in: file)])
        }
        if let root = PlainSubsetReader.read(file.bytes, range: range, depthLimit: limits.depth) {
            return (root, [])
        }
        return parseWithLibrary(file, range: range, limits: limits)
    }

    /// The way of every text that is not in the plain subset, and the judge of those that are.
    static func parseWithLibrary(
        _ file: SourceFile, range: Range<Int>, limits: YAMLLimits
    ) -> (root: YAMLNode?, diagnostics: [Diagnostic]) {
        if let place = invalidUTF8(in: file.bytes, range: range) {
            return (nil, [YAMLCodes.invalidUTF8(place, in: file)])
        }
        var mistakes = MistakeList(file: file, limit: limits.diagnostics)
        let readable = ByteScreen.check(file.bytes, range: range, mistakes: &mistakes)
        guard let readable, !readable.isEmpty else { return (nil, mistakes.finished()) }
        var builder = TreeBuilder(bytes: file.bytes, range: readable, depthLimit: limits.depth, mistakes: mistakes)
        EventReader.read(file.bytes, range: readable, into: &builder)
        return (builder.root, builder.mistakes.finished())
    }
}

extension YAMLParser {
    private static func invalidUTF8(in bytes: [UInt8], range: Range<Int>) -> Range<Int>? {
        do {
            _ = try UTF8Span(validating: bytes.span.extracting(range))
            return nil
        } catch {
            let start = range.lowerBound + error.byteOffsets.lowerBound
            return start..<start + max(error.byteOffsets.count, 1)
        }
    }
}
