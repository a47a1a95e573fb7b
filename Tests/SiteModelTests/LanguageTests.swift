import SiteModel
import Testing

@Suite struct LanguageTests {
    @Test(arguments: ["ar", "ar-EG", "fa-IR", "he", "ur", "ug", "az-Arab", "ku-Arab-IQ", "ff-Adlm", "HE", "ks"])
    func runsFromRightToLeft(_ tag: String) { #expect(Language(code: "x", tag: tag, name: "").isRightToLeft) }

    @Test(arguments: ["zh-Hans", "en", "ur-Latn", "ks-Deva", "az", "arn", "fr-CA", "x", ""])
    func runsFromLeftToRight(_ tag: String) { #expect(!Language(code: "x", tag: tag, name: "").isRightToLeft) }
}
