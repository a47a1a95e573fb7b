import Bytes

/// What a finished twin says, read back from its bytes: front matter, headings, blocks of text, links.
package struct ReadTwin: Sendable {
    /// A paragraph, an item, a row or a heading: text without its markup.
    package struct Block: Sendable {
        package let text: [UInt8]
        /// 1 to 6 for a heading.
        package let level: Int?
        package let isCode: Bool
        /// Counted from 1.
        package let line: Int
    }

    package private(set) var fields: [String: String] = [:]
    package private(set) var blocks: [Block] = []
    /// Targets as written.
    package private(set) var links: [String] = []
    /// The words of each of them.
    private(set) var linkTexts: [TextSkeleton] = []
    package private(set) var hasOpenFence = false
    /// Bytes of the file, and where its content begins.
    package let size: Int
    package private(set) var contentStart = 0

    package var heading: String? {
        blocks.first { $0.level == 1 }.map { String(decoding: $0.text, as: UTF8.self).trimmed }
    }

    package init(_ file: [UInt8]) {
        size = file.count
        var fence: (mark: UInt8, length: Int)?
        var isFrontMatter = false
        var start = 0
        var number = 0
        while start < file.count {
            let end = file[start...].firstIndex(of: 0x0A) ?? file.count
            let line = file[start..<end]
            number += 1
            if number == 1, line.elementsEqual("---".utf8) {
                isFrontMatter = true
            } else if isFrontMatter {
                if line.elementsEqual("---".utf8) {
                    isFrontMatter = false
                    contentStart = end + 1
                } else {
                    readField(line)
                }
            } else {
                read(line, number, &fence)
            }
            start = end + 1
        }
        hasOpenFence = fence != nil
    }
}

extension ReadTwin {
    private mutating func readField(_ line: ArraySlice<UInt8>) {
        guard let colon = line.firstIndex(of: 0x3A) else { return }
        var value = line[(colon + 1)...].drop { $0 == 0x20 }
        if value.first == 0x22, value.last == 0x22, value.count > 1 { value = value.dropFirst().dropLast() }
        var text: [UInt8] = []
        var isEscaped = false
        for byte in value {
            if !isEscaped, byte == 0x5C {
                isEscaped = true
                continue
            }
            isEscaped = false
            text.append(byte)
        }
        fields[String(decoding: line[..<colon], as: UTF8.self)] = String(decoding: text, as: UTF8.self)
    }

    private mutating func read(_ line: ArraySlice<UInt8>, _ number: Int, _ fence: inout (mark: UInt8, length: Int)?) {
        let content = line.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x3E }
        // A fence may begin an item.
        let bare = Self.withoutMarker(content)
        let length = bare.prefix { $0 == bare.first }.count
        if let open = fence {
            if content.prefix(while: { $0 == open.mark }).count >= open.length, content.allSatisfy({ $0 == open.mark })
            {
                fence = nil
            } else if !content.isEmpty {
                blocks.append(Block(text: Array(content), level: nil, isCode: true, line: number))
            }
        } else if length >= 3, let mark = bare.first, mark == 0x60 || mark == 0x7E {
            fence = (mark, length)
        } else if !content.isEmpty, !(content.starts(with: "[!".utf8) && content.last == 0x5D) {
            // The sort of a note is a word of the interface on the page.
            let hashes = content.prefix { $0 == 0x23 }.count
            let isHeading = (1...6).contains(hashes) && content.dropFirst(hashes).first == 0x20
            let text = plain(isHeading ? content.dropFirst(hashes + 1) : bare)
            blocks.append(Block(text: text, level: isHeading ? hashes : nil, isCode: false, line: number))
        }
    }

    private static func withoutMarker(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var rest = line
        let digits = rest.prefix { (0x30...0x39).contains($0) }.count
        if digits > 0, digits < 10, let mark = rest.dropFirst(digits).first, mark == 0x2E || mark == 0x29,
            rest.dropFirst(digits + 1).first == 0x20
        {
            rest = rest.dropFirst(digits + 1)
        } else if let mark = rest.first, mark == 0x2D || mark == 0x2A || mark == 0x2B, rest.dropFirst().first == 0x20 {
            rest = rest.dropFirst()
        }
        rest = rest.drop { $0 == 0x20 }
        let isTask = rest.count > 4 && rest.starts(with: "[x] ".utf8)
        // A box that is ticked is a letter here, on the page it is none.
        return isTask ? rest.dropFirst(4) : rest
    }

    /// A line without what Markdown needs: the targets of links, references. Other marks are no letters and don't count.
    private mutating func plain(_ line: ArraySlice<UInt8>) -> [UInt8] {
        var text: [UInt8] = []
        /// Where brackets that are open begin.
        var openings: [Int] = []
        var index = line.startIndex
        while index < line.endIndex {
            let byte = line[index]
            if byte == 0x5B { openings.append(text.count) }
            if byte == 0x5C, index + 1 < line.endIndex {
                text.append(line[index + 1])
                index += 2
            } else if byte == 0x26, let (scalar, length) = MarkupScanner.reference(in: line[index...]) {
                text += Array(Character(scalar).utf8)
                index += length
            } else if byte == 0x60 {
                index = copyCode(line, index, into: &text)
            } else if byte == 0x5D, index + 1 < line.endIndex, line[index + 1] == 0x28 {
                index = skipTarget(line, index + 2)
                linkTexts.append(TextSkeleton(text[(openings.popLast() ?? text.count)...]))
            } else if byte == 0x3C, let end = autolink(line, index) {
                let target = line[(index + 1)..<end]
                links.append(String(decoding: target, as: UTF8.self))
                linkTexts.append(TextSkeleton(target))
                text += target
                index = end + 1
            } else {
                if byte == 0x5D { _ = openings.popLast() }
                text.append(byte)
                index += 1
            }
        }
        return text
    }

    /// Code between backticks as it stands; where it ends.
    private func copyCode(_ line: ArraySlice<UInt8>, _ start: Int, into text: inout [UInt8]) -> Int {
        let length = line[start...].prefix { $0 == 0x60 }.count
        var index = start + length
        while index < line.endIndex {
            let run = line[index...].prefix { $0 == 0x60 }.count
            if run == length {
                text += line[(start + length)..<index]
                return index + run
            }
            index += max(run, 1)
        }
        return start + length
    }

    /// Past the target of a link, which is noted.
    private mutating func skipTarget(_ line: ArraySlice<UInt8>, _ start: Int) -> Int {
        var depth = 1
        var index = start
        while index < line.endIndex {
            if line[index] == 0x5C {
                index += 1
            } else if line[index] == 0x28 {
                depth += 1
            } else if line[index] == 0x29 {
                depth -= 1
                if depth == 0 { break }
            }
            index += 1
        }
        let end = min(index, line.endIndex)
        var target: [UInt8] = []
        var isEscaped = false
        for byte in line[min(start, end)..<end].prefix(while: { $0 != 0x20 }) where byte != 0x3C && byte != 0x3E {
            isEscaped = byte == 0x5C && !isEscaped
            if !isEscaped { target.append(byte) }
        }
        links.append(String(decoding: target, as: UTF8.self))
        return min(end + 1, line.endIndex)
    }

    private func autolink(_ line: ArraySlice<UInt8>, _ start: Int) -> Int? {
        let rest = line[(start + 1)...]
        guard rest.starts(with: "http".utf8) || rest.starts(with: "mailto:".utf8), let end = rest.firstIndex(of: 0x3E)
        else {
            return nil
        }
        return rest[..<end].contains(0x20) ? nil : end
    }
}
