import SiteModel
import Testing

/// Phrases are kept by number: each case must find its own text.
@Suite struct PhrasesTests {
    private let phrases = Phrases(
        keys: Phrase.allCases.map(\.rawValue),
        texts: [
            "zh": Dictionary(uniqueKeysWithValues: Phrase.allCases.map { ($0.rawValue, "〔\($0.rawValue)〕") }),
            "en": ["updated": "Updated"],
        ])

    @Test func eachPhraseHasItsOwnText() {
        for phrases in [phrases, phrases.copied()] {
            for phrase in Phrase.allCases {
                #expect(phrases.text(phrase, in: "zh") == "〔\(phrase.rawValue)〕")
                #expect(phrases.text(phrase, in: "zh") == phrases.text(phrase.rawValue, in: "zh"))
            }
        }
    }

    @Test func whatALanguageLacksIsItsKey() {
        #expect(phrases.text(.updated, in: "en") == "Updated")
        #expect(phrases.text(.published, in: "en") == "published")
        #expect(phrases.text(.updated, in: "fr") == "updated")
    }
}
