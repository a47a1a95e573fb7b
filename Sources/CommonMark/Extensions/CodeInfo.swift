/// Code blocks: language, title and highlighted lines from the info string, as in `python title="client.py" {2,4-6}`.
extension DocumentReader {
    mutating func readCodeBlock(_ node: TreeNode) {
        document.hasCode = true
        contentCount += 1
        let info = node.withInfo { expand($0) }
        let code = node.withLiteral { expand($0) }
        var event = MarkdownEvent(.codeBlock)
        event.start = Int32(truncatingIfNeeded: code.lowerBound)
        event.count = Int32(truncatingIfNeeded: code.count)
        event.value = -1
        if !info.isEmpty {
            event.value = Int32(document.codeInfos.count)
            document.codeInfos.append(codeInfo(info))
        }
        add(event)
    }

    private func codeInfo(_ info: Range<Int>) -> MarkdownDocument.CodeInfo {
        let text = document.text
        var end = info.lowerBound
        while end < info.upperBound, !Self.isSpace(text[end]) { end += 1 }
        var result = MarkdownDocument.CodeInfo(info: info, language: info.lowerBound..<end)
        guard options.dialect == .extended else { return result }
        var index = end
        while index < info.upperBound {
            if text[index] == 0x7B, let close = text[index..<info.upperBound].firstIndex(of: 0x7D) {
                let lines = index + 1..<close
                if !lines.isEmpty, text[lines].allSatisfy(Self.isLineListByte) { result.highlightedLines = lines }
                index = close
            } else if Self.opensTitle(text[index..<info.upperBound]),
                let close = text[index + 7..<info.upperBound].firstIndex(of: text[index + 6])
            {
                result.title = index + 7..<close
                index = close
            }
            index += 1
        }
        return result
    }

    private static func opensTitle(_ rest: ArraySlice<UInt8>) -> Bool {
        rest.starts(with: "title=\"".utf8) || rest.starts(with: "title='".utf8)
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    /// Digits, commas, hyphens and blanks.
    private static func isLineListByte(_ byte: UInt8) -> Bool {
        Scalars.isASCIIDigit(byte) || byte == 0x2C || byte == 0x2D || byte == 0x20
    }
}
