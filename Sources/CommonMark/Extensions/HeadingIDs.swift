internal import Bytes
internal import Diagnostics

/// Heading ids: `{#id}` at the end of a heading, else made of its text; `{#id aliases=old,older}` keeps ids that it had before.
extension DocumentReader {
    /// Takes `{#id}` off the end of the heading that began at step `start`.
    mutating func takeExplicitID(_ node: TreeNode, from start: Int) -> (id: String, aliases: [String])? {
        guard options.dialect == .extended, let last = document.events.indices.last, last > start,
            document.events[last].kind == .text
        else { return nil }
        let range = document.events[last].range
        let text = document.text
        guard range.count >= 4, text[range.upperBound - 1] == 0x7D,
            let brace = text[range].lastIndex(of: 0x7B), text[brace + 1] == 0x23
        else { return nil }
        let inside = text[brace + 2..<range.upperBound - 1]
        let name = inside.prefix { $0 != 0x20 }
        guard Self.isID(name), let aliases = Self.aliases(inside[name.endIndex...]),
            let place = sourcePlace(of: brace..<range.upperBound)
        else { return nil }
        var end = brace
        while end > range.lowerBound, text[end - 1] == 0x20 { end -= 1 }
        document.events[last].count = Int32(end - range.lowerBound)
        let id = String(decoding: name, as: UTF8.self)
        for name in [id] + aliases { explicitIDs.append((name, place)) }
        return (id, aliases)
    }

    /// The ids behind `aliases=`, with commas between them; nil for anything else but blanks.
    private static func aliases(_ text: ArraySlice<UInt8>) -> [String]? {
        let rest = text.drop { $0 == 0x20 }
        if rest.isEmpty { return [] }
        let key = Array("aliases=".utf8)
        guard rest.starts(with: key) else { return nil }
        let names = rest.dropFirst(key.count).split(separator: 0x2C, omittingEmptySubsequences: false)
        return names.allSatisfy(isID) ? names.map { String(decoding: $0, as: UTF8.self) } : nil
    }

    private static func isID(_ name: ArraySlice<UInt8>) -> Bool { !name.isEmpty && name.allSatisfy(isIDByte) }

    /// Where the attribute stands in the source; nil when a backslash makes it text.
    private mutating func sourcePlace(of range: Range<Int>) -> MarkdownPlace? {
        let block = places.currentBlock()
        let wanted = document.text[range]
        var start = block.upperBound - wanted.count
        while start >= block.lowerBound {
            if marked.bytes[start..<start + wanted.count].elementsEqual(wanted) {
                if start > block.lowerBound, marked.bytes[start - 1] == 0x5C { return nil }
                return place(marked: start..<start + wanted.count)
            }
            start -= 1
        }
        return nil
    }

    private static func isIDByte(_ byte: UInt8) -> Bool {
        byte > 0x20 && byte != 0x7B && byte != 0x7D && byte != 0x22 && byte != 0x27 && byte != 0x3C && byte != 0x3E
    }

    /// Gives each heading its id: the written ones first, so no other heading can take one of them.
    mutating func assignHeadingIDs() {
        guard options.headingIDs || !explicitIDs.isEmpty else { return }
        // Two ids are the same only when their bytes are; to hash a string would normalise it first.
        var taken = options.reserved
        for footnote in document.footnotes {
            taken.insert(Fingerprint(of: Array("fn-".utf8) + footnote.label))
            taken.insert(Fingerprint(of: Array("fnref-".utf8) + footnote.label))
        }
        for (id, place) in explicitIDs where !taken.insert(Fingerprint(of: id)).inserted { reportDuplicate(id, place) }
        guard options.headingIDs else { return }
        var counts: [Fingerprint: Int] = [:]
        for index in document.headings.indices where document.headings[index].id.isEmpty {
            let name = HeadingID.bytes(for: document.headings[index].text)
            var id = name
            if !taken.insert(Fingerprint(of: id)).inserted {
                let key = Fingerprint(of: name)
                var count = counts[key] ?? 0
                repeat {
                    count += 1
                    id = name + Array("-\(count)".utf8)
                } while !taken.insert(Fingerprint(of: id)).inserted
                counts[key] = count
            }
            document.headings[index].id = String(decoding: id, as: UTF8.self)
        }
    }

    private mutating func reportDuplicate(_ id: String, _ place: MarkdownPlace) {
        guard let first = explicitIDs.first(where: { $0.id == id }), first.place != place else {
            document.report(
                .markdownDuplicateID, at: place,
                Message(en: "the id ‘\(id)’ is used by the page itself", zh: "id“\(id)”已被页面本身使用"))
            return
        }
        document.report(
            .markdownDuplicateID, at: place,
            Message(en: "the id ‘\(id)’ stands at two headings", zh: "id“\(id)”用在了两个标题上"),
            notes: [(first.place, Message(en: "it is first used here", zh: "首次用在这里"))])
    }
}

/// Makes ids of headings.
package enum HeadingID {
    /// Letters and digits of any script stay, Latin in lower case; all else becomes one hyphen. `section` when nothing is left.
    package static func name(for text: String) -> String { String(decoding: bytes(for: text), as: UTF8.self) }

    static func bytes(for text: String) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(text.utf8.count)
        var wantsHyphen = false
        for scalar in text.unicodeScalars {
            guard isKept(scalar) else {
                wantsHyphen = true
                continue
            }
            if wantsHyphen, !result.isEmpty { result.append(0x2D) }
            wantsHyphen = false
            if scalar.value < 0x80 {
                let byte = UInt8(scalar.value)
                result.append(Scalars.isASCIILetter(byte) ? byte | 0x20 : byte)
            } else if Scalars.isHan(scalar.value) {
                // All of them lie above U+07FF; only those above U+FFFF take four bytes.
                if scalar.value > 0xFFFF {
                    result.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
                } else {
                    result.append(0xE0 | UInt8(scalar.value >> 12))
                    result.append(0x80 | UInt8(scalar.value >> 6 & 0x3F))
                    result.append(0x80 | UInt8(scalar.value & 0x3F))
                }
            } else {
                result.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
            }
        }
        return result.isEmpty ? Array("section".utf8) : result
    }

    private static func isKept(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value < 0x80 {
            return Scalars.isASCIILetter(UInt8(scalar.value)) || Scalars.isASCIIDigit(UInt8(scalar.value))
        }
        if Scalars.isHan(scalar.value) { return true }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
            .spacingMark, .decimalNumber, .letterNumber, .otherNumber:
            return true
        default: return false
        }
    }
}
