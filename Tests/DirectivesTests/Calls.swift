import Bytes
import Directives
import SiteModel

/// Makes and runs calls as the parser and the writer of rich text do.
enum Calls {
    /// The call `:name[label]{key=value …}`; the label stands at 10..<20, attribute number n at 100n..<100n+10.
    static func call(
        _ name: String, _ label: String?, _ attributes: KeyValuePairs<String, String> = [:],
        form: DirectiveCall.Form = .inline
    ) -> DirectiveCall {
        let list = attributes.enumerated().map { position, pair in
            let start = (position + 1) * 100
            return DirectiveCall.Attribute(name: pair.key, value: pair.value, range: start..<start + 10)
        }
        return DirectiveCall(name: name, form: form, label: label, labelRange: 10..<20, attributes: list, range: 0..<50)
    }

    static func check(_ call: DirectiveCall, _ facts: SampleFacts = SampleFacts()) -> [DirectiveMistake] {
        DirectiveRegistry.directive(named: call.name)?.check(call, facts) ?? []
    }

    static func render(
        _ call: DirectiveCall, as projection: Projection = .html, _ facts: SampleFacts = SampleFacts()
    ) -> String {
        var buffer = ByteBuffer()
        _ = DirectiveRegistry.directive(named: call.name)?
            .render(call, part: .whole, as: projection, facts, into: &buffer)
        return buffer.text
    }

    /// Opening, `CONTENT` unless it is left out, closing.
    static func wrap(
        _ call: DirectiveCall, as projection: Projection = .html, _ facts: SampleFacts = SampleFacts()
    ) -> String {
        guard let directive = DirectiveRegistry.directive(named: call.name) else { return "" }
        var buffer = ByteBuffer()
        let contents = directive.render(call, part: .opening, as: projection, facts, into: &buffer)
        guard contents == .shown else { return buffer.text }
        buffer.append("CONTENT")
        _ = directive.render(call, part: .closing, as: projection, facts, into: &buffer)
        return buffer.text
    }
}
