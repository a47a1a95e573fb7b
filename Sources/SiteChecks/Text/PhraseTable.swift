/// Finds fixed phrases in UTF-8 text; small and capital letters are one.
struct PhraseTable: Sendable {
    /// The phrases that begin with the same two bytes.
    private let groups: [[[UInt8]]]
    /// By the first two bytes: the number of the group, counted from 1; 0 for none.
    private let numbers: [UInt16]

    /// - Parameter phrases: of two bytes or more, in small letters; of two that begin alike the longer one first.
    init(_ phrases: [String]) {
        var groups: [[[UInt8]]] = []
        var numbers = [UInt16](repeating: 0, count: 65_536)
        for phrase in phrases.map({ Array($0.utf8) }) where phrase.count > 1 {
            let start = Self.start(phrase[0], phrase[1])
            if numbers[start] == 0 {
                groups.append([])
                numbers[start] = UInt16(groups.count)
            }
            groups[Int(numbers[start]) - 1].append(phrase)
        }
        self.groups = groups
        self.numbers = numbers
    }

    /// - Returns: the end of the phrase that stands at a place, whole words alone; nil when there is none.
    func end(in text: [UInt8], at start: Int) -> Int? {
        guard start + 1 < text.count else { return nil }
        let number = numbers[Self.start(Letters.lower(text[start]), Letters.lower(text[start + 1]))]
        guard number > 0, !(start > 0 && Letters.isWord(text[start]) && Letters.isWord(text[start - 1])),
            let phrase = groups[Int(number) - 1].first(where: { Self.matches($0, text, start) })
        else { return nil }
        return start + phrase.count
    }

    private static func start(_ first: UInt8, _ second: UInt8) -> Int { Int(first) << 8 | Int(second) }

    static func matches(_ phrase: [UInt8], _ text: [UInt8], _ start: Int) -> Bool {
        let end = start + phrase.count
        guard end <= text.count else { return false }
        for offset in phrase.indices where Letters.lower(text[start + offset]) != phrase[offset] { return false }
        return end == text.count || !Letters.isWord(text[end - 1]) || !Letters.isWord(text[end])
    }
}
