/// A place in a source file, complete enough to be printed without reading the file again.
package struct SourceLocation: Sendable, Hashable {
    /// Path inside the project, with `/`, or a name in angle brackets such as `<stdin>`.
    package let file: String
    /// 1-based.
    package let line: Int
    /// 1-based, in Unicode scalars.
    package let column: Int
    /// In Unicode scalars, at least 1, never past the end of the line.
    package let length: Int
    /// The text of the line, without its line break; of a very long line only the part around the place; empty when there is none.
    package let lineText: String
    /// How many scalars of the line stand before `lineText`.
    package let textStart: Int

    package init(
        file: String, line: Int = 1, column: Int = 1, length: Int = 1, lineText: String = "", textStart: Int = 0
    ) {
        self.file = file
        self.line = line
        self.column = column
        self.length = length
        self.lineText = lineText
        self.textStart = textStart
    }
}
