import Testing

/// Every sentence for people stands in English and in Chinese.
@Suite struct MessagesTests {
    /// Calls with an `en:` and a `zh:`, whatever makes the message.
    private static let sentences = House.sources.flatMap { file, code in
        code.calls().filter { $0.argument("en") != nil || $0.argument("zh") != nil }.map { (file, $0) }
    }

    @Test func noLanguageIsLeftOut() {
        #expect(Self.sentences.count > 100)
        let half = Self.sentences.filter { file, call in
            let english = call.argument("en").map { file.literal($0) ?? "a value" } ?? ""
            let chinese = call.argument("zh").map { file.literal($0) ?? "a value" } ?? ""
            return english.isEmpty != chinese.isEmpty
        }
        #expect(half.map { "\($0.path):\($1.line)" } == [])
    }

    /// A sentence in the wrong language is one that was forgotten.
    @Test func eachSentenceIsInItsLanguage() {
        var wrong: [String] = []
        for (file, call) in Self.sentences {
            if let text = call.argument("en").flatMap({ file.literal($0) }),
                Wording.letters(text).contains(where: Wording.isHan)
            {
                wrong.append("\(file.path):\(call.line): en: \(text)")
            }
            if let text = call.argument("zh").flatMap({ file.literal($0) }), Wording.isEnglishSentence(text) {
                wrong.append("\(file.path):\(call.line): zh: \(text)")
            }
        }
        #expect(wrong == [])
    }

    @Test func noSentenceEndsWithAFullStopButExplanations() {
        let names: Set<String> = ["Message"]
        let stopped = Self.sentences.filter { file, call in
            guard names.contains(call.name), let text = call.argument("en").flatMap({ file.literal($0) }) else {
                return false
            }
            return text.hasSuffix(".") && !text.hasSuffix("…") && !text.hasSuffix("..")
        }
        #expect(stopped.map { "\($0.path):\($1.line)" } == [])
    }
}

/// Which language a literal is written in.
enum Wording {
    static func isHan(_ scalar: Unicode.Scalar) -> Bool {
        (0x3400...0x9FFF).contains(scalar.value) || (0x20000...0x3FFFF).contains(scalar.value)
    }

    /// The literal without its interpolations.
    static func letters(_ literal: String) -> String.UnicodeScalarView {
        var result = String.UnicodeScalarView()
        var depth = 0
        var wasBackslash = false
        for scalar in literal.unicodeScalars {
            if depth > 0 {
                if scalar == "(" { depth += 1 }
                if scalar == ")" { depth -= 1 }
            } else if wasBackslash, scalar == "(" {
                depth = 1
            } else if scalar != "\\" {
                result.append(scalar)
            }
            wasBackslash = scalar == "\\"
        }
        return result
    }

    /// Three or more words of Latin letters and nothing Chinese: names and terms such as `max_age_days` are fewer.
    static func isEnglishSentence(_ literal: String) -> Bool {
        let text = letters(literal)
        if text.contains(where: isHan) { return false }
        return text.split { !$0.properties.isAlphabetic && $0 != "_" && $0 != "-" && $0 != "/" }.count >= 3
    }
}
