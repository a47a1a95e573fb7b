import Outputs
import SiteModel
import Testing

@Suite("Machine files of the catalog")
struct CatalogFilesTests {
    @Test("changes.json holds what changed since the first fetch, newest first")
    func changesAsJSON() throws {
        let text = try #require(CatalogSite().file(CatalogChangesJSON.self, "catalog/changes.json"))
        let kinds = text.split(separator: "\n").filter { $0.contains("\"event\"") }.map { $0.drop { $0 == " " } }
        #expect(kinds == ["\"event\": \"state_changed\",", "\"event\": \"price_down\","])
        #expect(text.contains("\"effective_from\": \"2026-11-24T21:31:02Z\"") && text.contains("\"new\": \"0.15\""))
    }

    @Test("catalog.json holds every model with exact amounts, in the order of the contract")
    func json() throws {
        let text = try #require(CatalogSite().file(CatalogJSON.self, "catalog.json"))
        #expect(
            text.hasPrefix(
                """
                {
                  "schema_version": 1,
                  "as_of": "2026-11-23T21:31:02Z",
                  "confirmed": true,
                  "sources": [
                    {
                      "id": "main",
                      "adapter": "litellm",
                      "fetched_at": "2026-11-23T21:31:02Z"
                    }
                  ],
                  "models": [
                    {
                      "id": "a,b\\"<script>|",
                      "slug": "a-b-script",
                      "url": "https://site.example/models/a-b-script",
                      "name": "a,b\\"<script>|",
                      "kind": "chat",
                      "context": null,
                      "max_output": null,
                      "modalities": {
                        "input": [],
                        "output": []
                      },
                      "capabilities": {},
                      "prices": [
                        {
                          "meter": "input",
                          "unit": "token",
                          "per": 1000000,
                          "currency": "USD",
                          "state": "free",
                          "amount": "0",
                          "group": "Codex | Pro"
                        },
                        {
                          "meter": "output",
                          "unit": "token",
                          "per": 1000000,
                          "currency": "USD",
                          "state": "variable",
                          "group": "Codex | Pro"
                        }
                      ],
                      "source": "main",
                      "first_seen": "2026-11-23T21:31:02Z",
                      "last_changed": "2026-11-23T21:31:02Z",
                      "status": "active"
                    },
                """))
        #expect(
            text.contains(
                "\"tier\": {\n            \"context_over\": 128000,\n            \"service\": \"batch\"\n          }"))
        #expect(
            text.contains("\"status\": \"withdrawn\",\n      \"last_seen\": \"2026-11-20T08:00:00Z\"\n    }\n  ]\n}\n"))
        #expect(text.contains("\"state\": \"unknown\"\n"))
    }

    @Test("catalog.json says when prices are not confirmed")
    func unconfirmed() throws {
        let text = try #require(CatalogSite(isConfirmed: false).file(CatalogJSON.self, "catalog.json"))
        #expect(text.contains("\n  \"confirmed\": false,\n"))
    }

    @Test("catalog.csv has a row for each price and quotes what needs it")
    func csv() throws {
        let expected = """
            id,meter,unit,per,currency,state,amount,group,tier,source,status,lowest
            "a,b""<script>|",input,token,1000000,USD,free,0,Codex | Pro,,main,active,
            "a,b""<script>|",output,token,1000000,USD,variable,,Codex | Pro,,main,active,
            gpt-4o-mini,input,token,1000000,USD,fixed,0.15,,,main,active,
            gpt-4o-mini,output,token,1000000,USD,fixed,0.6,,,main,active,
            gpt-4o-mini,input,token,1000000,USD,fixed,0.3,,context_over=128000;service=batch,main,active,
            unpriced,input,token,1000000,USD,unknown,,,,main,active,
            old-1,input,token,1000000,USD,fixed,3,,,main,withdrawn,

            """
        #expect(CatalogSite().file(CatalogCSV.self, "catalog.csv") == expected)
    }

    @Test(
        "What a spreadsheet would take for a formula stands behind an apostrophe",
        arguments: ["=1+1", "+1", "-1", "@cf/meta/llama", "\t=1", "\r=1", "＝1", "＋1", "－1", "＠1"])
    func formulas(_ id: String) throws {
        var site = CatalogSite()
        var offer = CatalogSite.mini
        offer.id = id
        offer.prices = [CatalogSite.price("input", "0.15")]
        site.models = [offer]
        let text = try #require(site.file(CatalogCSV.self, "catalog.csv"))
        #expect(text.contains("\n\"'\(id)\",input,token,1000000,USD,fixed,0.15,,,main,active,\n"))
    }

    @Test("A history holds the model's events, oldest first, with effective_from")
    func history() throws {
        let text = try #require(CatalogSite().file(CatalogHistory.self, "catalog/history/gpt-4o-mini.json"))
        let ids = CatalogSite.events.map(\.id)
        let expected = """
            {
              "schema_version": 1,
              "source": "main",
              "id": "gpt-4o-mini",
              "slug": "gpt-4o-mini",
              "entries": [
                {
                  "id": "\(ids[0])",
                  "effective_from": "2026-11-23T21:31:02Z",
                  "source": "main",
                  "model": "gpt-4o-mini",
                  "event": "added",
                  "prices": [
                    {
                      "meter": "input",
                      "unit": "token",
                      "per": 1000000,
                      "currency": "USD",
                      "state": "fixed",
                      "amount": "0.2"
                    }
                  ],
                  "first": true
                },
                {
                  "id": "\(ids[1])",
                  "effective_from": "2026-11-24T21:31:02Z",
                  "source": "main",
                  "model": "gpt-4o-mini",
                  "event": "price_down",
                  "meter": "input",
                  "group": "vip & co",
                  "currency": "USD",
                  "old": "0.2",
                  "new": "0.15"
                }
              ]
            }

            """
        #expect(text == expected)
        #expect(
            CatalogSite().file(CatalogHistory.self, "catalog/history/unpriced.json")?.contains("\"entries\": []")
                == true)
        let states = CatalogSite().file(CatalogHistory.self, "catalog/history/a-b-script.json")
        #expect(states?.contains("\"old\": \"1\",\n      \"new\": null\n") == true)
    }

    @Test("The feed of changes leaves the first snapshot out, newest first, escaped, with links to the models")
    func changes() throws {
        let text = try #require(CatalogSite().file(CatalogChanges.self, "catalog/changes.xml"))
        let ids = CatalogSite.events.map(\.id)
        let expected = """
            <?xml version="1.0" encoding="UTF-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-Hans">
            <id>https://site.example/catalog/changes.xml</id>
            <title>模型与价格变动｜答案中心</title>
            <updated>2026-11-24T22:31:02Z</updated>
            <link rel="self" href="https://site.example/catalog/changes.xml"/>
            <link rel="alternate" href="https://site.example/models/"/>
            <author><name>A &amp; B</name>
            </author>
            <entry>
            <id>https://site.example/catalog/changes.xml#\(ids[2])</id>
            <title>a,b&quot;&lt;script&gt;|：输出 1 → — USD 每 100 万 token</title>
            <updated>2026-11-24T22:31:02Z</updated>
            <link rel="alternate" href="https://site.example/models/a-b-script"/>
            </entry>
            <entry>
            <id>https://site.example/catalog/changes.xml#\(ids[1])</id>
            <title>gpt-4o-mini：输入（分组 vip &amp; co） 0.2 → 0.15 USD 每 100 万 token</title>
            <updated>2026-11-24T21:31:02Z</updated>
            <link rel="alternate" href="https://site.example/models/gpt-4o-mini"/>
            </entry>
            </feed>

            """
        #expect(text == expected)
    }

    @Test("The feed is there without an entry, and holds at most 200")
    func feedLimits() throws {
        let empty = try #require(CatalogSite(events: []).file(CatalogChanges.self, "catalog/changes.xml"))
        #expect(empty.contains("<updated>2026-11-23T21:31:02Z</updated>") && !empty.contains("<entry>"))
        let many = (0..<250).map { second in
            var event = CatalogEvent(
                at: Moment(seconds: CatalogSite.fetched.seconds + second, zoneMinutes: 0), source: "main",
                model: "gpt-4o-mini", event: .detailsChanged)
            event.id = event.computedID
            return event
        }
        let full = try #require(CatalogSite(events: many).file(CatalogChanges.self, "catalog/changes.xml"))
        #expect(full.split(separator: "<entry>").count == 201)
        #expect(
            full.contains("#\(many[249].id)<") && full.contains("#\(many[50].id)<")
                && !full.contains("#\(many[49].id)<"))
    }

    @Test("Without a catalog there are no such files, and registered names are unique")
    func noCatalog() {
        let site = CatalogSite(hasCatalog: false)
        for (format, path) in [
            (CatalogJSON.self as any SiteFormat.Type, "catalog.json"), (CatalogCSV.self, "catalog.csv"),
            (CatalogChanges.self, "catalog/changes.xml"), (CatalogHistory.self, "catalog/history/gpt-4o-mini.json"),
        ] {
            #expect(site.file(format, path) == nil)
            #expect(OutputRegistry.siteFormats.contains { $0.name == format.name })
        }
        #expect(Set(OutputRegistry.siteFormats.map { $0.name }).count == OutputRegistry.siteFormats.count)
    }
}
