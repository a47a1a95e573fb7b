/// Equality, order and truth as Python has them.
extension Value {
    /// The number behind a number or a boolean, which counts as 0 or 1.
    var number: Number? {
        switch self {
        case .integer(let number): .integer(number)
        case .boolean(let truth): .integer(truth ? 1 : 0)
        case .double(let number): .double(number)
        default: nil
        }
    }

    enum Number {
        case integer(Int)
        case double(Double)

        var double: Double {
            switch self {
            case .integer(let number): Double(number)
            case .double(let number): number
            }
        }
    }

    /// As `==`; undefined names equal nothing here, the machine refuses them before.
    func equals(_ other: Value) -> Bool {
        switch (self, other) {
        case (.text(let one), .text(let other)): return ExactText(one) == ExactText(other)
        case (.none, .none): return true
        case (.list(let one), .list(let other)), (.tuple(let one), .tuple(let other)): return Self.equal(one, other)
        case (.dictionary, .dictionary), (.dictionary, .record), (.record, .dictionary), (.record, .record):
            return equalsAsMapping(other)
        case (.record(let record), .tuple(let items)) where record.shape.isTuple:
            return Self.equal(record.values, items)
        case (.tuple(let items), .record(let record)) where record.shape.isTuple:
            return Self.equal(record.values, items)
        case (.engine(let one), .engine(let other)): return one.isSame(as: other)
        default: break
        }
        if let one = number, let two = other.number { return Self.equal(one, two) }
        if let one = stringContent, let two = other.stringContent { return ExactText(one) == ExactText(two) }
        return false
    }

    /// As `<`; nil when the two have no order.
    func isLess(than other: Value) -> Bool? {
        if let one = number, let two = other.number {
            if case .integer(let first) = one, case .integer(let second) = two { return first < second }
            return one.double < two.double
        }
        if let one = stringContent, let two = other.stringContent {
            // UTF-8 sorts as code points do.
            return one.utf8.lexicographicallyPrecedes(two.utf8)
        }
        switch (self, other) {
        case (.list(let one), .list(let other)), (.tuple(let one), .tuple(let other)):
            for (first, second) in zip(one, other) where !first.equals(second) { return first.isLess(than: second) }
            return one.count < other.count
        case (.record(let one), .record(let other)) where one.shape.isTuple && other.shape.isTuple:
            return Value.tuple(one.values).isLess(than: .tuple(other.values))
        default: return nil
        }
    }

    /// As `bool(value)`. An undefined name is an error.
    @inline(__always)
    func isTrue() throws(EvaluationError) -> Bool {
        switch self {
        case .boolean(let truth): truth
        case .none: false
        case .text(let text): !text.isEmpty
        case .html(let html): !html.bytes.isEmpty
        case .integer(let number): number != 0
        case .double(let number): number != 0
        case .list(let items), .tuple(let items): !items.isEmpty
        case .record(let record): record.count > 0
        case .dictionary(let dictionary): dictionary.count > 0
        case .engine(.undefined(let missing)):
            if missing.isLenient { false } else { throw EvaluationError(missing) }
        case .engine(.range(let range)): range.count > 0
        case .engine: true
        }
    }
}

extension Value {
    private static func equal(_ one: [Value], _ other: [Value]) -> Bool {
        one.count == other.count && zip(one, other).allSatisfy { $0.equals($1) }
    }

    private static func equal(_ one: Number, _ other: Number) -> Bool {
        if case .integer(let first) = one, case .integer(let second) = other { return first == second }
        return one.double == other.double
    }

    private func equalsAsMapping(_ other: Value) -> Bool {
        guard let one = mapping, let two = other.mapping, one.count == two.count else { return false }
        return one.pairs.allSatisfy { pair in two[pair.key].map { $0.equals(pair.value) } ?? false }
    }

    /// A dictionary, or a record taken as one.
    var mapping: ValueDictionary? {
        switch self {
        case .dictionary(let dictionary): dictionary
        case .record(let record) where !record.shape.isTuple:
            ValueDictionary(zip(record.shape.fields, record.values).map { (.text($0), $1) })
        default: nil
        }
    }
}

extension EngineValue {
    func isSame(as other: EngineValue) -> Bool {
        switch (self, other) {
        case (.undefined(let one), .undefined(let other)): one.isLenient && other.isLenient
        case (.macro(let one), .macro(let other)): one == other
        case (.loop(let one), .loop(let other)), (.namespace(let one), .namespace(let other)),
            (.cycler(let one), .cycler(let other)), (.joiner(let one), .joiner(let other)):
            one == other
        case (.range(let one), .range(let other)):
            one.count == other.count && (one.count == 0 || (one.start == other.start && one.step == other.step))
        default: false
        }
    }
}
