/// What of a theme's script or stylesheet is published: all but the indentation and, of scripts, the lines that are comments.
///
/// Each line stays a line, so that the browser's tools name the lines of the file in `Templates/assets`.
enum AssetText {
    static func published(_ path: String, _ bytes: [UInt8]) -> [UInt8] {
        let isScript = path.hasSuffix(".js")
        guard isScript || path.hasSuffix(".css") else { return bytes }
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count)
        for (number, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            if number > 0 { text.append(0x0A) }
            let rest = line.drop { $0 == 0x20 || $0 == 0x09 }
            if isScript, isComment(rest) { continue }
            // White space counts inside a template literal, and where a text goes on in the next line.
            if isScript && rest.contains(0x60) || rest.last == 0x5C { return bytes }
            text += rest
        }
        return text
    }

    /// A comment to the end of the line, but for those that programs read (`//#`, `//!`) and what may end a block comment.
    private static func isComment(_ line: ArraySlice<UInt8>) -> Bool {
        guard line.starts(with: [0x2F, 0x2F]) else { return false }
        if let sign = line.dropFirst(2).first, sign == 0x23 || sign == 0x21 { return false }
        return !zip(line, line.dropFirst()).contains { $0 == (0x2A, 0x2F) }
    }
}
