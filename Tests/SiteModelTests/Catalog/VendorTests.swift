import SiteModel
import Testing

/// Vendors, other names and filters of a catalog.
@Suite struct VendorTests {
    private func offer(_ id: String, _ vendor: String?, source: String = "main") -> ModelOffer {
        var offer = ModelOffer(id: id, slug: id, name: id, kind: "chat", source: source)
        offer.vendor = vendor
        return offer
    }

    private func catalog(_ models: [ModelOffer]) -> Catalog { Catalog(sources: [], models: models, isConfirmed: true) }

    @Test func namesBecomeAddresses() {
        #expect(VendorSlug.slug(of: "OpenAI") == "openai")
        #expect(VendorSlug.slug(of: "  Acme & Co. ") == "acme-co")
        #expect(VendorSlug.slug(of: "../../etc") == "etc")
        #expect(VendorSlug.slug(of: String(repeating: "a", count: 200)).utf8.count == 80)
        for name in ["阿里云", "***", "index", "é"] {
            let slug = VendorSlug.slug(of: name)
            #expect(slug != "index" && slug.utf8.allSatisfy { $0 == 0x2D || $0 >= 0x30 && $0 < 0x7B })
            #expect(slug.utf8.count >= 7 && !slug.hasPrefix("-"))
        }
        #expect(VendorSlug.slug(of: "阿里云") != VendorSlug.slug(of: "百度"))
    }

    @Test func vendorsWithOneAddressBothGetDigits() {
        let catalog = catalog([offer("a", "Acme AI"), offer("b", "acme-ai"), offer("c", "Other"), offer("d", nil)])
        #expect(catalog.vendors.map(\.name) == ["Acme AI", "Other", "acme-ai"])
        let slugs = catalog.vendors.map(\.slug)
        #expect(slugs[1] == "other" && slugs[0] != slugs[2])
        #expect(slugs[0].hasPrefix("acme-ai-") && slugs[2].hasPrefix("acme-ai-"))
        #expect(catalog.slug(ofVendor: "Other") == "other")
        #expect(catalog.slug(ofVendor: "Nobody") == nil && catalog.slug(ofVendor: nil) == nil)
    }

    @Test func aVendorIsGoneWithItsLastModel() {
        var old = offer("a", "Acme")
        old.status = .withdrawn
        #expect(catalog([old]).vendors.isEmpty)
    }

    @Test func otherNamesAreThoseOfTheSameSource() {
        var latest = offer("acme-latest", nil)
        latest.aliasOf = "acme-1"
        var elsewhere = offer("acme-x", nil, source: "second")
        elsewhere.aliasOf = "acme-1"
        var gone = offer("acme-old", nil)
        gone.aliasOf = "acme-1"
        gone.status = .withdrawn
        let one = offer("acme-1", nil)
        #expect(catalog([one, latest, elsewhere, gone]).aliases(of: one).map(\.id) == ["acme-latest"])
        #expect(catalog([one]).aliases(of: one).isEmpty)
    }

    @Test func filtersPassWhatTheySay() {
        var able = offer("able", "Acme")
        able.capabilities = [("tools", true), ("vision", false)]
        able.groups = ["vip"]
        var gone = offer("gone", "Acme")
        gone.status = .withdrawn
        let all = catalog([able, gone, offer("other", "Other", source: "second")])
        func ids(_ filter: ModelFilter) -> [String] { all.offers(passing: filter).map(\.id) }
        #expect(ids(ModelFilter()) == ["able", "other"])
        #expect(ids(ModelFilter(vendor: "Acme")) == ["able"] && ids(ModelFilter(vendor: "acme")) == [])
        #expect(ids(ModelFilter(source: "second")) == ["other"] && ids(ModelFilter(kind: "image")) == [])
        #expect(ids(ModelFilter(group: "vip")) == ["able"] && ids(ModelFilter(group: "default")) == [])
        #expect(ids(ModelFilter(capabilities: ["tools"])) == ["able"])
        #expect(ids(ModelFilter(capabilities: ["tools", "vision"])) == [])
        #expect(ids(ModelFilter(limit: 1)) == ["able"])
    }

    @Test func aFilterIsReadBackFromItsKey() throws {
        let hostile = ["", "-", "3:abc", "a\nb", "阿里云", "\u{0}", "12", ":"]
        for text in hostile {
            for other in hostile {
                let filters = [
                    ModelFilter(vendor: text, kind: nil, group: other, capabilities: [text, other], limit: 3),
                    ModelFilter(kind: text, source: other),
                ]
                for filter in filters { #expect(ModelFilter(key: filter.key) == filter) }
                #expect(filters[0].key != filters[1].key)
            }
        }
        for key in ["", "-", "----", "5:abc----", "x----", "99999999999999999999:a----", "1:a"] {
            #expect(ModelFilter(key: key) == nil)
        }
    }
}
