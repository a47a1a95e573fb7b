package import Diagnostics
import Glibc

/// Where a page's front matter and body stand in its file.
package struct FrontMatter: Sendable {
    /// The YAML between the fences; empty when there is none.
    package let fields: Range<Int>
    /// Everything behind the closing fence.
    package let body: Range<Int>
    package let diagnostics: [Diagnostic]

    /// At most this many bytes of front matter.
    package static let limit = 64 * 1024

    package init(of file: SourceFile) {
        let bytes = file.bytes
        guard !bytes.isEmpty, Self.isFence(bytes, at: 0) else {
            fields = 0..<0
            body = 0..<bytes.count
            diagnostics =
                bytes.isEmpty
                ? [Diagnostic(.missingFrontMatter, at: file.wholeFile, Message(en: "the file is empty", zh: "文件是空的"))]
                : [
                    Diagnostic(
                        .missingFrontMatter, at: file.location(at: 0),
                        Message(en: "the page has no front matter", zh: "页面没有 front matter"),
                        hint: Message(
                            en: "begin the file with a line ---, the fields, and another line ---",
                            zh: "文件开头写一行 ---，接着写字段，再写一行 ---"))
                ]
            return
        }
        let start = Self.nextLine(bytes, after: 0)
        var line = start
        while line < bytes.count, !Self.isFence(bytes, at: line) { line = Self.nextLine(bytes, after: line) }
        guard line < bytes.count else {
            fields = start..<start
            body = bytes.count..<bytes.count
            diagnostics = [
                Diagnostic(
                    .unclosedFrontMatter, at: file.location(of: 0..<3),
                    Message(en: "the front matter that begins here is never closed", zh: "从这里开始的 front matter 没有结束"),
                    hint: Message(en: "add a line with three hyphens after the last field", zh: "在最后一个字段之后加一行 ---"))
            ]
            return
        }
        fields = start..<line
        body = Self.nextLine(bytes, after: line)..<bytes.count
        guard line - start > Self.limit else {
            diagnostics = []
            return
        }
        diagnostics = [
            Diagnostic(
                .oversizedFrontMatter, at: file.location(of: 0..<3),
                Message(
                    en: "the front matter has \(line - start) bytes; \(Self.limit) are allowed",
                    zh: "front matter 有 \(line - start) 字节，上限为 \(Self.limit) 字节"))
        ]
    }
}

extension FrontMatter {
    /// Three hyphens at the start of a line, and nothing else but blanks.
    private static func isFence(_ bytes: [UInt8], at line: Int) -> Bool {
        guard line + 3 <= bytes.count, bytes[line] == 0x2D, bytes[line + 1] == 0x2D, bytes[line + 2] == 0x2D else {
            return false
        }
        var index = line + 3
        while index < bytes.count, bytes[index] != 0x0A {
            guard bytes[index] == 0x20 || bytes[index] == 0x09 else { return false }
            index += 1
        }
        return true
    }

    private static func nextLine(_ bytes: [UInt8], after line: Int) -> Int {
        bytes.withUnsafeBytes { all in
            guard line < all.count, let start = all.baseAddress,
                let found = memchr(start + line, 0x0A, all.count - line)
            else { return all.count }
            return UnsafeRawPointer(found) - start + 1
        }
    }
}
