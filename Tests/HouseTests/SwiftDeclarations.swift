import Foundation

/// What the rules of the house ask about a source: its functions, its types, its force unwraps.
extension SwiftCode {
    /// A function, initialiser or deinitialiser with a body.
    struct Function {
        let name: String
        let line: Int
        /// From the line of its keyword to that of its closing brace.
        let lineCount: Int
    }

    /// A type or an extension with what stands behind its colon.
    struct TypeDeclaration {
        let keyword: String
        let name: String
        let inherited: [String]
    }

    func functions() -> [Function] {
        let words = words()
        return words.compactMap { entry in
            guard ["func", "init", "deinit", "subscript"].contains(entry.word), !follows(0x2E, entry.offset) else {
                return nil
            }
            let end = entry.offset + entry.word.utf8.count
            guard let body = bodyStart(from: end), let close = closing(of: body) else { return nil }
            let first = line(at: entry.offset)
            return Function(
                name: entry.word == "func" ? name(from: end) : entry.word, line: first,
                lineCount: line(at: close) - first + 1)
        }
    }

    func typeDeclarations() -> [TypeDeclaration] {
        let words = words()
        return words.enumerated().compactMap { position, entry in
            guard ["struct", "enum", "class", "protocol", "actor", "extension"].contains(entry.word),
                position + 1 < words.count, !follows(0x2E, entry.offset)
            else { return nil }
            let name = words[position + 1]
            guard let brace = bytes[name.offset...].firstIndex(of: 0x7B) else { return nil }
            let head = String(decoding: bytes[name.offset..<brace], as: UTF8.self)
            guard !head.contains("\n\n"), !head.contains("}") else { return nil }
            let list = head.components(separatedBy: ":").dropFirst().joined().components(separatedBy: " where ")[0]
            let names = list.split { !Self.isIdentifierByte($0.utf8.first ?? 0) && $0 != "." }.map(String.init)
            return TypeDeclaration(keyword: entry.word, name: name.word, inherited: names)
        }
    }

    /// The lines with a `!` behind an expression or a type: `x!`, `try!`, `as!`, `Int!`.
    func forceUnwrapLines() -> [Int] {
        bytes.indices.filter { index in
            guard bytes[index] == 0x21, index > 0 else { return false }
            let before = bytes[index - 1]
            let after = index + 1 < bytes.count ? bytes[index + 1] : 0x0A
            // `)` `]` `}` `?` `"` or a word before it; `!=` compares.
            let isBehind = Self.isIdentifierByte(before) || [0x29, 0x5D, 0x7D, 0x3F, 0x22].contains(before)
            return isBehind && after != 0x3D
        }.map { line(at: $0) }
    }

    /// The lines on which any of these words stands.
    func lines(ofWords wanted: Set<String>) -> [(word: String, line: Int)] {
        words().filter { wanted.contains($0.word) }.map { ($0.word, line(at: $0.offset)) }
    }
}

extension SwiftCode {
    private func follows(_ byte: UInt8, _ offset: Int) -> Bool { offset > 0 && bytes[offset - 1] == byte }

    /// What stands before the parameters: a word or an operator.
    private func name(from offset: Int) -> String {
        let name = bytes[offset...].prefix { $0 != 0x28 }
        return String(decoding: name, as: UTF8.self).split(separator: " ").first.map(String.init) ?? ""
    }

    /// The opening brace of a body; nil for a requirement of a protocol, or a call.
    private func bodyStart(from offset: Int) -> Int? {
        var depth = 0
        var index = offset
        while index < bytes.count {
            switch bytes[index] {
            case 0x28, 0x5B: depth += 1
            case 0x29, 0x5D: depth -= 1
            case 0x7B where depth == 0: return index
            case 0x7D where depth == 0, 0x3B where depth == 0, 0x3D where depth == 0 && !isArrowOrOperator(index):
                return nil
            case 0x0A where depth == 0 && declarationBegins(after: index): return nil
            default: break
            }
            if depth < 0 { return nil }
            index += 1
        }
        return nil
    }

    /// `==` in a function's name or a `where` clause.
    private func isArrowOrOperator(_ index: Int) -> Bool {
        let neighbours: [UInt8] = [0x3D, 0x3C, 0x3E, 0x21, 0x2B, 0x2D, 0x2A, 0x7E]
        return (index > 0 && neighbours.contains(bytes[index - 1]))
            || (index + 1 < bytes.count && neighbours.contains(bytes[index + 1]))
    }

    private func declarationBegins(after offset: Int) -> Bool {
        let rest = bytes[(offset + 1)...].prefix(400)
        guard let start = rest.firstIndex(where: { $0 != 0x20 && $0 != 0x0A }) else { return true }
        let word = rest[start...].prefix { Self.isIdentifierByte($0) }
        let openers = [
            "func", "var", "let", "init", "static", "mutating", "package", "private", "case", "associatedtype",
        ]
        return openers.contains(String(decoding: word, as: UTF8.self))
    }

    private func closing(of brace: Int) -> Int? {
        var depth = 0
        for index in brace..<bytes.count {
            if bytes[index] == 0x7B { depth += 1 }
            if bytes[index] == 0x7D {
                depth -= 1
                if depth == 0 { return index }
            }
        }
        return nil
    }
}
