/// Where a piece of syntax stands: a template of the library and byte offsets in it. Made into a location only to be printed.
struct SourceSpan: Sendable, Hashable {
    let file: Int32
    let start: Int32
    let end: Int32

    init(file: Int32, start: Int, end: Int) {
        self.file = file
        self.start = Int32(clamping: start)
        self.end = Int32(clamping: max(end, start))
    }

    /// From the beginning of this span to the end of another one in the same file.
    func joined(_ other: SourceSpan) -> SourceSpan {
        SourceSpan(file: file, start: Int(min(start, other.start)), end: Int(max(end, other.end)))
    }
}
