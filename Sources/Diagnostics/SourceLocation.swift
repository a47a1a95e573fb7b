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
    /// The text of the line, without its line break; empty when there is no text to show.
    package let lineText: String

    package init(file: String, line: Int = 1, column: Int = 1, length: Int = 1, lineText: String = "") {
        self.file = file
        self.line = line
        self.column = column
        self.length = length
        self.lineText = lineText
    }
}
