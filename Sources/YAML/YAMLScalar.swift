/// The text of a scalar, as written after YAML unescaping: no type is guessed, so `no`, `1.10` and dates stay text.
package struct YAMLScalar: Sendable, Hashable {
    /// How a scalar was written.
    package enum Style: Sendable, Hashable {
        case plain
        /// In single or double quotes.
        case quoted
        /// After `|` or `>`.
        case block
    }

    package let text: String
    package let style: Style
    /// The bytes between the quotes, or of a block scalar's lines; of a plain scalar the whole of it.
    package let contentRange: Range<Int>
    /// Whether the bytes of `contentRange` are the UTF-8 of `text`, so that an offset in one is an offset in the other.
    package let isVerbatim: Bool

    package init(text: String, style: Style, contentRange: Range<Int>, isVerbatim: Bool) {
        self.text = text
        self.style = style
        self.contentRange = contentRange
        self.isVerbatim = isVerbatim
    }
}

extension YAMLScalar {
    /// Whether YAML 1.2 reads this as null: plain, and empty, `~`, `null`, `Null` or `NULL`.
    /// Source: YAML 1.2.2, section 10.3.2 (core schema), https://yaml.org/spec/1.2.2/#1032-tag-resolution
    package var isNull: Bool {
        guard style == .plain, text.utf8.count <= 4 else { return false }
        switch text {
        case "", "~", "null", "Null", "NULL": return true
        default: return false
        }
    }

    /// The place in the file of a range of UTF-8 offsets in `text`; the whole content when the text was escaped or folded.
    package func fileRange(ofTextOffsets offsets: Range<Int>) -> Range<Int> {
        guard isVerbatim else { return contentRange }
        let start = min(contentRange.lowerBound + offsets.lowerBound, contentRange.upperBound)
        return start..<max(start, min(contentRange.lowerBound + offsets.upperBound, contentRange.upperBound))
    }
}
