/// What stands inside of a block: code, links, images, directives and marks.
extension ProseScan {
    /// Directives whose label is a name and no prose, or whose text is marked with a language.
    private static let nameless: Set<String> = ["price", "model", "as-of", "lang", "fact"]
    /// Directives whose text the catalog says or proves.
    private static let factual: Set<String> = ["price", "model", "as-of", "fact"]

    mutating func readInline(_ block: Range<Int>) {
        var index = block.lowerBound
        while index < block.upperBound { index = readMark(at: index, block.upperBound) }
    }

    /// - Returns: where to go on.
    private mutating func readMark(at index: Int, _ end: Int) -> Int {
        switch prose[index] {
        case 0x5C:
            prose[index] = CheckedText.unseen
            return min(index + 2, end)
        case 0x60: return readCode(at: index, end)
        case 0x3C: return readTag(at: index, end)
        case 0x21 where index + 1 < end && prose[index + 1] == 0x5B:
            readImage(at: index, end)
            return index + 2
        case 0x5B:
            if index + 1 < end, prose[index + 1] == 0x5E, let close = find(0x5D, index, end) {
                blot(index..<close + 1, CheckedText.unseen)
                facts.append(index..<close + 1)
                return close + 1
            }
            prose[index] = CheckedText.unseen
            return index + 1
        case 0x5D: return readLinkEnd(at: index, end)
        case 0x2A, 0x7E: prose[index] = CheckedText.unseen
        case 0x5F where !(index > 0 && Letters.isWord(prose[index - 1])): prose[index] = CheckedText.unseen
        case 0x3A: return readDirective(at: index, end)
        case 0x68 where isAddress(at: index, end): return readAddress(at: index, end)
        default: break
        }
        return index + 1
    }

    /// What was found, or not, is not sought again: a text of openings must not be searched through for each.
    private mutating func find(_ byte: UInt8, _ start: Int, _ end: Int) -> Int? {
        if let known = sought[byte], known.end == end, start >= known.start {
            guard let place = known.place else { return nil }
            if start <= place, prose[place] == byte { return place }
        }
        let place = prose[start..<end].firstIndex(of: byte)
        sought[byte] = (start, end, place)
        return place
    }

    private mutating func readCode(at index: Int, _ end: Int) -> Int {
        var open = index
        while open < end, prose[open] == 0x60 { open += 1 }
        var next = open
        while let start = find(0x60, next, end) {
            next = start
            while next < end, prose[next] == 0x60 { next += 1 }
            if next - start == open - index {
                blot(index..<next)
                return next
            }
        }
        return open
    }

    private mutating func readTag(at index: Int, _ end: Int) -> Int {
        guard index + 1 < end, Letters.isWord(prose[index + 1]) || prose[index + 1] == 0x2F || prose[index + 1] == 0x21,
            let close = find(0x3E, index, min(end, index + 2048))
        else { return index + 1 }
        if prose[index..<close].contains(0x3A) {
            links.append(
                CheckedText.Link(
                    destination: String(decoding: prose[(index + 1)..<close], as: UTF8.self), range: index..<close + 1))
        }
        blot(index..<close + 1)
        return close + 1
    }

    private mutating func readImage(at index: Int, _ end: Int) {
        if let close = find(0x5D, index + 2, end), close + 1 < end,
            prose[close + 1] == 0x28 || prose[close + 1] == 0x5B,
            prose[(index + 2)..<close].allSatisfy({ $0 == 0x20 })
        {
            bareImages.append(index..<close + 1)
        }
        blot(index..<index + 2, CheckedText.unseen)
    }

    private mutating func readLinkEnd(at index: Int, _ end: Int) -> Int {
        prose[index] = CheckedText.unseen
        guard index + 1 < end else { return index + 1 }
        if prose[index + 1] == 0x5B, let close = find(0x5D, index + 1, end) {
            blot(index + 1..<close + 1, CheckedText.unseen)
            return close + 1
        }
        guard prose[index + 1] == 0x28 else { return index + 1 }
        var (depth, close) = (0, index + 1)
        while close < min(end, index + 4096) {
            if prose[close] == 0x28 { depth += 1 }
            if prose[close] == 0x29 { depth -= 1 }
            if depth == 0 || prose[close] == 0x0A { break }
            close += 1
        }
        guard close < end, depth == 0 else { return index + 1 }
        let target = prose[(index + 2)..<close].drop { $0 == 0x20 || $0 == 0x3C }.prefix { $0 > 0x20 && $0 != 0x3E }
        links.append(CheckedText.Link(destination: String(decoding: target, as: UTF8.self), range: index..<close + 1))
        blot(index + 1..<close + 1, CheckedText.unseen)
        return close + 1
    }

    private mutating func readDirective(at index: Int, _ end: Int) -> Int {
        var name = index + 1
        while name < end, Letters.isWord(prose[name]) || prose[name] == 0x2D { name += 1 }
        guard name > index + 1, name < end, prose[name] == 0x5B || prose[name] == 0x7B else { return index + 1 }
        let word = String(decoding: prose[(index + 1)..<name], as: UTF8.self)
        if Self.factual.contains(word) { facts.append(index..<name) }
        blot(index..<name, CheckedText.unseen)
        var next = name
        if prose[name] == 0x5B {
            guard let close = find(0x5D, name, end) else { return name }
            let isOpaque = Self.nameless.contains(word)
            if isOpaque { blot(name..<close + 1) } else { prose[name] = CheckedText.unseen }
            guard close + 1 < end, prose[close + 1] == 0x7B else { return isOpaque ? close + 1 : name + 1 }
            if !isOpaque { readInline(name + 1..<close) }
            prose[close] = isOpaque ? CheckedText.opaque : CheckedText.unseen
            next = close + 1
        }
        guard let close = find(0x7D, next, end) else { return next }
        blot(next..<close + 1, CheckedText.unseen)
        return close + 1
    }

    private func isAddress(at index: Int, _ end: Int) -> Bool {
        prose[index..<end].starts(with: "http://".utf8) || prose[index..<end].starts(with: "https://".utf8)
    }

    private mutating func readAddress(at index: Int, _ end: Int) -> Int {
        let stops: [UInt8] = [0x22, 0x28, 0x29, 0x3C, 0x3E, 0x5B, 0x5D, 0x60]
        var next = index
        while next < end, prose[next] > 0x20, prose[next] < 0x7F, !stops.contains(prose[next]) { next += 1 }
        links.append(
            CheckedText.Link(destination: String(decoding: prose[index..<next], as: UTF8.self), range: index..<next))
        blot(index..<next)
        return next
    }
}
