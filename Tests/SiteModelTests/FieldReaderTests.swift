import Diagnostics
import SiteModel
import Testing

/// The one reader behind every page kind and settings file: typed values, and all mistakes in one run.
@Suite struct FieldReaderTests {
    private static let doc = Message(en: "A field", zh: "字段")

    @Test func everyTypeIsRead() {
        let fixture = FieldFixture(
            """
            title: 什么是中转站
            date: 2026-11-23
            draft: true
            order: 12
            level: warning
            tags: [甲, 乙]
            answer: **中转站**转发请求
            steps: [{text: 一, why: 因为}, {text: 二}]
            author: team
            """)
        let (_, _, report) = fixture.read { fields in
            #expect(fields.text("title", Self.doc) == "什么是中转站")
            #expect(fields.moment("date", required: true, Self.doc) == Moment("2026-11-23"))
            #expect(fields.flag("draft", Self.doc) == true)
            #expect(fields.integer("order", Self.doc) == 12)
            #expect(fields.choice("level", of: ["error", "warning"], Self.doc) == "warning")
            #expect(fields.texts("tags", Self.doc).map(\.text) == ["甲", "乙"])
            #expect(fields.richText("answer", Self.doc)?.isEmpty == false)
            let steps = fields.records("steps", owner: Self.doc, Self.doc) { step in
                [step.text("text", Self.doc), step.optionalText("why", Self.doc) ?? "-"]
            }
            #expect(steps == [["一", "因为"], ["二", "-"]])
            let author = fields.reference("author", Self.doc)
            #expect(author?.text == "team")
            #expect(author.map { fields.location($0.range) }.map { "\($0.line):\($0.column)" } == "9:9")
        }
        #expect(report == [])
    }

    @Test func everyMissingFieldIsNamedAtOnce() {
        let (_, _, report) = FieldFixture("other: 1").read { fields in
            #expect(fields.text("title", Self.doc) == "")
            #expect(fields.moment("date", required: true, Self.doc) == nil)
            #expect(fields.richText("answer", required: true, Self.doc) == nil)
            #expect(fields.texts("models", required: true, Self.doc).isEmpty)
            #expect(fields.reference("model", required: true, Self.doc) == nil)
            _ = fields.optionalText("other", Self.doc)
        }
        #expect(
            report
                == ["answer", "date", "models", "model", "title"].map {
                    "1:1 front-matter/missing-field an answer requires ‘\($0)’"
                })
    }

    @Test func emptyIsAsMissingWhereSomethingIsRequired() {
        let fixture = FieldFixture("title:\nname: \"  \"\nmodels: []\nanswer: \"\"\nitems: [a, ~]\nnothing: ~")
        let (_, _, report) = fixture.read { fields in
            _ = fields.text("title", Self.doc)
            _ = fields.text("name", Self.doc)
            _ = fields.texts("models", required: true, Self.doc)
            _ = fields.richText("answer", required: true, Self.doc)
            #expect(fields.texts("items", required: true, Self.doc).map(\.text) == ["a"])
            #expect(fields.optionalText("nothing", Self.doc) == nil)
        }
        let places = [("1:1", "title"), ("2:7", "name"), ("3:9", "models"), ("4:10", "answer"), ("5:12", "items")]
        #expect(
            report == places.map { "\($0.0) front-matter/missing-field ‘\($0.1)’ is empty; an answer requires it" })
    }

    /// One mistake, one report: what has the wrong type is not missing as well.
    @Test func theWrongTypeIsSaidOnce() {
        let fixture = FieldFixture(
            """
            title: [a]
            tags: word
            models: word
            steps: word
            sources: [word, {url: u}]
            answer: {a: b}
            order: 1.5
            levels: {a: [b]}
            """)
        let (_, _, report) = fixture.read { fields in
            #expect(fields.text("title", Self.doc) == "")
            #expect(fields.texts("tags", Self.doc).isEmpty)
            #expect(fields.texts("models", required: true, Self.doc).isEmpty)
            #expect(fields.records("steps", required: true, owner: Self.doc, Self.doc) { _ in 1 } == [])
            #expect(fields.records("sources", owner: Self.doc, Self.doc) { $0.optionalText("url", Self.doc) } == ["u"])
            #expect(fields.richText("answer", required: true, Self.doc) == nil)
            #expect(fields.integer("order", Self.doc) == nil)
            #expect(fields.localizedText("levels", Self.doc) != nil)
        }
        let places = [
            "1:8 title|a text|a list", "2:7 tags|a list|a text", "3:9 models|a list|a text", "4:8 steps|a list|a text",
            "5:11 sources|a mapping|a text", "6:9 answer|a text|a mapping", "7:8 order|a whole number|a text",
            "8:13 levels|a text|a list",
        ]
        #expect(
            report
                == places.map { line in
                    let parts = line.split(separator: " ", maxSplits: 1)
                    let words = parts[1].split(separator: "|")
                    return
                        "\(parts[0]) front-matter/malformed-field ‘\(words[0])’ should be \(words[1]), but is \(words[2])"
                })
    }

    @Test func unknownFieldsAreNamedWithWhatTheyWereMeantToBe() {
        let (_, _, report) = FieldFixture("titel: x\nshort-answer: y\nwhatever: z").read { fields in
            _ = fields.optionalText("title", Self.doc)
            _ = fields.optionalText("short_answer", Self.doc)
        }
        #expect(
            report == [
                "1:1 front-matter/unknown-field ‘titel’ is not a field of an answer; did you mean ‘title’?",
                "2:1 front-matter/unknown-field ‘short-answer’ is not a field of an answer; did you mean ‘short_answer’?",
                "3:1 front-matter/unknown-field ‘whatever’ is not a field of an answer",
            ])
    }

    @Test func mistakesInsideRecordsStandAtTheirPlace() {
        let source = Message(en: "a source", zh: "来源")
        let (_, _, report) = FieldFixture("sources: [{titel: a, url: b}, {title: c}]").read { fields in
            fields.records("sources", owner: source, Self.doc) {
                [$0.text("title", Self.doc), $0.text("url", Self.doc)]
            }
        }
        #expect(
            report == [
                "1:11 front-matter/missing-field a source requires ‘title’",
                "1:12 front-matter/unknown-field ‘titel’ is not a field of a source; did you mean ‘title’?",
                "1:31 front-matter/missing-field a source requires ‘url’",
            ])
    }

    @Test(arguments: [
        ("no", "‘no’"), ("True", "‘True’"), ("yes", "‘yes’"), ("1", "‘1’"), ("\"true\"", "‘true’"),
        ("[true]", "a list"),
    ])
    func onlyTrueAndFalseAreFlags(_ written: String, _ found: String) {
        let (value, _, report) = FieldFixture("draft: \(written)").read { $0.flag("draft", Self.doc) }
        #expect(value == nil)
        #expect(report == ["1:8 front-matter/malformed-field ‘draft’ is true or false, not \(found)"])
    }

    /// The other language is not a translation of half a sentence.
    @Test func messagesAreChineseThroughout() {
        let (_, reader, _) = FieldFixture("draft: [a]\nflag: no\ntags: x\ntitel: y\nlevel: z").read { fields in
            _ = fields.flag("draft", Self.doc)
            _ = fields.flag("flag", Self.doc)
            _ = fields.texts("tags", Self.doc)
            _ = fields.text("title", Self.doc)
            _ = fields.choice("level", of: ["error"], Self.doc)
        }
        #expect(
            reader.diagnostics.sorted().map(\.message.chinese) == [
                "回答页缺少必填字段“title”", "“draft”只能是 true 或 false，不能是列表", "“flag”只能是 true 或 false，不能是“no”",
                "“tags”应为列表，实际是文本", "“titel”不是回答页的字段", "“level”只能是 error，不能是“z”",
            ])
    }

    @Test func aWordThatIsNoChoiceIsHintedAt() {
        let (_, _, report) = FieldFixture("level: warnign").read {
            $0.choice("level", of: ["error", "warning"], Self.doc)
        }
        #expect(
            report == [
                "1:8 front-matter/malformed-field ‘level’ is one of error, warning, not ‘warnign’; did you mean ‘warning’?"
            ])
    }

    @Test func badDatesSayWhatADateIs() {
        let (_, _, report) = FieldFixture("date: 2026-02-30").read { $0.moment("date", Self.doc) }
        #expect(
            report == [
                "1:7 front-matter/malformed-date ‘2026-02-30’ is not a date; write YYYY-MM-DD, or a time with its zone such as 2026-11-23T08:00:00+08:00"
            ])
    }

    @Test func mistakesOfMarkdownAreKept() {
        let (_, _, report) = FieldFixture("answer: a <b>").read { $0.richText("answer", Self.doc) }
        #expect(report == ["1:9 front-matter/malformed-field raw HTML"])
    }

    @Test func dictionariesKeepTheOrderOfTheFile() {
        let (keys, _, report) = FieldFixture("checks: {b: off, a: error}\nlist: [x, y]\nmixed: [t, {u: v}]").read {
            fields in
            let keys = fields.dictionary("checks", shape: .text, Self.doc) { key, value, fields in
                fields.text(key.text, value).map { "\(key.text)=\($0)" }
            }
            let names = fields.listOrDictionary("list", shape: .text, Self.doc) { key, value, _ in
                value == nil ? key.text : nil
            }
            let mixed = fields.mixedList("mixed", Self.doc) { item, _ in item.text?.text ?? "mapping" }
            return keys + names + mixed
        }
        #expect(keys == ["b=off", "a=error", "x", "y", "t", "mapping"])
        #expect(report == [])
    }

    @Test func aReaderWithoutASourceDescribesItself() throws {
        var reader = FieldReader(describing: FieldFixture.answer)
        _ = reader.text("title", Self.doc)
        _ = reader.flag("draft", Self.doc)
        _ = reader.choice("level", of: ["a", "b"], Self.doc)
        _ = reader.records("sources", required: true, owner: Self.doc, Self.doc) { $0.text("url", Self.doc) }
        reader.finish()
        #expect(reader.diagnostics.diagnostics == [])
        #expect(reader.descriptions.map(\.name) == ["title", "draft", "level", "sources"])
        #expect(reader.descriptions.map(\.isRequired) == [true, false, false, true])
        guard case .list(.record(let inner)) = try #require(reader.descriptions.last).shape else {
            Issue.record("sources is no list of records")
            return
        }
        #expect(inner.map(\.name) == ["url"])
        #expect(inner.map(\.isRequired) == [true])
    }

    @Test func headersReadTheirFields() {
        let text = """
            title: 标题
            date: 2026-11-23
            updated: 2026-11-22
            sources: [{title: 文档, url: /u, accessed: 2026-13-01}, {title: 脚本, url: "javascript:x"}]
            """
        let (header, _, report) = FieldFixture(text).read { fields in
            let language = Language(code: "zh", tag: "zh-Hans", name: "中文")
            var header = PageHeader(
                id: PageID("answers/a"), kind: "answer", folder: "answers", language: language,
                address: SiteAddress("/answers/a"), title: "")
            header.read(&fields)
            return header
        }
        #expect(header.title == "标题")
        #expect(header.modified == Moment("2026-11-22"))
        #expect(header.sources.map(\.title) == ["文档", "脚本"])
        #expect(header.sources.map(\.url) == ["/u", ""])
        #expect(
            report.map { String($0.prefix { $0 != "‘" }) } == [
                "3:10 front-matter/malformed-date ", "4:42 front-matter/malformed-date ",
                "4:72 front-matter/malformed-field a source's ",
            ])
    }
}
