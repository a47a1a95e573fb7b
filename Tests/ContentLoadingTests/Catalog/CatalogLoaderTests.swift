import Diagnostics
import SiteModel
import Testing

@Suite("Loading the catalog")
struct CatalogLoaderTests {
    @Test("A source without a snapshot is a warning that says how to fetch it")
    func missing() {
        let loaded = CatalogFiles().load()
        #expect(loaded.catalog == nil)
        #expect(loaded.diagnostics.map(\.code) == [.missingSnapshot])
        #expect(loaded.diagnostics.first?.severity == .warning)
        #expect(loaded.diagnostics.first?.location?.file == CatalogFiles.lock)
        #expect(loaded.diagnostics.first?.hint?.english == "run ‘citable catalog fetch --source main’")
        var files = CatalogFiles()
        files.setLock(CatalogFiles.model("a"))
        files.texts[CatalogFiles.meta] = nil
        #expect(files.places() == ["main.meta.json:1:1 catalog/malformed-snapshot"])
    }

    @Test("A snapshot older than max_age_days is not confirmed; the limit itself still is")
    func freshness() throws {
        var files = try CatalogFiles.repository()
        files.now = Moment(seconds: 1_795_469_462 + 14 * 86_400, zoneMinutes: 0)
        #expect(files.load().diagnostics.isEmpty && files.load().catalog?.isConfirmed == true)
        files.now = Moment(seconds: 1_795_469_462 + 14 * 86_400 + 1, zoneMinutes: 0)
        let stale = files.load()
        #expect(stale.catalog?.isConfirmed == false)
        #expect(files.places() == ["main.meta.json:2:17 catalog/stale"])
        #expect(stale.diagnostics.first?.severity == .warning)
        #expect(
            stale.diagnostics.first?.message.english
                == "the snapshot of ‘main’ is 14 days old, and max_age_days is 14: its prices are marked as not confirmed"
        )
    }

    @Test("What the cheapest deployment costs is less than the amount")
    func lowest() throws {
        func load(_ lowest: String, _ state: String = "\"state\": \"fixed\", \"amount\": \"1.5\"") -> Catalog? {
            var files = CatalogFiles()
            files.setLock(
                CatalogFiles.model("a", prices: CatalogFiles.price("input", state + ", \"lowest\": " + lowest)))
            let loaded = files.load()
            return loaded.diagnostics.isEmpty ? loaded.catalog : nil
        }
        #expect(load("\"0.5\"")?.offer("a")?.prices[0].lowest?.text == "0.5")
        #expect(load("\"0\"")?.offer("a")?.prices[0].lowest?.text == "0")
        for wrong in ["\"1.5\"", "\"2\"", "\"0.50\"", "0.5", "null", "\"\""] { #expect(load(wrong) == nil) }
        #expect(load("\"0.5\"", "\"state\": \"unknown\"") == nil)
    }

    @Test("Every state, tiers, groups and withdrawn models come through as they are")
    func states() throws {
        var files = CatalogFiles()
        let prices = [
            CatalogFiles.price("input", "\"state\": \"free\", \"amount\": \"0\", \"group\": \"vip\""),
            CatalogFiles.price("output", "\"state\": \"variable\", \"group\": \"default\""),
            CatalogFiles.price("cache_read", "\"state\": \"unknown\", \"group\": \"default\""),
            CatalogFiles.price(
                "input",
                "\"state\": \"fixed\", \"amount\": \"0.054794520547945206\", \"group\": \"default\","
                    + " \"tier\": {\"context_over\": 200000, \"service\": \"batch\", \"utc\": \"1630-0030\"}"),
        ].joined(separator: ", ")
        files.setLock(
            CatalogFiles.model("b", prices: prices) + ", " + CatalogFiles.model("a"),
            withdrawn: CatalogFiles.model(
                "gone", ["status": "\"withdrawn\"", "last_seen": "\"2026-11-20T08:00:00Z\"", "alias_of": "\"a\""]),
            groups: "{\"name\": \"default\", \"ratio\": \"1\"}, {\"name\": \"vip\", \"ratio\": \"0.8\"}")
        let loaded = files.load()
        #expect(loaded.diagnostics.isEmpty)
        let catalog = try #require(loaded.catalog)
        #expect(catalog.models.map(\.id) == ["a", "b", "gone"])
        let offer = try #require(catalog.offer("b"))
        #expect(offer.groups == ["default", "vip"])
        #expect(offer.prices.map(\.state) == [.free, .variable, .unknown, .fixed])
        #expect(offer.prices.map { $0.amount?.text } == ["0", nil, nil, "0.054794520547945206"])
        #expect(offer.prices[3].tier?.text == "context_over=200000;service=batch;utc=1630-0030")
        #expect(offer.context == nil && offer.maxOutput == 4096)
        let gone = try #require(catalog.offer("gone"))
        #expect(gone.isWithdrawn && gone.lastSeen?.day == "2026-11-20" && gone.aliasOf == "a")
    }

    @Test("The same id in two sources is two pages, and a bare id means the first")
    func collisions() throws {
        var files = CatalogFiles()
        files.sources = ["main", "second"]
        files.setLock(CatalogFiles.model("gpt-5"))
        files.setLock(
            CatalogFiles.model("gpt-5", ["source": "\"second\""]) + ", "
                + CatalogFiles.model("x", ["source": "\"second\"", "slug": "\"gpt-5-second\""]),
            source: "second")
        let loaded = files.load()
        #expect(loaded.diagnostics.isEmpty)
        let catalog = try #require(loaded.catalog)
        #expect(catalog.models.map(\.slug) == ["gpt-5", "gpt-5-second", "gpt-5-second-second"])
        #expect(catalog.offer("gpt-5")?.source == "main")
        #expect(catalog.offer("gpt-5", source: "second")?.slug == "gpt-5-second")
        #expect(catalog.offer("gpt-5", source: "third") == nil)
    }

    @Test(
        "A bad entry is told with line and column, and the source is left out",
        arguments: [
            (CatalogFiles.model("a", ["id": "\"a\\u202Eb\""]), "this text holds the invisible character U+202E"),
            (CatalogFiles.model("a", ["id": "\" \""]), "this text is blank"),
            (
                CatalogFiles.model("a", ["id": "\"\(String(repeating: "x", count: 257))\""]),
                "this id is longer than 256 bytes"
            ),
            (CatalogFiles.model("a", ["slug": "\"A b\""]), "a slug is lower-case letters, digits and hyphens"),
            (CatalogFiles.model("a", ["slug": nil]), "‘slug’ is missing"),
            (CatalogFiles.model("a", ["name": "7"]), "expected a string, found a number"),
            (CatalogFiles.model("a", ["context": "128000.5"]), "‘context’ is a whole number above zero, or null"),
            (CatalogFiles.model("a", ["max_output": "0"]), "‘max_output’ is a whole number above zero, or null"),
            (CatalogFiles.model("a", ["modalities": "[]"]), "expected an object, found an array"),
            (
                CatalogFiles.model("a", ["capabilities": "{\"tools\": null}"]),
                "a capability is true or false; leave it out when it is not known"
            ),
            (
                CatalogFiles.model("a", ["first_seen": "\"2026-11-23\""]),
                "‘2026-11-23’ is no time such as 2026-11-23T08:00:00Z"
            ),
            (CatalogFiles.model("a", ["status": "\"withdrawn\""]), "the status is ‘active’ in this list"),
            (CatalogFiles.model("a", ["source": "\"other\""]), "this is not a model of ‘main’"),
            (CatalogFiles.model("a", ["api_base": "\"http://internal\""]), "‘api_base’ is no member here"),
            (CatalogFiles.model("a", prices: ""), "‘a’ has no price, not even an unknown one"),
            (CatalogFiles.model("a") + ", " + CatalogFiles.model("a", ["slug": "\"b\""]), "‘a’ is listed twice"),
            (
                CatalogFiles.model("a") + ", " + CatalogFiles.model("b", ["slug": "\"a\""]),
                "two models have the slug ‘a’"
            ),
        ] as [(String, String)])
    func badModels(models: String, message: String) {
        var files = CatalogFiles()
        files.setLock(models)
        let loaded = files.load()
        #expect(loaded.diagnostics.map(\.message.english) == [message])
        #expect(loaded.diagnostics.allSatisfy { $0.code == .malformedSnapshot && $0.location?.line == 6 })
        #expect(loaded.catalog == nil)
    }

    @Test(
        "A bad price is told",
        arguments: [
            (
                "input", "\"state\": \"fixed\", \"amount\": 1.5",
                "an amount is an exact decimal string such as \"0.15\", zero or within 1e-12 and 1e9"
            ),
            (
                "input", "\"state\": \"fixed\", \"amount\": \"1.50\"",
                "an amount is an exact decimal string such as \"0.15\", zero or within 1e-12 and 1e9"
            ),
            (
                "input", "\"state\": \"fixed\", \"amount\": \"-1\"",
                "an amount is an exact decimal string such as \"0.15\", zero or within 1e-12 and 1e9"
            ),
            (
                "input", "\"state\": \"fixed\", \"amount\": \"10000000000\"",
                "an amount is an exact decimal string such as \"0.15\", zero or within 1e-12 and 1e9"
            ),
            ("input", "\"state\": \"fixed\", \"amount\": \"0\"", "the state ‘fixed’ can't go with the amount 0"),
            ("input", "\"state\": \"free\", \"amount\": \"1\"", "the state ‘free’ can't go with the amount 1"),
            ("input", "\"state\": \"unknown\", \"amount\": \"0\"", "the state ‘unknown’ can't go with the amount 0"),
            ("input", "\"state\": \"variable\", \"amount\": \"1\"", "the state ‘variable’ can't go with the amount 1"),
            ("input", "\"state\": \"fixed\"", "the state ‘fixed’ needs an amount"),
            ("input", "\"state\": \"gratis\", \"amount\": \"0\"", "‘gratis’ is no ‘state’"),
            ("inputs", "\"state\": \"unknown\"", "‘inputs’ is no meter"),
            ("request", "\"state\": \"unknown\"", "‘request’ is priced per 1 request, not per 1000000 token"),
            ("input", "\"state\": \"unknown\", \"group\": \"vip\"", "the group ‘vip’ is not published"),
            ("input", "\"state\": \"unknown\", \"tier\": {}", "a tier without a condition"),
            (
                "input", "\"state\": \"unknown\", \"tier\": {\"utc\": \"16:30\"}",
                "a window of time is written as 1630-0030"
            ),
        ] as [(String, String, String)])
    func badPrices(meter: String, rest: String, message: String) {
        var files = CatalogFiles()
        files.setLock(CatalogFiles.model("a", prices: CatalogFiles.price(meter, rest)))
        let messages = files.load().diagnostics.map(\.message.english)
        #expect(messages.contains(message))
        #expect(files.load().diagnostics.allSatisfy { $0.code == .malformedSnapshot && $0.location?.line == 6 })
        #expect(files.load().catalog == nil)
    }

    @Test("All bad entries of a file are told in one run, at their columns")
    func allMistakes() throws {
        var files = CatalogFiles()
        files.setLock("7, " + CatalogFiles.model("a", ["name": "null"]))
        #expect(
            files.places() == [
                "main.lock.json:6:12 catalog/malformed-snapshot", "main.lock.json:6:424 catalog/malformed-snapshot",
            ])
        files.texts[CatalogFiles.history] = "{\"id\": 1}\n"
        #expect(files.load().diagnostics.count > 5)
    }

    @Test("Events are read line by line; a bad line is told at its line")
    func history() throws {
        var files = CatalogFiles()
        files.setLock(CatalogFiles.model("a"))
        let head = "\"id\":\"0123456789abcdef\",\"at\":\"2026-11-24T08:00:00Z\",\"source\":\"main\",\"model\":\"a\""
        files.texts[CatalogFiles.history] = """
            {\(head),"event":"price_up","meter":"input","tier":{"service":"batch"},"currency":"USD","old":"1","new":null}

            {"id":"x","at":"2026-11-23T08:00:00Z","source":"main","model":"gone","event":"removed"}
            """
        let catalog = try #require(files.load().catalog)
        #expect(catalog.events.count == 1, "an event of a model that is nowhere is left out")
        let event = try #require(catalog.events.first)
        #expect(event.event == .priceUp && event.tier?.service == "batch" && event.new == CatalogEvent.Amount.none)
        #expect(event.old == DecimalNumber(canonical: "1").map { .number($0) })
        files.texts[CatalogFiles.history] = """
            <<<<<<< HEAD
            {\(head),"event":"price_up","old":1}
            {\(head),"event":"doubled"}
            {\(head)
            """
        #expect(
            files.places() == [
                "main.jsonl:1:1 catalog/merge-conflict", "main.jsonl:2:107 catalog/malformed-snapshot",
                "main.jsonl:3:90 catalog/malformed-snapshot", "main.jsonl:4:1 json/unclosed",
            ])
    }
}
