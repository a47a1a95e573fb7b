import CommonMark
import Testing

@Suite struct TableTests {
    @Test func alignmentByClass() {
        let html = read("| a | b | c | d |\n|:--|:-:|--:|---|\n| 1 | 2 | 3 | 4 |").htmlText
        #expect(
            html == """
                <div class="table-scroll" tabindex="0">
                <table>
                <thead>
                <tr>
                <th class="align-left" scope="col">a</th>
                <th class="align-center" scope="col">b</th>
                <th class="align-right" scope="col">c</th>
                <th scope="col">d</th>
                </tr>
                </thead>
                <tbody>
                <tr>
                <td class="align-left">1</td>
                <td class="align-center">2</td>
                <td class="align-right">3</td>
                <td>4</td>
                </tr>
                </tbody>
                </table>
                </div>

                """)
    }

    /// A run of emphasis at either end of a cell sees nothing beside it.
    @Test(arguments: [
        ("_a_", "<em>a</em>"), ("*(a)*", "<em>(a)</em>"), ("***(a)***", "<em><strong>(a)</strong></em>"),
        ("__“a”__", "<strong>“a”</strong>"), ("_a_ b _c_", "<em>a</em> b <em>c</em>"),
        ("~~_a_~~", "<del><em>a</em></del>"),
        ("_[a](/b)_", "<em><a href=\"/b\">a</a></em>"), ("*", "*"), ("_", "_"), ("`*`", "<code>*</code>"),
        ("a_b_", "a_b_"),
    ])
    func emphasisInCells(_ cell: String, _ html: String) {
        let table = read("| \(cell) | x |\n|---|---|\n| y | \(cell) |\n").htmlText
        #expect(table.contains("<th scope=\"col\">\(html)</th>"))
        #expect(table.contains("<td>\(html)</td>"))
    }

    @Test func aPipeAloneIsNoTable() {
        #expect(read("|\n-|\n").htmlText == "<p>|\n-|</p>\n")
        #expect(read("||\n|-|\n").hasTables)
    }

    @Test func headerOnly() {
        let html = read("| a |\n| - |", options { $0.gfmAttributes = true }).htmlText
        #expect(html == "<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n</table>\n")
    }

    @Test func shortAndLongRows() {
        let html = read("a | b\n--|--\n1\n1 | 2 | 3", options { $0.gfmAttributes = true }).htmlText
        #expect(html.contains("<td>1</td>\n<td></td>\n"))
        #expect(html.contains("<td>1</td>\n<td>2</td>\n</tr>"))
    }

    @Test(arguments: [
        ("| a \\| b |\n|--|", "a | b"), ("| `a\\|b` |\n|--|", "<code>a|b</code>"),
        ("| **a** *b* ~~c~~ |\n|--|", "<strong>a</strong> <em>b</em> <del>c</del>"),
        ("| [a][r] |\n|--|\n\n[r]: /u \"t\"", "<a href=\"/u\" title=\"t\">a</a>"),
        ("| # a # |\n|--|", "# a #"), ("| - a |\n|--|", "- a"), ("| :price[x] |\n|--|", "⟦price⟧"),
        ("| 甲**（乙）**丙 |\n|--|", "甲<strong>（乙）</strong>丙"), ("| a &amp; b\\\\ |\n|--|", "a &amp; b\\"),
        ("| www.a.com |\n|--|", "<a href=\"http://www.a.com\">www.a.com</a>"),
    ])
    func cellContent(_ source: String, _ expected: String) {
        #expect(read(source, options { $0.gfmAttributes = true }).htmlText.contains("<th>\(expected)</th>"))
    }

    @Test(arguments: [
        "| a |\n| - | - |", "| a | b |\n|---|", "a\n---", "| a\n- b", "a | b\nc | d", "    | a |\n    |---|",
        "```\n| a |\n|---|\n```", "<div>\n| a |\n|---|\n</div>", "`| a |\n|---|`x",
    ])
    func noTable(_ source: String) {
        #expect(!read(source, options { $0.allowedElements = ["div"] }).hasTables || source.hasPrefix("`"))
    }

    @Test(arguments: [
        ("- | a |\n  |---|\n  | 1 |\n- b", "<li>\n<table>"), ("> | a |\n> |---|\n> | 1 |", "<blockquote>\n<table>"),
        ("text\n| a |\n|---|", "<p>text</p>\n<table>"), ("1. x\n\n   | a |\n   |---|", "<p>x</p>\n<table>"),
        ("> - | a |\n>   |---|\n>   | 1 |", "<li>\n<table>"), ("| a |\n|---|\n| 1 |\ntext\n\nmore", "<td>text</td>"),
        ("| a |\n|---|\n> q", "</table>\n<blockquote>"), ("| a |\n|---|\n# h", "</table>\n<h1>"),
        ("| a |\n|---|\n- x", "</table>\n<ul>"), ("| a |\n|---|\n***", "</table>\n<hr />"),
        ("| a |\r\n|---|\r\n| 1 |\r\n", "<td>1</td>"), ("# h\n| a |\n|---|", "<h1>h</h1>\n<table>"),
    ])
    func places(_ source: String, _ expected: String) {
        let html = read(source, options { $0.gfmAttributes = true }).htmlText
        #expect(html.contains(expected), "\(html)")
    }

    /// Code shows its bytes as they are, tables and all.
    @Test(arguments: ["", "> ", "    "])
    func codeIsRestored(_ prefix: String) {
        let lines = [
            "| a | `b` \\| | c |", "|---|:-:|--|", "| ~~x~~ | 中**（b）**中 |", ":::note", "::model-table", "[^1]: x",
            ":price[x]{y}", "| 1 |",
        ]
        let isIndented = prefix == "    "
        let body = lines.map { prefix + $0 }.joined(separator: "\n")
        let source = isIndented ? body : "\(prefix)```\n\(body)\n\(prefix)```"
        let html = read(source + "\n\n[^1]: y").htmlText
        #expect(html.contains("<code>\(lines.joined(separator: "\n"))\n</code>"), "\(html)")
    }

    @Test func twinIsNormal() {
        #expect(
            read("a|b\n:-|-:\n`x\\|y`|1 \\| 2\n3").twinText
                == "| a | b |\n| :-- | --: |\n| `x\\|y` | 1 \\| 2 |\n| 3 | |\n")
    }

    @Test func placesOfDiagnosticsInCells() {
        let content = read("| 甲 | b |\n|---|---|\n| x \\| | :pric[a] |\n")
        #expect(content.problems == ["3:11+4 markdown/unknown-directive: ‘pric’ is not a directive"])
    }

    @Test func cellLimit() {
        let content = read("a|b\n-|-\n1|2\n3|4", options { $0.limits.tableCells = 4 })
        #expect(content.htmlText.contains("<td>2</td>"))
        #expect(!content.htmlText.contains("<td>4</td>"))
        #expect(content.problems == ["4:1+3 markdown/table-too-large: the tables have more than 4 cells"])
    }
}

extension String {
    var lines: [String] { split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }
}
