import Diagnostics
import SiteModel

/// Texts that try to leave the place where they are written.
enum HostileTexts {
    static let all = [
        "</script><script>alert(1)</script>", "<!-- <script>", "a ] b [ c", "a | b || c", "\"quoted\" 'single'",
        "line\u{2028}separator\u{2029}paragraph\u{0085}next", "two\nlines\r\nand\ttabs", "&amp; &lt; & %22",
        "\\back\\\\slash \\*", "*bold* _em_ `code` ~~no~~", "# not a heading #", "]]> <![CDATA[", "(paren) [x](y)",
        "emoji 👩‍💻 and \u{202E}bidi", "\u{7F}\u{01}control", "中文【】「」：；，。",
    ]
}

/// Files of pages, as far as outputs look at them.
enum SamplePageFile {
    static func make(_ path: String) -> TextLocation {
        TextLocation(file: SourceFile(path: path, bytes: []), range: 0..<0)
    }
}
