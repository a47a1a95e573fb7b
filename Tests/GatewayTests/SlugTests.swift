import SiteModel
import Testing

@testable import Gateway

/// Names of pages: safe in every file system, distinct, and kept for ever.
@Suite struct SlugTests {
    private func slugs(_ ids: [String], over known: [String: String] = [:]) -> [String] {
        var snapshot = CatalogSnapshot(
            source: "m", adapter: "openai", adapterVersion: 1, url: "file:a", currency: "USD")
        snapshot.models = known.sorted { $0.key < $1.key }.map {
            ModelOffer(id: $0.key, slug: $0.value, name: $0.key, kind: "chat", source: "m")
        }
        var slugs = ModelSlugs(known.isEmpty ? nil : snapshot)
        var models = ids.map { ModelOffer(id: $0, slug: "", name: $0, kind: "chat", source: "m") }
        slugs.assign(to: &models)
        return models.map(\.slug)
    }

    @Test func plainIdsKeepTheirLook() {
        #expect(
            slugs(["llama-3.3-70b", "house/Qwen-72b", "ft:gull-1:org", "a_b@1"]) == [
                "llama-3-3-70b", "house-qwen-72b", "ft-gull-1-org", "a_b-1",
            ])
    }

    @Test func hostileIdsAreHarmless() {
        let ids = [
            "../../etc/passwd", "..", ".", "index", "con", "prices", "<script>", "通义千问-plus", "a|b",
            String(repeating: "x", count: 250),
        ]
        let found = slugs(ids)
        #expect(Set(found).count == ids.count)
        for slug in found {
            #expect(slug.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D })
            #expect(slug.utf8.count <= 129 && !slug.hasPrefix("-") && slug != "index" && slug != "con")
        }
        #expect(found[3] == "m-index" && found[4] == "m-con" && found[5] == "m-prices")
        #expect(found[7].hasPrefix("plus-") && found[7].utf8.count == 11)
    }

    /// All that collide get digits, so that the order of a reply decides nothing; what had a name keeps it.
    @Test func collisionsDependOnTheIdAlone() {
        let one = slugs(["sea/a", "sea.a", "sea/b"])
        let other = slugs(["sea.a", "sea/b", "sea/a"])
        #expect(one == [other[2], other[0], other[1]])
        #expect(one[0] != "sea-a" && one[1] != "sea-a" && one[2] == "sea-b")
        let later = slugs(["sea/a", "sea.a"], over: ["sea/a": "sea-a"])
        #expect(later[0] == "sea-a" && later[1].hasPrefix("sea-a-"))
    }

    @Test func aNameThatAFileOfAnotherModelTakesIsNotGiven() {
        var models = ["foo", "bar", "baz"].map { ModelOffer(id: $0, slug: "", name: $0, kind: "chat", source: "m") }
        let written: [String: Set<[UInt8]>] = [
            "foo": [Array("acme/bar".utf8)], "bar": [Array("bar".utf8)], "baz": [Array("baz".utf8), Array("x".utf8)],
        ]
        var slugs = ModelSlugs(nil, written: written)
        slugs.assign(to: &models)
        #expect(models.map(\.slug) == ["foo-2c26b4", "bar", "baz-baa5a0"])
        // Given once, it stays.
        #expect(self.slugs(["foo"], over: ["foo": "foo"]) == ["foo"])
    }

    /// The same letter, composed and not: two ids, and Swift's own comparison would make them one.
    @Test func idsAreBytes() {
        let found = slugs(["caf\u{E9}", "cafe\u{301}"])
        #expect(Set(found).count == 2)
    }
}
