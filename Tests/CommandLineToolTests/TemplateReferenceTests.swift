import CommandLineTool
import TestSupport
import Testing

/// The reference for theme authors stands in the repository; it is what the code says.
@Suite struct TemplateReferenceTests {
    @Test func theReferenceIsCurrent() throws {
        #expect(try GoldenFile("../../Templates/README.md").difference(from: TemplateReference.text()) == nil)
    }

    @Test func itNamesWhatTemplatesSee() {
        let text = TemplateReference.text()
        for word in [
            "### page", "| `short_answer` | HTML or none |", "`truncate(", "| `range` |", "`divisibleby(num)`",
        ] {
            #expect(text.contains(word), "\(word)")
        }
    }
}
