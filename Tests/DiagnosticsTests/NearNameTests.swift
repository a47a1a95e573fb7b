import Diagnostics
import Testing

/// "Did you mean" is right when it speaks, and silent when nothing is near.
@Suite struct NearNameTests {
    private static let fields = [
        "title", "description", "date", "updated", "short_answer", "question", "related", "id",
    ]

    @Test(arguments: [
        ("titel", "title"), ("tite", "title"), ("Title", "title"), ("short-answer", "short_answer"),
        ("short_anwser", "short_answer"), ("shortanswer", "short_answer"), ("updatd", "updated"), ("dat", "date"),
        ("quesiton", "question"), ("descripton", "description"),
    ])
    func aSlipOfTheFingerIsUnderstood(_ wrong: String, _ right: String) {
        #expect(NearName.suggestions(for: wrong, among: Self.fields).first == right)
    }

    @Test(arguments: ["", "xyz", "author", "标题", "a-name-that-is-much-longer-than-all-the-others", "title"])
    func nothingNearIsNothingSaid(_ name: String) {
        #expect(NearName.suggestions(for: name, among: Self.fields) == [])
        #expect(NearName.hint(for: name, among: Self.fields) == nil)
    }

    @Test func theNearestComesFirstAndTiesGoByName() {
        #expect(
            NearName.suggestions(for: "pricf", among: ["prices", "price", "prise"], limit: 5) == [
                "price", "prices", "prise",
            ])
        #expect(NearName.suggestions(for: "pricf", among: ["prices", "price", "prise"], limit: 1) == ["price"])
    }

    @Test func theHintSpeaksBothLanguages() throws {
        let hint = try #require(NearName.hint(for: "titel", among: Self.fields))
        #expect(hint.english == "did you mean ‘title’?")
        #expect(hint.chinese == "是不是想写“title”？")
    }

    @Test func chineseNamesAreCompared() {
        #expect(NearName.suggestions(for: "中转占", among: ["中转站", "接口"]) == ["中转站"])
    }

    /// A swap of neighbours is one slip, not two.
    @Test func neighboursInTheWrongOrderAreOneSlip() {
        #expect(NearName.suggestions(for: "dtae", among: ["date"]) == ["date"])
        #expect(NearName.suggestions(for: "dxxe", among: ["date"]) == [])
    }
}
