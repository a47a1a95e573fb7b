/// Takes marks out of bytes that are no text, and puts back what they stand for.
enum MarkExpansion {
    static func expand(_ view: ByteView, _ tokens: [Token], _ source: [UInt8], into text: inout [UInt8]) {
        var start = 0
        var index = 0
        while let found = view.firstIndex(of: Mark.lead, from: index) {
            guard let mark = Mark(at: found, in: view) else {
                index = found + 1
                continue
            }
            let plainEnd = max(start, mark.start(at: found, in: view, tokens))
            unsafe text.append(contentsOf: view.slice(start..<plainEnd).raw)
            start = mark.end(at: found + Mark.length, in: view, tokens)
            switch mark {
            case .token(let number) where number < tokens.count:
                let token = tokens[number]
                if token.isBlock { removeBlockLine(&text) }
                text.append(contentsOf: source[token.range])
                start = end(of: token, from: start, in: view)
            case .afterRun: start += Mark.length
            default: break
            }
            start = min(start, view.count)
            index = start
        }
        unsafe text.append(contentsOf: view.slice(start..<view.count).raw)
    }

    private static func removeBlockLine(_ text: inout [UInt8]) {
        if text.suffix(Mark.blockLineLength).elementsEqual("###### ".utf8) { text.removeLast(Mark.blockLineLength) }
    }

    /// Behind what the token's line was made into.
    private static func end(of token: Token, from start: Int, in view: ByteView) -> Int {
        var index = start
        for _ in 0..<token.endCount {
            var next = view.firstIndex(of: Mark.lead, from: index)
            while let found = next, Mark(at: found, in: view) != .end {
                next = view.firstIndex(of: Mark.lead, from: found + 1)
            }
            guard let found = next else { return index }
            index = found + Mark.length
        }
        if case .footnoteDefinition = token.kind {
            while index < view.count, view[index] == 0x0A || view[index] == 0x20 || view[index] == 0x3E { index += 1 }
            index += 4
        }
        return index
    }
}
