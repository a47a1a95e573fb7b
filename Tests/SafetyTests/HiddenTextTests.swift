import Diagnostics
import Testing

@testable import Safety

/// Styles that hide text, and those that only look like it.
@Suite struct HiddenTextTests {
    @Test(arguments: [
        #"<p style="font-size:0">a</p>"#, #"<p style='font-size: 1px'>a</p>"#, #"<p style="font-size:.1em">a</p>"#,
        #"<p style="font-size:0.5px">"#,
        #"<p style="color:#fff; background:#fff">a</p>"#, #"<p style="background-color: White;color: white">a</p>"#,
        #"<p style="position:absolute;left:-9999px">a</p>"#, #"<p style="clip-path: inset(50%)">a</p>"#,
        #"<p style="display: none">a</p>"#,
    ])
    func isFound(_ html: String) {
        #expect(
            HiddenText.mistakes(in: SourceFile(path: "a.html", bytes: Array(html.utf8))).map(\.code) == [.hiddenText])
    }

    @Test(arguments: [
        #"<p style="font-size:12px">a</p>"#, #"<p style="font-size:.9em">a</p>"#, #"<p style="font-size:80%">a</p>"#,
        #"<p style="color:#fff;background:#000">a</p>"#, #"<p style="opacity:0.5">a</p>"#,
        #"<p style="left:-1px">a</p>"#,
        #"<p style="font-size: var(--text)">a</p>"#, #"<p title="display:none">a</p>"#,
    ])
    func whatCanBeReadPasses(_ html: String) {
        #expect(HiddenText.mistakes(in: SourceFile(path: "a.html", bytes: Array(html.utf8))) == [])
    }

    private static let sheet = """
        /* .comment { display: none } */
        .gone, p.unseen { display: none; }
        .far { position: absolute; left: var(--space); top: -6rem }
        .tiny { width: 1px; height: 1px; overflow: hidden }
        .list:empty, .tab[hidden], .outer .inner { display: none }
        @media print { .screen-only { display: none } }
        @media (max-width: 30em) { .wide { visibility: hidden } }
        .badge { position: absolute; top: -1px } .faint { opacity: .6 }
        """

    @Test(arguments: ["gone", "unseen", "far", "tiny", "wide"]) func aClassThatHidesIsFound(_ name: String) {
        let classes = HidingClasses(in: [Array(Self.sheet.utf8)])
        #expect(classes.first(in: Array("<p>a</p><span class=\"note \(name)\">b</span>".utf8)) == name)
    }

    @Test(arguments: ["comment", "list", "tab", "inner", "screen-only", "badge", "faint", "goner"])
    func aClassThatShowsPasses(_ name: String) {
        let classes = HidingClasses(in: [Array(Self.sheet.utf8)])
        #expect(classes.first(in: Array("<p class=\"\(name)\">gone class=gone</p>".utf8)) == nil)
    }
}
