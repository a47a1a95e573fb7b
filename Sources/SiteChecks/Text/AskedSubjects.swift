/// What a question is about.
enum AskedSubjects {
    /// Characters of question words and particles: no name is made of them alone.
    private static let common = Set("的是什么怎如何哪些吗呢为和与或有无能会可以应该要不用在对做到了个请问多少几时候里上下还也就都被把给从向让很更最我你他它这那其")
    private static let stopWords: Set<String> = [
        "what", "is", "an", "the", "how", "do", "does", "my", "to", "of", "for", "and", "or", "in", "on", "which",
        "when",
        "why", "can", "should", "are", "it", "with", "from", "be", "you", "your", "between", "that", "this", "not",
        "get",
        "use", "will", "there", "at", "by", "if", "one", "we", "about", "who", "where", "was", "has", "have", "did",
    ]

    /// Whether one of them stands in a text in small letters.
    static func stand(_ subjects: [String], in text: [UInt8]) -> Bool {
        subjects.contains { stands(Array($0.utf8), in: text) }
    }

    private static func stands(_ part: [UInt8], in text: [UInt8]) -> Bool {
        var index = 0
        while index + part.count <= text.count {
            if text[index] == part[0], text[index..<index + part.count].elementsEqual(part) { return true }
            index += 1
        }
        return false
    }

    /// Pairs of Han characters and the stems of other words.
    static func of(_ text: String) -> [String] {
        var found: [String] = []
        var word = ""
        var previous: Character?
        func end() {
            if word.utf8.count > 1, !stopWords.contains(word) { found.append(String(word.prefix(5))) }
            word = ""
        }
        for character in text.lowercased() {
            let isHan = character.unicodeScalars.first.map { (0x3400...0x9FFF).contains($0.value) } ?? false
            if isHan {
                end()
                let isName = !common.contains(character)
                if isName, let previous { found.append(String([previous, character])) }
                previous = isName ? character : nil
            } else {
                previous = nil
                if character.isLetter || character.isNumber { word.append(character) } else { end() }
            }
        }
        end()
        return found
    }
}
