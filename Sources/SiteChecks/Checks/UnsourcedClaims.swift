package import Diagnostics
import SiteModel

/// Claims that nobody can check: no source, no link, no tie to the catalog.
package enum UnsourcedClaims: PageCheck {
    package static let code = DiagnosticCode(
        "sources/missing", .warning,
        en:
            "What an answer or a comparison says can be checked: grounds, shares, years and superlatives have a source. The paragraph links to it, names the note, takes the figure from the catalog, or the page lists its sources. ‘Studies show’ and ‘industry-leading’ need a source in the paragraph itself.",
        zh:
            "答案和对比中的说法要能核对：判断依据、百分比、年份和最高级都要有来源。在段落里链接来源、加脚注，用指令引用目录中的数值，或在 sources 中列出。“据统计”“业界领先”这类说法，要在同一段写明来源。",
        wrong: "evidence: [多数网关支持流式输出。]\n---\n据统计，八成以上的团队都用网关。",
        right:
            "evidence: [多数网关支持流式输出。]\nsources: [{title: OpenAI API 文档, url: \"https://platform.openai.com/docs\", accessed: 2026-11-28}]\n---\n[2026 年的一项调查](https://example.org/survey)中，八成以上的团队都用网关。"
    )

    /// The kinds that make claims about the world.
    private static let kinds: Set<String> = ["answer", "comparison"]
    /// How a ground begins that says where the others end.
    private static let limits = ["适用边界", "适用范围", "边界", "局限", "限制", "limits", "limit", "scope", "limitations"]

    package static func mistakes(on page: CheckedPage, in ground: CheckGround) -> [Diagnostic] {
        guard kinds.contains(page.header.kind) else { return [] }
        let names = SourceNames(page.header.sources)
        let found = page.texts.flatMap { text -> [Diagnostic] in
            switch text.role {
            case .evidence, .shortAnswer, .answer, .body: mistakes(in: text, names)
            // Advice, and what asks, claim nothing.
            case .title, .description, .question, .definition, .step, .askedQuestion: []
            }
        }
        return Repetition.bounded(found, in: ground)
    }

    private static func mistakes(in text: CheckedText, _ names: SourceNames) -> [Diagnostic] {
        let marks = (text.links.map(\.range) + text.facts).sorted { $0.lowerBound < $1.lowerBound }
        var next = 0
        return text.blocks.compactMap { block in
            if case .heading = block.kind { return nil }
            while next < marks.count, marks[next].upperBound <= block.range.lowerBound { next += 1 }
            if next < marks.count, marks[next].lowerBound < block.range.upperBound { return nil }
            let found = ClaimScan.first(in: text.prose, block.range)
            if let found, found.claim == .hearsay {
                return names.isNamed(in: text.words(block.range)) ? nil : hearsay(text, found.range)
            }
            guard names.isEmpty else { return nil }
            if text.role == .evidence { return isLimit(text) ? nil : ground(text) }
            return found.map { fact(text, $0.range) }
        }
    }

    private static func isLimit(_ text: CheckedText) -> Bool {
        let start = text.words.lowercased().drop { !$0.isLetter }
        return limits.contains { name in
            start.hasPrefix(name) && start.dropFirst(name.count).first.map { "：:".contains($0) } ?? false
        }
    }

    private static func ground(_ text: CheckedText) -> Diagnostic {
        Diagnostic(
            code, at: text.wholePlace, Message(en: "this ground has no source", zh: "这条判断依据没有来源"),
            hint: Message(
                en: "link to the source, or add ‘sources’ with title, url and accessed",
                zh: "请链接到来源，或添加 sources，写明 title、url 和 accessed"))
    }

    private static func fact(_ text: CheckedText, _ range: Range<Int>) -> Diagnostic {
        let words = text.words(range)
        return Diagnostic(
            code, at: text.place(range),
            Message(en: "‘\(words)’ has no source", zh: "“\(words)”没有来源"),
            hint: Message(
                en: "link to the source here, or list it in ‘sources’", zh: "请在这里链接到来源，或列入 sources"))
    }

    private static func hearsay(_ text: CheckedText, _ range: Range<Int>) -> Diagnostic {
        let words = text.words(range)
        return Diagnostic(
            code, at: text.place(range),
            Message(en: "‘\(words)’ does not say whose words these are", zh: "“\(words)”没有说明出自哪里"),
            hint: Message(en: "name the source in this paragraph and link to it", zh: "请在这一段写明来源并加上链接"))
    }
}

/// What a text may call the sources of its page.
private struct SourceNames {
    private static let leastLetters = 4
    private static let leastHan = 3

    private let words: Set<String>
    let isEmpty: Bool

    init(_ sources: [PageSource]) {
        isEmpty = sources.isEmpty
        words = Set(sources.flatMap { Self.words($0.title) })
    }

    func isNamed(in text: String) -> Bool { !words.isEmpty && Self.words(text).contains(where: words.contains) }

    /// Long words, and every three Han characters in a row.
    private static func words(_ text: String) -> [String] {
        var found: [String] = []
        for piece in text.lowercased().split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
            for word in runs(of: Array(piece)) {
                if word.isHan {
                    for start in 0..<max(0, word.text.count - leastHan + 1) {
                        found.append(String(word.text[start..<start + leastHan]))
                    }
                } else if word.text.count >= leastLetters {
                    found.append(String(word.text))
                }
            }
        }
        return found
    }

    /// Stretches of Han characters and of others.
    private static func runs(of piece: [Character]) -> [(text: [Character], isHan: Bool)] {
        var found: [(text: [Character], isHan: Bool)] = []
        for character in piece {
            let isHan = character.unicodeScalars.first.map { (0x3400...0x9FFF).contains($0.value) } ?? false
            if found.last?.isHan == isHan {
                found[found.count - 1].text.append(character)
            } else {
                found.append(([character], isHan))
            }
        }
        return found
    }
}
