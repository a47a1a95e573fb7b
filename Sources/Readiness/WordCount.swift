/// The word that a text in a script with spaces says most. Chinese has no words between spaces, so nothing is counted there:
/// a share of characters would call every term of the trade stuffed.
struct WordCount {
    /// Thousandths of all words; nil where there is too little to count.
    let most: (word: String, permille: Int)?

    private static let fewest = 100
    /// What every English text says often.
    private static let common: Set<String> = [
        "about", "also", "does", "each", "every", "from", "have", "into", "more", "only", "other", "page", "pages",
        "same", "such",
        "than", "that", "their", "them", "then", "there", "these", "they", "this", "what", "when", "where", "which",
        "while",
        "with", "without", "your",
    ]

    init(_ text: String) {
        let measure = TextMeasure(text)
        guard measure.latinWords >= Self.fewest, measure.han * 10 / 17 < measure.latinWords / 4 else {
            most = nil
            return
        }
        var counts: [String: Int] = [:]
        for word in text.lowercased().split(whereSeparator: { !$0.isLetter && !$0.isNumber }) where word.utf8.count > 3
        {
            let word = String(word)
            if !Self.common.contains(word) { counts[word, default: 0] += 1 }
        }
        // Of two that are said as often, the first by its letters: the report may not change from run to run.
        most = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
            .map { ($0.key, $0.value * 1000 / measure.words) }
    }
}
