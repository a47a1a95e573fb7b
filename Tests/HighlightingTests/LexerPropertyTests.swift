import Bytes
import TestSupport
import Testing

@testable import Highlighting

/// What holds for every lexer and any bytes: nothing is lost or reordered, and the work is bounded by the length.
@Suite struct LexerPropertyTests {
    static let names = CodeLanguageRegistry.all.map { $0.name }

    private static let pieces = [
        "\"", "'", "`", "$(", "${", "$((", "))", "}", "<!--", "-->", "<a b=\"", ">", "</a>", "/*", "*/", "//", "#", "{",
        "[", "(",
        ")", "\\", "f\"{", "\"\"\"", "<<A\n", "\nA\n", "- ", "a: |\n  ", "\n", " ", "\t", "{{", "&amp;", "@a", "!",
        "#\"", "\\(",
        "<script>", "</script>", "<style>", "a=1", "--b", "HTTP/1.1 200 OK\n", "GET / HTTP/1.1\n", "é", "中文", "0x1F",
        "1e+9",
        ".5", "?", "=>", "func f()", "def f():", "class A", "if", "in", ";", "|", "&&", "\r\n", "\u{1F600}", "null",
        "true",
    ].map { Array($0.utf8) }

    private static func code(_ seed: UInt64, pieces count: Int) -> [UInt8] {
        var numbers = SplitMix(state: seed)
        return (0..<count).flatMap { _ in pieces[Int.random(in: 0..<pieces.count, using: &numbers)] }
    }

    private func check(_ code: [UInt8], _ name: String, _ seed: UInt64) {
        let tokens = CodeHighlighting.tokens(of: code, 0..<code.count, language: ArraySlice(name.utf8))
        var end = 0
        var last: TokenClass?
        for token in tokens {
            #expect(token.end > end && token.tokenClass != last, "\(name), seed \(seed)")
            (end, last) = (token.end, token.tokenClass)
        }
        #expect(end == code.count, "\(name), seed \(seed)")
    }

    @Test(arguments: names)
    func tokensLeaveNothingOut(_ name: String) {
        for seed in 0..<150 as Range<UInt64> { check(Self.code(seed, pieces: 60), name, seed) }
    }

    @Test(arguments: names)
    func anyBytesAreTaken(_ name: String) {
        for seed in 0..<100 as Range<UInt64> {
            var numbers = SplitMix(state: seed)
            check((0..<120).map { _ in UInt8.random(in: 0...255, using: &numbers) }, name, seed)
        }
    }

    @Test(arguments: names)
    func theTextOfTheHTMLIsTheCode(_ name: String) {
        for seed in 0..<60 as Range<UInt64> {
            let code = Self.code(seed, pieces: 60)
            var buffer = ByteBuffer()
            CodeHighlighting.write(code, 0..<code.count, language: ArraySlice(name.utf8), into: &buffer)
            #expect(Self.text(ofHTML: buffer.bytes) == code, "\(name), seed \(seed)")
        }
    }

    /// Well-formed input stays well formed between tags: no token ends inside a character.
    @Test(arguments: names)
    func charactersStayWhole(_ name: String) {
        for seed in 0..<100 as Range<UInt64> {
            let code = Self.code(seed, pieces: 60)
            for token in CodeHighlighting.tokens(of: code, 0..<code.count, language: ArraySlice(name.utf8)) {
                #expect(token.end == code.count || code[token.end] & 0xC0 != 0x80, "\(name), seed \(seed)")
            }
        }
    }

    /// Nor where a limit cuts a long word: behind each piece stand more characters than any limit counts bytes.
    @Test(arguments: names)
    func longWordsStayWhole(_ name: String) {
        let more = ["<<", "<<-'", "(", "{% ", "\"\"\"", "`${", "\\u"].map { Array($0.utf8) }
        for piece in Self.pieces + more {
            for before in ["", "a", "ab"] {
                let code = Array(before.utf8) + piece + Array(String(repeating: "中", count: 400).utf8)
                for token in CodeHighlighting.tokens(of: code, 0..<code.count, language: ArraySlice(name.utf8)) {
                    let isWhole = token.end == code.count || code[token.end] & 0xC0 != 0x80
                    #expect(isWhole, "\(name), \(String(decoding: piece, as: UTF8.self))")
                }
            }
        }
    }

    /// What a lexer looks at twice grows with the length of the code and no faster.
    @Test(arguments: names)
    func lookingAheadIsBounded(_ name: String) throws {
        let language = try #require(CodeLanguageRegistry.language(named: ArraySlice(name.utf8)))
        for piece in Self.pieces {
            let code = Array(repeatElement(piece, count: 3000 / piece.count).joined())
            let scanned = CodeHighlighting.scan(code, 0..<code.count, as: language)
            #expect(scanned.lookedAhead <= 8 * code.count, "\(name), \(String(decoding: piece, as: UTF8.self))")
        }
    }

    /// Takes the elements away and turns the five references back.
    private static func text(ofHTML html: [UInt8]) -> [UInt8] {
        var text: [UInt8] = []
        var index = 0
        while index < html.count {
            if html[index] == 0x3C {
                index = (html[index...].firstIndex(of: 0x3E) ?? html.count) + 1
            } else if html[index] == 0x26, let end = html[index...].firstIndex(of: 0x3B) {
                let references = ["&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": "\"", "&#39;": "'"]
                let reference = String(decoding: html[index...end], as: UTF8.self)
                text += Array((references[reference] ?? reference).utf8)
                index = end + 1
            } else {
                text.append(html[index])
                index += 1
            }
        }
        return text
    }
}
