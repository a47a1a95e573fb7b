/// Finds fixed phrases in UTF-8 text; small and capital letters are one.
struct PhraseTable: Sendable {
    private let phrases: [[UInt8]]
    /// By byte: whether a phrase begins with it.
    private let begins: [Bool]

    /// - Parameter phrases: in small letters; of two that begin alike the longer one first.
    init(_ phrases: [String]) {
        self.phrases = phrases.map { Array($0.utf8) }
        var begins = [Bool](repeating: false, count: 256)
        for phrase in self.phrases { if let first = phrase.first { begins[Int(first)] = true } }
        self.begins = begins
    }

    /// - Returns: the end of the phrase that stands at a place, whole words alone; nil when there is none.
    func end(in text: [UInt8], at start: Int) -> Int? {
        guard begins[Int(Letters.lower(text[start]))],
            !(start > 0 && Letters.isWord(text[start]) && Letters.isWord(text[start - 1])),
            let phrase = phrases.first(where: { Self.matches($0, text, start) })
        else { return nil }
        return start + phrase.count
    }

    static func matches(_ phrase: [UInt8], _ text: [UInt8], _ start: Int) -> Bool {
        let end = start + phrase.count
        guard end <= text.count else { return false }
        for offset in phrase.indices where Letters.lower(text[start + offset]) != phrase[offset] { return false }
        return end == text.count || !Letters.isWord(text[end - 1]) || !Letters.isWord(text[end])
    }
}
