internal import Bytes
package import Diagnostics
import Glibc

/// Makes a source file of the bytes on disk: checks that they are UTF-8, drops a byte order mark, turns CRLF and CR into LF.
/// So one text gives one output however an editor saved it.
package enum SourceText {
    /// - Returns: the file, with what is wrong with its encoding; after a mistake its text is empty. `isAsRead` says whether the text is
    ///   the bytes as they are.
    package static func file(
        _ path: String, _ bytes: [UInt8]
    ) -> (file: SourceFile, diagnostics: [Diagnostic], isAsRead: Bool) {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            return refused(
                path, bytes, at: 0, Message(en: "the file is UTF-16, not UTF-8", zh: "文件是 UTF-16 编码，不是 UTF-8"))
        }
        if let offset = UTF8Check.firstIllFormed(bytes) {
            let looksLikeGBK = isGBK(bytes)
            let guess = looksLikeGBK ? Message(en: "; it looks like GBK", zh: "，看起来是 GBK 编码") : Message(en: "", zh: "")
            let digits = String(bytes[offset], radix: 16, uppercase: true)
            return refused(
                path, bytes, at: offset,
                Message(
                    en: "byte \(offset + 1) (0x\(digits)) is not UTF-8\(guess.english)",
                    zh: "第 \(offset + 1) 个字节（0x\(digits)）不是 UTF-8\(guess.chinese)"))
        }
        if let offset = position(of: 0, in: bytes) {
            return refused(path, bytes, at: offset, Message(en: "the text holds a NUL byte", zh: "文本中有 NUL 字节"))
        }
        let isAsRead = !hasMark(bytes) && position(of: 0x0D, in: bytes) == nil
        return (SourceFile(path: path, bytes: isAsRead ? bytes : normalized(bytes)), [], isAsRead)
    }

    private static func refused(
        _ path: String, _ bytes: [UInt8], at offset: Int, _ message: Message
    ) -> (SourceFile, [Diagnostic], Bool) {
        let place = SourceFile(path: path, bytes: bytes).location(at: offset)
        let diagnostic = Diagnostic(
            .notUTF8, at: place, message, hint: Message(en: "save the file as UTF-8", zh: "请把文件另存为 UTF-8"))
        return (SourceFile(path: path, bytes: []), [diagnostic], false)
    }
}

extension SourceText {
    /// As `firstIndex(of:)`, but at the speed of memory.
    private static func position(of byte: UInt8, in bytes: [UInt8]) -> Int? {
        bytes.withUnsafeBytes { all in
            guard let start = all.baseAddress, let found = memchr(start, Int32(byte), all.count) else { return nil }
            return UnsafeRawPointer(found) - start
        }
    }

    private static func hasMark(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0xEF, 0xBB, 0xBF]) }

    private static func normalized(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var index = hasMark(bytes) ? 3 : 0
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            guard byte == 0x0D else {
                result.append(byte)
                continue
            }
            result.append(0x0A)
            if index < bytes.count, bytes[index] == 0x0A { index += 1 }
        }
        return result
    }

    /// Whether everything outside ASCII comes in pairs that GBK allows, which UTF-8 damaged in one place does not.
    private static func isGBK(_ bytes: [UInt8]) -> Bool {
        var index = 0
        var pairs = 0
        while index < bytes.count {
            let lead = bytes[index]
            guard lead >= 0x80 else {
                index += 1
                continue
            }
            guard (0x81...0xFE).contains(lead), index + 1 < bytes.count else { return false }
            let trail = bytes[index + 1]
            guard (0x40...0xFE).contains(trail), trail != 0x7F else { return false }
            pairs += 1
            index += 2
        }
        return pairs > 0
    }
}
