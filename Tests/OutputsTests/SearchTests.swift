import Bytes
import Diagnostics
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
            Self.text(html) == """
                0标题 & more
                1问题：怎么问？
                2短答案。
                3小标题
                4一 二
                4甲 1.25
                4a = 1 b
                5相关
                4末尾

                """)
    }

    /// Ways to other places and what one may do with a page are no content, unless a template says so.
    @Test func whatIsNoContentIsLeftOut() {
        let html = """
            <main><h1>题</h1><div data-search="none">复制<p>引用</p></div><nav>上一篇</nav><button>按</button>甲<span hidden>乙</span>丙
            <nav data-search="body">丁</nav><select><option>戊</option></select><svg><title>己</title></svg><p>a<b>b</b>c&amp;d&#x4E2D;
            """
        #expect(Self.text(html) == "0题\n4甲丙\n4丁\n4abc&d中\n")
    }

    /// Elements that say nothing by their name are passed over, but not those that say something by their attributes.
    @Test func marksOfPlainElements() {
        let html = """
            <main><h1>题</h1><p>甲<span hidden>x<span>y</span><b>z</b></span>乙<span>丙</span><b data-search="none">w<b>v</b></b>丁
            <a href="a>b"><em>戊</em></a><span data-search="answer">己<span>庚</span></span>辛</p></span></main>
            """
        #expect(Self.text(html) == "0题\n4甲乙丙丁 戊\n2己庚\n4辛\n")
    }

    /// Names in any case, of any length, and what only begins like one; elements that are not closed.
    @Test func namesOfElements() {
        let html = """
            <MAIN><H1>题</H1><main><BlockQuote>甲<custom-template>乙</custom-template><br/>丙</BLOCKQUOTE><template-x>丁</template-x
            ><x-aside>戊</x-aside><template>己</template><aside><p>庚<h2>辛<section>壬</aside>癸<nav>子<nav>丑</nav>寅</nav>卯
            """
        #expect(Self.text(html) == "4甲乙 丙\n4丁戊\n5庚\n5辛\n5壬\n4癸\n4卯\n")
    }

    /// What the pairs are made of is what the text says, in references, in any width, at the end.
    @Test func charactersOfEveryForm() {
        let site = IndexedTexts(["甲&lt;乙&amp;丙&#39;丁 &unknown; É é\u{301} 😀🎉 ＡＢ\u{200B}c&#x4E2D;&nbsp;完", "无"])
        for pair in [
            "甲<", "<乙", "乙&", "&丙", "丙'", "'丁", "&u", "n;", ";é", "éé", "e\u{301}", "😀🎉", "🎉a", "ab", "bc", "c中", "中完",
        ] {
            #expect(site.documents(with: pair) == (pair == "e\u{301}" ? [] : [0]), "\(pair)")
        }
    }

    @Test func aPageWithoutHeadingIsFoundByItsTitle() {
        #expect(Self.text("<title>标 &lt; 题</title><main><p>文") == "4文\n0标 < 题\n")
    }

    /// Broken markup ends nothing too early and reads nothing behind its end.
    @Test(arguments: [
        "", "<", "<main", "<main>a<", "<main><p", "<main><p a=\"", "<main><script>x", "<main>&#x", "<main></p></b>a",
        "<!--",
    ])
    func brokenMarkup(_ html: String) {
        #expect(Self.text(html).utf8.count < 8)
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
            "网关把 OpenAI 的请求转发给上游，价格是 $1.25。", "Rate limits differ: 429 or 503? Best tend en na", "余额不足　请充值\u{00A0}再试",
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
        // All pairs of it stand there, but never three letters of it.
        #expect(site.documents(with: "stena") == [])
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

    /// Every third page, every page but some, one alone: across the borders of blocks and parts.
    @Test func anyDocumentsAreKept() {
        let texts = (0..<1100).map { number in
            (number % 3 == 0 ? "甲乙。" : "。") + (number % 64 == 63 ? "。" : "丙丁。") + (number == 1023 ? "戊己" : "")
        }
        let site = IndexedTexts(texts)
        #expect(site.documents(with: "甲乙") == (0..<1100).filter { $0 % 3 == 0 })
        #expect(site.documents(with: "丙丁") == (0..<1100).filter { $0 % 64 != 63 })
        #expect(site.documents(with: "戊己") == [1023])
    }

    /// Texts with more pairs than a table begins with.
    @Test func everyPairOfALongTextIsKept() {
        let characters = (0..<2500).compactMap { Unicode.Scalar(0x4E00 + $0) }
        let site = IndexedTexts([String(String.UnicodeScalarView(characters)), "短"])
        let missing = zip(characters, characters.dropFirst()).filter {
            site.documents(with: String(String.UnicodeScalarView([$0, $1]))) != [0]
        }
        #expect(missing.isEmpty)
    }

    /// Few changed pages make the files anew that a whole index would change, and the same bytes.
    @Test func anEditChangesFewFiles() {
        let texts = (0..<200).map { "第 \($0) 页：\(String(repeating: "网关密钥额度", count: 40))" }
        let edited = texts.enumerated().map { [77, 78].contains($0) ? "<h2>额度</h2>" + $1.dropFirst(3) + "鳜鱼" : $1 }
        let before = IndexedTexts(texts), after = IndexedTexts(edited)
        let changed = before.files.keys.filter { before.files[$0] != after.files[$0] }.sorted()
        #expect(before.files.keys == after.files.keys)
        #expect(changed.filter { $0.hasPrefix("search/pages/") }.isEmpty)
        let changes = [77, 78].map {
            ChangedPairs(document: $0, from: before.pairs[$0], to: after.pairs[$0], before.plan)
        }
        let shards = ChangedPairs.shards(of: changes)
        #expect(shards.map { SearchPlan.shardPath($0) }.sorted() == changed.filter { $0 != "search/index.json" })
        for shard in shards {
            let path = SearchPlan.shardPath(shard)
            #expect(ChangedPairs.file(shard, from: before.files[path] ?? [], changes, before.plan) == after.files[path])
        }
        #expect(ChangedPairs.file(0, from: [0x80], changes, before.plan) == nil)
    }

    @Test func addressesAreShortInOrder() {
        let site = IndexedTexts((0..<300).map { "\($0)" })
        let first = String(decoding: site.files["search/pages/0.txt"] ?? [], as: UTF8.self)
        #expect(first.hasPrefix("@/answers/p1000\nM1\nM2\n"))
        #expect(site.files["search/pages/1.txt"].map { $0.count { $0 == 0x0A } } == 44)
    }

    /// The pages say what the index says, and the other way round.
    @Test func theIndexAgreesWithThePages() {
        let texts = ["<h1>网关</h1><p id=\"answer\">转发 Requests。</p>", "<h1>密钥</h1>文"]
        let site = IndexedTexts(texts)
        #expect(site.disagreements(with: texts) == [])
        #expect(site.disagreements(with: [texts[0].replacing("网关", with: "网站"), texts[1]]) == ["title 网站"])
        #expect(site.disagreements(with: [texts[0].replacing("发 R", with: "给 R"), texts[1]]) == ["short answer 转给"])
        #expect(site.disagreements(with: [texts[0]]) == ["address /answers/p1001"])
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

    private static func text(_ html: String) -> String {
        var buffer = ByteBuffer()
        buffer.append(text: html)
        return PagePairsReader.text(ofPage: buffer)
    }
}

/// A site of answers with these texts, numbered as they stand here, and its search files read back.
private struct IndexedTexts {
    private(set) var files: [String: [UInt8]] = [:]
    let pairs: [PagePairs]
    let plan: SearchPlan

    var pairFiles: [[UInt8]] { files.keys.filter { $0.hasPrefix("search/pairs/") }.sorted().compactMap { files[$0] } }

    init(_ texts: [String]) {
        var site = SampleSite()
        for number in texts.indices { site.add("answers/p\(1000 + number)", "T") }
        let view = site.view()
        var reader = PagePairsReader()
        var pairs: [PagePairs] = []
        for text in texts {
            var html = ByteBuffer()
            html.append(text: Self.html(text))
            pairs.append(reader.pairs(ofPage: html))
        }
        let plan = SearchPlan(view, length: texts.reduce(0) { $0 + $1.utf8.count })
        let parts = stride(from: 0, to: texts.count, by: SearchPart.size).map {
            [pairs] in SearchPart(pairs[$0..<min($0 + SearchPart.size, texts.count)], bits: plan.bits)
        }
        var sort = PostingSort(parts, plan)
        let index = SearchIndex(plan, files: (0..<plan.shardCount).map { sort.file($0) })
        let products = PageProducts(twins: texts.map { _ in nil }, searchIndex: index)
        for format in [Search.self, SearchPairs.self] as [any SiteFormat.Type] {
            for task in format.tasks(view, products) {
                files[task.path] = format.render(task, view, products).flatMap { piece -> [UInt8] in
                    if case .bytes(let bytes) = piece { bytes } else { [] }
                }
            }
        }
        self.plan = plan
        self.pairs = pairs
    }

    private static func html(_ text: String) -> String {
        (text.contains("<h1>") ? "<main>" : "<main><h1></h1>") + text + "</main>"
    }

    /// What the agreement finds when the pages say this.
    func disagreements(with texts: [String]) -> [String] {
        let pages = texts.enumerated().map { number, text in
            PageProjections(
                path: "/answers/p\(1000 + number)", html: Array(Self.html(text).utf8), twin: [],
                baseURL: "https://example.test"
            ).summary
        }
        let files = self.files.filter { $0.key.hasPrefix("search/p") }.sorted { $0.key < $1.key }.map {
            (path: $0.key, format: $0.key.hasPrefix("search/pairs") ? "search-pairs" : "search", bytes: $0.value)
        }
        return AgreementRegistry.disagreements(files, pages, baseURL: "https://example.test")
            .map { "\($0.fact.english) \($0.otherText)" }
    }

    func documents(with sought: String) -> [Int] { ranks(with: sought).keys.sorted() }

    /// By position of the text: the best rank that what is sought can have.
    func ranks(with sought: String) -> [Int: Int] {
        let characters = Self.compact(sought).unicodeScalars.map(\.value)
        var found: [Int: Int]?
        for place in characters.indices.dropLast() {
            let here = pages(Self.numbers(characters[place...]))
            guard let before = found else {
                found = here
                continue
            }
            found = here.filter { before[$0.key] != nil }.merging(before.filter { here[$0.key] != nil }) { max($0, $1) }
        }
        return found ?? [:]
    }

    static func compact(_ text: String) -> String {
        let folded = text.unicodeScalars.filter { !$0.properties.isWhitespace }.map { scalar in
            (0xFF01...0xFF5E).contains(scalar.value) ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
        }
        return String(String.UnicodeScalarView(folded)).lowercased()
    }

    /// The numbers that a pair may have: of Latin letters the character behind them is a part.
    private static func numbers(_ characters: ArraySlice<UInt32>) -> ClosedRange<Int> {
        let codes = characters.map { Int(($0 ^ $0 >> 16) & 0xFFFF) }
        let first = ((codes[0] * 0xBBDB + codes[1] * 0xBADF) & 0xFFFF) << 8
        let isLatin = codes[..<2].allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
        if isLatin, codes.count == 2 { return first...(first | 0xFF) }
        let last = (isLatin ? codes[2] * 0xD8DF : codes[0] * 0xD8DF + codes[1] * 0x5FBF) & 0xFFFF
        return (first | last >> 8)...(first | last >> 8)
    }

    private func pages(_ numbers: ClosedRange<Int>) -> [Int: Int] {
        let shift = 24 - plan.bits
        let mask = 1 << shift - 1
        let keys = (numbers.lowerBound & mask)...(numbers.upperBound & mask)
        let file = files["search/pairs/\(numbers.lowerBound >> shift).bin"] ?? []
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
        var found: [Int: Int] = [:]
        while index < file.count {
            key += number()
            var isLast = false
            while !isLast {
                let head = number()
                isLast = head & 8 != 0
                var (left, page) = (head >> 4, -1)
                while left > 0 {
                    let step = number()
                    for _ in 0..<(step == 0 ? number() : 1) {
                        page += max(step, 1)
                        if keys.contains(key) { found[page] = min(found[page] ?? 7, head & 7) }
                        left -= 1
                    }
                }
            }
        }
        return found
    }
}
