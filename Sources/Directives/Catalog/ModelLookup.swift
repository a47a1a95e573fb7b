import Diagnostics
import SiteModel

/// Finds the model that a call names, or says what is wrong with the name.
struct ModelLookup {
    private(set) var mistakes: [DirectiveMistake] = []
    private let facts: any DirectiveFacts

    init(_ facts: any DirectiveFacts) { self.facts = facts }

    mutating func offer(_ id: String, source: String?, at range: Range<Int>) -> ModelOffer? {
        guard let offer = facts.offer(id, source: source) else {
            let words = ModelReference.unknown(id, source: source, among: facts.offers())
            add(.unknownModel, at: range, words.message, hint: words.hint)
            return nil
        }
        if offer.isWithdrawn {
            add(
                .withdrawnModel, at: range, ModelReference.withdrawn(offer), hint: ModelReference.successor(of: offer))
        }
        return offer
    }

    mutating func add(_ code: DiagnosticCode, at range: Range<Int>, _ message: Message, hint: Message? = nil) {
        mistakes.append(DirectiveMistake(code, at: range, message, hint: hint))
    }
}
