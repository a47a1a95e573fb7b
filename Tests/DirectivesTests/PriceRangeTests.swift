import Bytes
import SiteModel
import Testing

@testable import Directives

/// A price that differs by deployment is shown as such wherever it stands.
@Suite struct PriceRangeTests {
    private static let price = SampleModels.price("input", "3").stating(
        DecimalNumber(canonical: "3") ?? .zero, lowest: DecimalNumber(canonical: "1.5"))

    private static let offer: ModelOffer = {
        var offer = ModelOffer(id: "m", slug: "m", name: "M", kind: "chat", source: "main")
        offer.prices = [price]
        return offer
    }()

    private func written(_ write: (inout ByteBuffer) -> Void) -> String {
        var buffer = ByteBuffer()
        write(&buffer)
        return buffer.text
    }

    @Test func inProseAndInTheTwin() {
        let element = PriceElement(Self.price, of: Self.offer, SampleFacts())
        let html = written { element.writeWithUnit(as: .html, into: &$0) }
        #expect(
            html == "<data class=\"price\" value=\"3\" data-model=\"m\" data-meter=\"input\" data-lowest=\"1.5\" "
                + "data-state=\"fixed\">$3.00</data> per 1 million tokens (from $1.50)")
        #expect(
            written { element.writeWithUnit(as: .markdown, into: &$0) }
                == "$3.00 per 1 million tokens (from $1.50)")
    }

    @Test func inTablesAndConditions() {
        let table = ModelTable([Self.offer], columns: [.price(meter: "input")], SampleFacts())
        #expect(
            written { table.writeCell(.price(meter: "input"), of: Self.offer, as: .markdown, into: &$0) }
                == "$3.00 (from $1.50)")
        #expect(SampleFacts().condition(of: Self.price) == "from $1.50")
        #expect(SampleFacts().condition(of: SampleModels.price("input", "3")) == nil)
    }
}
