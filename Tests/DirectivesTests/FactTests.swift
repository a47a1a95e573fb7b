import Diagnostics
import Directives
import SiteModel
import Testing

/// Claims about models are checked against the catalog, and shown as the model's name.
@Suite struct FactTests {
    private func mistakes(_ claim: String?, _ attributes: KeyValuePairs<String, String>) -> [String] {
        Calls.check(Calls.call("fact", claim, attributes)).map { "\($0.code.id): \($0.message.english)" }
    }

    @Test func trueClaimsPass() {
        #expect(mistakes("cheapest", ["model": "gpt-4o-mini", "among": "gpt-4o-mini, acme/large-1"]) == [])
        #expect(mistakes("dearest", ["model": "acme/large-1", "among": "gpt-4o-mini"]) == [])
        #expect(mistakes("largest-context", ["model": "acme/large-1", "among": "gpt-4o-mini"]) == [])
        #expect(mistakes("free", ["model": "acme/small-1:free"]) == [])
        let shown = Calls.render(Calls.call("fact", "cheapest", ["model": "gpt-4o-mini"]))
        #expect(shown.contains(">GPT-4o mini</a>"))
    }

    @Test func falseClaimsFailTheBuild() {
        #expect(
            mistakes("cheapest", ["model": "acme/large-1", "among": "gpt-4o-mini"]) == [
                "catalog/false-fact: this is no longer true: ‘gpt-4o-mini’ costs 0.15 USD for input"
            ])
        #expect(
            mistakes("free", ["model": "gpt-4o-mini", "meter": "output"]) == [
                "catalog/false-fact: this is no longer true: ‘gpt-4o-mini’ costs 0.6 USD for output"
            ])
        #expect(mistakes("largest-context", ["model": "gpt-4o-mini", "among": "acme/large-1"]).count == 1)
        #expect(DiagnosticCode.falseFact.severity == .error)
    }

    @Test func whatCantBeComparedIsNotTrue() {
        let text = "catalog/false-fact: the catalog states nothing of ‘openrouter/auto’ that could be compared"
        #expect(mistakes("cheapest", ["model": "gpt-4o-mini", "among": "openrouter/auto"]) == [text])
        #expect(mistakes("cheapest", ["model": "gpt-4o-mini", "among": "云山-plus"]).count == 1)
        #expect(mistakes("cheapest", ["model": "gpt-4o-mini"]).count == 1)
        #expect(mistakes("cheapest", ["among": "gpt-4o-mini"]).count == 1)
        #expect(mistakes("best", ["model": "gpt-4o-mini"]).count == 1)
        #expect(
            mistakes("cheapest", ["model": "gpt-4o-mini", "among": "acme/larg-1"])
                == ["catalog/unknown-model: the catalog has no model ‘acme/larg-1’"])
    }
}
