import Diagnostics
import Testing

/// How many cells of a terminal a text takes.
@Suite struct DisplayWidthTests {
    @Test(arguments: [
        ("", 0), ("abc", 3), ("中文", 4), ("，。「」", 8), ("“", 1), ("ｆｕ", 4), ("ｱ", 1), ("한글", 4), ("é", 1),
        ("e\u{301}", 1),
        ("😀", 2), ("✅❌⭐⚡⏰", 10), ("✓", 1), ("\u{200B}\u{FEFF}\u{FE0F}", 0), ("𠮷", 2), ("〿", 1), ("\u{3000}", 2),
        ("\u{1112}\u{1161}\u{11AB}", 2), ("é中a", 4),
    ])
    func cells(_ text: String, _ width: Int) { #expect(DisplayWidth.of(text.unicodeScalars) == width) }
}
