/// What a template works with: a name stands for one, an expression gives one.
///
/// Only `html` is printed as it is; everything else is escaped on its way into the page.
package enum Value: Sendable {
    case none
    case boolean(Bool)
    case integer(Int)
    case double(Double)
    /// Text to be escaped when printed.
    case text(String)
    /// HTML that Swift code vouches for.
    case html(SafeHTML)
    case list([Value])
    /// As a list, but printed with round brackets and equal to no list.
    case tuple([Value])
    case record(Record)
    case dictionary(ValueDictionary)
    /// What only the engine makes: macros, loops, namespaces, undefined names.
    case engine(EngineValue)
}

extension Value {
    /// An optional text: `none` when there is none.
    package static func optional(_ text: String?) -> Value { text.map(Value.text) ?? .none }

    /// Texts as a list.
    package static func texts(_ texts: some Sequence<String>) -> Value { .list(texts.map(Value.text)) }

    /// A dictionary in the order of the pairs.
    package static func pairs(_ pairs: [(String, Value)]) -> Value {
        .dictionary(ValueDictionary(pairs.map { (Value.text($0.0), $0.1) }))
    }
}
