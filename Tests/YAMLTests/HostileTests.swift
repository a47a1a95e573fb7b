import Diagnostics
import TestSupport
import Testing

@testable import YAML

/// Texts that are made to hang, crash or flood a YAML parser.
@Suite struct HostileTests {
    static let wide = YAMLLimits(bytes: 8 * 1024 * 1024)

    @Test(arguments: [
        ("[", "yaml/too-deep"), ("{", "yaml/too-deep"), ("{a: ", "yaml/too-deep"), ("- ", "yaml/too-deep"),
        ("? ", "yaml/complex-key"), ("%", "yaml/directive"), ("---\n", "yaml/several-documents"),
        ("␀", "yaml/control-character"), ("[?", "yaml/syntax"), ("!a ", "yaml/tag"), ("&a ", "yaml/anchor"),
        ("*", "yaml/alias"), ("\"", "yaml/syntax"), ("a: ", "yaml/syntax"), ("\t", ""), ("\r", ""), (" ", ""),
        ("#\n", ""),
        ("-", ""), (":", ""), ("a: b\n", "yaml/duplicate-key"), ("a:\n", "yaml/duplicate-key"), ("|\n", ""),
    ])
    func repeatedBytesEnd(_ piece: String, _ code: String) {
        let text = String(repeating: Outline.withControls(piece), count: 200_000 / piece.utf8.count)
        let (_, found) = YAMLParser.parse(SourceFile(path: "a", bytes: Array(text.utf8)), limits: Self.wide)
        #expect(found.count <= 101)
        if code.isEmpty {
            #expect(found.count <= 1)
        } else {
            #expect(found.contains { $0.code.id == code }, "\(Outline.mistakes(found).prefix(3))")
        }
    }

    @Test func deepBlocksAreRefused() {
        let text = (0..<2000).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
        #expect(
            Outline.mistakes(text, limits: Self.wide)
                == ["17:17+1 yaml/too-deep: more than 16 lists and mappings inside one another"])
    }

    @Test func anAliasBombIsNotExpanded() {
        var text = "a: &a [x, x, x, x, x, x, x, x, x]\n"
        for (one, next) in zip("abcdefgh", "bcdefghi") {
            text += "\(next): &\(next) [\(Array(repeating: "*\(one)", count: 9).joined(separator: ", "))]\n"
        }
        let found = Outline.mistakes(text)
        #expect(found.count == 9 + 8 * 9)
        #expect(found.allSatisfy { $0.contains("is not allowed") })
    }

    /// Texts made of YAML's own signs: no crash, no hang, every place inside the text.
    @Test func randomTextsAreSurvived() {
        var random = SplitMix(state: 20_260_101)
        let pieces: [String] = [
            "a", "b: ", ":", " ", "  ", "\n", "\n", "- ", "-", "? ", "[", "]", "{", "}", ",", "#", " #c", "&x", "*x",
            "!",
            "!!t", "|", "|2", ">", ">-", "'", "\"", "\\", "%", "@", "\n  ", "\n    ", "\t", "\r", "\r\n", "~", "\u{85}",
            "\u{2028}", "你", "\u{FEFF}", "---", "...", "<<", "k: ", "\u{1}",
        ]
        for _ in 0..<20_000 {
            var text = ""
            for _ in 0..<Int(random.next() % 30) { text += pieces[Int(random.next() % UInt64(pieces.count))] }
            let file = SourceFile(path: "a", bytes: Array(text.utf8))
            let (root, found) = YAMLParser.parse(file)
            if let root { #expect(isInside(root, 0..<file.bytes.count), "\(text.debugDescription)") }
            for one in found { #expect((one.location?.line ?? 0) >= 1, "\(text.debugDescription)") }
        }
    }

    private func isInside(_ node: YAMLNode, _ outer: Range<Int>) -> Bool {
        guard node.range.lowerBound >= outer.lowerBound, node.range.upperBound <= outer.upperBound else { return false }
        switch node.content {
        case .scalar(let scalar):
            return scalar.contentRange.lowerBound >= node.range.lowerBound
                && scalar.contentRange.upperBound <= node.range.upperBound
        case .sequence(let items): return items.allSatisfy { isInside($0, node.range) }
        case .mapping(let entries): return entries.allSatisfy { isInside($0.value, node.range) }
        }
    }
}
