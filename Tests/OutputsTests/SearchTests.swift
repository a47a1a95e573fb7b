import Outputs
import SiteModel
import Testing

/// What search keeps of pages, and how it is cut into files.
@Suite struct SearchTests {
    @Test func theTextOfAPage() {
        let html = """
            <html><head><title>x</title></head><body><header>不算</header><main id="m">
            <h1>标题 &amp; more</h1><p data-search="question">问题：<b>怎么</b>问？</p>
            <div data-search="none">操作<p>复制</p></div><p id="answer">短<em>答</em>案。<button hidden>复制</button></p>
            <nav><h2>目录</h2></nav><h2>小标题</h2><ul><li>一<br>二</li></ul>
            <script>不算</script><table><tr><th>甲</th><td>1.25</td></tr></table><pre><code>a = 1
            b</code></pre><section data-search="margin"><h3>相关</h3></section>末尾</main><footer>不算</footer></body></html>
            """
        #expect(
            Self.text(SearchDocument(path: "/a", title: "标题\n& more", html: Array(html.utf8))) == """
                /a\t标题 & more
                0标题 & more
                1问题：怎么问？
                2短答案。
                5目录
                3小标题
                4一 二
                4甲 1.25
                4a = 1 b
                5相关
                4末尾


                """)
    }

    @Test func aPageWithoutHeadingIsFoundByItsTitle() {
        let document = SearchDocument(path: "/a", title: "标题", html: Array("<main><p>文".utf8))
        #expect(Self.text(document) == "/a\t标题\n0标题\n4文\n\n")
    }

    /// Case and width make no difference.
    @Test(arguments: ["中转", "ＡＰ", "ap", "Éx"])
    func foldedCharacters(_ sought: String) {
        let site = IndexedTexts(["xx中转站 Ap éＸ", "别的文字"])
        #expect(site.documents(with: sought) == [0])
    }

    /// Whatever stands side by side, white space left out, leads to its page and to no other.
    @Test func everyPairLeadsToItsPage() {
        let texts = [
            "网关把 OpenAI 的请求转发给上游，价格是 $1.25。", "Rate limits differ: 429 or 503?", "余额不足　请充值\u{00A0}再试",
            "网关网关网关", "一",
        ]
        let site = IndexedTexts(texts)
        for text in texts {
            let characters = Array(text.unicodeScalars.filter { !$0.properties.isWhitespace })
            for (first, second) in zip(characters, characters.dropFirst()) {
                let pair = String(String.UnicodeScalarView([first, second]))
                let expected = texts.indices.filter {
                    IndexedTexts.compact(texts[$0]).contains(IndexedTexts.compact(pair))
                }
                #expect(site.documents(with: pair) == expected, "\(pair)")
            }
        }
        #expect(site.documents(with: "关把余") == [])
    }

    @Test func ranksAreTheBestOfAPair() {
        let site = IndexedTexts(["<h1>网关</h1><p>网关和密钥", "<h2>密钥</h2>网关"])
        #expect(site.ranks(with: "网关") == [0: 0, 1: 4])
        #expect(site.ranks(with: "密钥") == [0: 4, 1: 3])
        // Across blocks the worse of both.
        #expect(site.ranks(with: "钥网") == [1: 4])
    }

    @Test func runsOfNeighboursAreShort() {
        let site = IndexedTexts([String](repeating: "甲乙", count: 600))
        #expect(site.documents(with: "甲乙") == Array(0..<600))
        #expect(site.pairFiles.reduce(0) { $0 + $1.count } < 40)
    }

    @Test func anEditChangesFewFiles() {
        let texts = (0..<200).map { "第 \($0) 页：\(String(repeating: "网关密钥额度", count: 40))" }
        let before = IndexedTexts(texts)
        let after = IndexedTexts(texts.enumerated().map { $0 == 77 ? $1 + "鳜鱼" : $1 })
        let changed = before.files.keys.filter { before.files[$0] != after.files[$0] }.sorted()
        #expect(before.files.keys == after.files.keys)
        #expect(changed.filter { $0.hasPrefix("search/text/") }.count == 1)
        #expect(changed.count <= 5, "\(changed)")
    }

    @Test func nothingIsWrittenWithoutSearch() {
        var site = SampleSite()
        site.settings.outputs["search"] = false
        site.add("answers/a", "甲")
        let view = site.view()
        let products = PageProducts(twins: [nil])
        #expect(Search.tasks(view, products).isEmpty)
        #expect(SearchPairs.tasks(view, products).isEmpty)
    }

    private static func text(_ document: SearchDocument) -> String { String(decoding: document.bytes, as: UTF8.self) }
}

/// A site of answers with these texts, numbered as they stand here, and its search files read back.
private struct IndexedTexts {
    private(set) var files: [String: [UInt8]] = [:]
    private var bits = 0
    /// By the number of a document: the position of its text.
    private var order: [Int] = []

    var pairFiles: [[UInt8]] { files.keys.filter { $0.hasPrefix("search/pairs/") }.sorted().compactMap { files[$0] } }

    init(_ texts: [String]) {
        var site = SampleSite()
        for number in texts.indices { site.add("answers/p\(1000 + number)", "T") }
        let view = site.view()
        let documents = texts.enumerated().map { number, text in
            SearchDocument(
                path: "/answers/p\(1000 + number)", title: "T",
                html: Array((text.contains("<h1>") ? "<main>" : "<main><h1></h1>").utf8) + Array(text.utf8))
        }
        var products = PageProducts(twins: texts.map { _ in nil }, searchDocuments: documents)
        let index = SearchPairIndex(view, products)
        products.searchPairs = index.with((0..<index.partCount).map { index.part($0) })
        for format in [Search.self, SearchPairs.self] as [any SiteFormat.Type] {
            for task in format.tasks(view, products) {
                files[task.path] = format.render(task, view, products).flatMap { piece -> [UInt8] in
                    if case .bytes(let bytes) = piece { bytes } else { [] }
                }
                if task.folder == "text" { order += task.pages.map(\.position) }
            }
        }
        while 1 << bits < pairFiles.count { bits += 1 }
    }

    func documents(with sought: String) -> [Int] { ranks(with: sought).keys.sorted() }

    /// By position of the text: the best rank that what is sought can have.
    func ranks(with sought: String) -> [Int: Int] {
        let characters = Self.compact(sought).unicodeScalars.map(\.value)
        var found: [Int: Int]?
        for (first, second) in zip(characters, characters.dropFirst()) {
            let here = pages(Self.number(first, second))
            found = found.map { $0.merging(here) { max($0, $1) }.filter { here[$0.key] != nil } } ?? here
            found = found?.filter { here[$0.key] != nil }
        }
        return found ?? [:]
    }

    static func compact(_ text: String) -> String {
        let folded = text.unicodeScalars.filter { !$0.properties.isWhitespace }.map { scalar in
            (0xFF01...0xFF5E).contains(scalar.value) ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
        }
        return String(String.UnicodeScalarView(folded)).lowercased()
    }

    private static func number(_ first: UInt32, _ second: UInt32) -> Int {
        var mixed = (first &* 0x9E37_79B1) ^ (second &* 0x85EB_CA77)
        mixed ^= mixed >> 15
        mixed &*= 0x2C1B_3C6D
        mixed ^= mixed >> 13
        return Int(mixed >> 8)
    }

    private func pages(_ pair: Int) -> [Int: Int] {
        let file = files["search/pairs/\(pair >> (24 - bits)).bin"] ?? []
        var index = 0
        func number() -> Int {
            var (value, shift) = (0, 0)
            while true {
                let byte = Int(file[index])
                index += 1
                value |= (byte & 0x7F) << shift
                if byte < 0x80 { return value }
                shift += 7
            }
        }
        var key = 0
        while index < file.count {
            key += number()
            let length = number()
            guard key == pair & (1 << (24 - bits) - 1) else {
                index += length
                continue
            }
            var found: [Int: Int] = [:]
            let end = index + length
            while index < end {
                let head = number()
                var (left, page) = (head >> 3, -1)
                while left > 0 {
                    let step = number()
                    for _ in 0..<(step == 0 ? number() : 1) {
                        page += max(step, 1)
                        found[order[page]] = head & 7
                        left -= 1
                    }
                }
            }
            return found
        }
        return [:]
    }
}
