internal import Diagnostics

/// Fields, items, length and iteration.
extension Value {
    /// What `value.name` gives, or nil when there is no such field.
    func field(_ name: String) -> Value? {
        switch self {
        case .record(let record): record[name]
        case .dictionary(let dictionary): dictionary[name]
        default: nil
        }
    }

    /// What `value[key]` gives, or nil when there is no such item.
    func item(_ key: Value) throws(EvaluationError) -> Value? {
        if case .engine(.undefined(let missing)) = key { throw EvaluationError(missing) }
        switch self {
        case .dictionary(let dictionary): return dictionary[key]
        case .record(let record):
            if record.shape.isTuple, case .integer(let index)? = key.number.map({ $0.asInteger }) {
                return Self.at(index, record.values)
            }
            return key.stringContent.flatMap { record[$0] }
        case .list(let items), .tuple(let items):
            guard case .integer(let index)? = key.number.map({ $0.asInteger }) else { return nil }
            return Self.at(index, items)
        case .text, .html:
            guard case .integer(let index)? = key.number.map({ $0.asInteger }), let text = stringContent else {
                return nil
            }
            return Self.at(index, Array(text.unicodeScalars)).map { like(String($0)) }
        case .engine(.range(let range)):
            guard case .integer(let index)? = key.number.map({ $0.asInteger }) else { return nil }
            let place = index < 0 ? index + range.count : index
            return 0..<range.count ~= place ? .integer(range[place]) : nil
        case .engine(.undefined(let missing)): throw EvaluationError(missing)
        default: return nil
        }
    }

    /// Python counts negative positions from the end.
    private static func at<Element>(_ index: Int, _ items: [Element]) -> Element? {
        let place = index < 0 ? index + items.count : index
        return items.indices.contains(place) ? items[place] : nil
    }

    /// The text as a value of the same kind as this one: HTML stays HTML.
    func like(_ text: String) -> Value { isHTML ? .html(SafeHTML(trusted: text)) : .text(text) }

    /// The items that a `for` goes through.
    func items() throws(EvaluationError) -> [Value] {
        switch self {
        case .list(let items), .tuple(let items): return items
        case .record(let record): return record.shape.isTuple ? record.values : record.shape.fields.map(Value.text)
        case .dictionary(let dictionary): return dictionary.pairs.map(\.key)
        case .text(let text): return text.unicodeScalars.map { .text(String($0)) }
        case .html(let html): return html.text.unicodeScalars.map { .text(String($0)) }
        case .engine(.range(let range)):
            if range.count > RenderBudget.listLimit { throw .tooLarge }
            return (0..<range.count).map { .integer(range[$0]) }
        case .engine(.undefined(let missing)) where missing.isLenient: return []
        default: throw .expected(en: "a list", zh: "列表", got: self)
        }
    }

    /// As `len(value)`; nil for what has no length.
    var count: Int? {
        switch self {
        case .list(let items), .tuple(let items): items.count
        case .record(let record): record.count
        case .dictionary(let dictionary): dictionary.count
        case .text(let text): text.unicodeScalars.count
        case .html(let html): html.bytes.reduce(0) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
        case .engine(.range(let range)): range.count
        case .engine(.undefined(let missing)) where missing.isLenient: 0
        default: nil
        }
    }

    /// As `needle in value`.
    func contains(_ needle: Value) throws(EvaluationError) -> Bool {
        if let missing = needle.missingName { throw EvaluationError(missing) }
        switch self {
        case .list(let items), .tuple(let items): return items.contains { $0.equals(needle) }
        case .record(let record) where record.shape.isTuple: return record.values.contains { $0.equals(needle) }
        case .record(let record): return needle.stringContent.map { record[$0] != nil } ?? false
        case .dictionary(let dictionary):
            if !needle.canBeKey { throw .expected(en: "text or a number as a key", zh: "文本或数字作为键", got: needle) }
            return dictionary[needle] != nil
        case .text, .html:
            guard let text = stringContent, let part = needle.stringContent else {
                throw .unsupported("in", needle, self)
            }
            return TextSearch.contains(part, in: text)
        case .engine(.range(let range)):
            guard case .integer(let number)? = needle.number else { return false }
            let distance = number &- range.start
            return distance % range.step == 0 && 0..<range.count ~= distance / range.step
        case .engine(.undefined(let missing)) where missing.isLenient: return false
        default: throw .expected(en: "a list", zh: "列表", got: self)
        }
    }

    /// As `value[from:to:step]`.
    func slice(_ from: Value, _ to: Value, _ step: Value) throws(EvaluationError) -> Value {
        switch self {
        case .list(let items): return .list(try Slice(from, to, step).apply(items))
        case .tuple(let items): return .tuple(try Slice(from, to, step).apply(items))
        case .text, .html:
            var text = String.UnicodeScalarView()
            text.append(contentsOf: try Slice(from, to, step).apply(Array((stringContent ?? "").unicodeScalars)))
            return like(String(text))
        case .engine(.range(let range)): return .engine(.range(try Slice(from, to, step).apply(range)))
        default: throw .expected(en: "a list or text", zh: "列表或文本", got: self)
        }
    }
}

extension Value.Number {
    /// A position must be a whole number.
    var asInteger: Value.Number? { if case .integer = self { self } else { nil } }
}

/// The positions of `[from:to:step]`. Source: Python, data model, slice objects.
struct Slice {
    private let from: Int?
    private let to: Int?
    private let step: Int

    init(_ from: Value, _ to: Value, _ step: Value) throws(EvaluationError) {
        self.from = try Self.position(from)
        self.to = try Self.position(to)
        self.step = try Self.position(step) ?? 1
        if self.step == 0 { throw EvaluationError(en: "the step of a slice can't be 0", zh: "切片的步长不能是 0") }
    }

    private static func position(_ value: Value) throws(EvaluationError) -> Int? {
        if case .none = value { return nil }
        guard case .integer(let number)? = value.number else {
            throw .expected(en: "an integer", zh: "整数", got: value)
        }
        return min(max(number, -RenderBudget.textLimit * 2), RenderBudget.textLimit * 2)
    }

    func apply<Element>(_ items: [Element]) -> [Element] {
        let (start, end) = bounds(items.count)
        return stride(from: start, to: end, by: step).map { items[$0] }
    }

    /// A part of a range is a range.
    func apply(_ range: IntegerRange) throws(EvaluationError) -> IntegerRange {
        let (first, last) = bounds(range.count)
        let (stride, overflow) = range.step.multipliedReportingOverflow(by: step)
        guard !overflow,
            let part = IntegerRange(start: range[first], stop: range[last], step: stride)
        else { throw .tooBigNumber() }
        return part
    }

    private func bounds(_ count: Int) -> (start: Int, end: Int) {
        let lowest = step < 0 ? -1 : 0
        let highest = step < 0 ? count - 1 : count
        func clamped(_ position: Int) -> Int { min(max(position < 0 ? position + count : position, lowest), highest) }
        let start = from.map(clamped) ?? (step < 0 ? count - 1 : 0)
        return (start, to.map(clamped) ?? (step < 0 ? -1 : count))
    }
}
