import Bytes
import ContentLoading

/// A published file that was copied as it is.
struct CopiedFile: Sendable {
    let file: OutputFile
    /// The file that it was copied from, as the file system saw it before; unknown for what comes from the program.
    let source: FileSignature

    init(_ file: OutputFile, from source: FileSignature) {
        self.file = file
        self.source = source
    }

    init(_ reader: inout RecordReader) { self.init(OutputFile(&reader), from: FileSignature(&reader)) }

    func write(into writer: inout RecordWriter) {
        file.write(into: &writer)
        source.write(into: &writer)
    }

    /// Whether the copy is the same as long as it is as it was left.
    func isCopy(of source: FileSignature) -> Bool { source == self.source && source != .unknown }
}
