internal import Diagnostics

/// Expressions into operations that leave one value on the stack.
extension Compiler {
    /// `mayBeMissing`: the value is only asked whether it is defined, so an unknown name is no mistake.
    mutating func compile(_ expression: Expression, mayBeMissing: Bool = false) -> Inferred {
        let span = expression.span
        switch expression.kind {
        case .constant(let value):
            constant(value, span)
            return Self.type(of: value)
        case .captured: return .value(.html)
        case .name(let name): return compileName(name, span, mayBeMissing: mayBeMissing)
        case .attribute(let base, let name):
            let type = compile(base)
            return compileAttribute(
                name, of: type, base, expression.path, Self.nameSpan(expression), mayBeMissing: mayBeMissing)
        case .item(let base, let key): return compileItem(base, key, expression, mayBeMissing: mayBeMissing)
        case .slice(let base, let from, let to, let step):
            let type = compile(base)
            for part in [from, to, step] {
                if let part { _ = compile(part) } else { constant(Value.none, span) }
            }
            emit(.slice, span)
            return type
        case .call(let callee, let arguments):
            if let type = compileBlockCall(callee, arguments, span, isCaptured: true) { return type }
            return compileCall(callee, arguments, caller: nil, span, isOutput: false)
        case .filter(let subject, let name, let arguments): return compileFilter(subject, name, arguments, span)
        case .test(let subject, let name, let arguments): return compileTest(subject, name, arguments, span)
        default: return compileOperator(expression)
        }
    }

    private mutating func compileOperator(_ expression: Expression) -> Inferred {
        let span = expression.span
        switch expression.kind {
        case .not(let operand): return compileUnary(operand, .not, span, .value(.boolean))
        case .negate(let operand): return compileUnary(operand, .negate, span, .value(.number))
        case .plus(let operand): return compileUnary(operand, .plus, span, .value(.number))
        case .arithmetic(let operation, let left, let right):
            _ = compile(left)
            _ = compile(right)
            emit(.arithmetic(operation), span)
            return .any
        case .concatenation(let parts):
            for part in parts { _ = compile(part) }
            emit(.concatenate(Int32(parts.count)), span)
            return .value(.text)
        case .comparison(let first, let rest):
            compileComparison(first, rest, span)
            return .value(.boolean)
        case .and(let left, let right): return compileShortcut(left, right, isAnd: true)
        case .or(let left, let right): return compileShortcut(left, right, isAnd: false)
        case .conditional(let condition, let then, let otherwise):
            return compileConditional(condition, then, otherwise, span)
        case .list(let items):
            let types = items.map { compile($0) }
            emit(.makeList(Int32(items.count)), span)
            return Self.listType(types)
        case .tuple(let items):
            let types = items.map { compile($0) }
            emit(.makeTuple(Int32(items.count)), span)
            return .tuple(types)
        case .dictionary(let pairs):
            for (key, value) in pairs {
                _ = compile(key)
                _ = compile(value)
            }
            emit(.makeDictionary(Int32(pairs.count)), span)
            return .value(.dictionary(of: .any))
        default: return .any
        }
    }

    private mutating func compileUnary(
        _ operand: Expression, _ operation: Operation, _ span: SourceSpan, _ type: Inferred
    ) -> Inferred {
        _ = compile(operand)
        emit(operation, span)
        return type
    }

    /// `a < b < c` asks for `b` once.
    private mutating func compileComparison(
        _ first: Expression, _ rest: [(ComparisonOperator, Expression)], _ span: SourceSpan
    ) {
        let slots = nextSlot
        let middle = rest.count > 1 ? newSlot() : 0
        var ends: [Int] = []
        _ = compile(first)
        for (index, (operation, right)) in rest.enumerated() {
            _ = compile(right)
            let isLast = index == rest.count - 1
            if !isLast {
                emit(.store(middle), right.span)
                emit(.load(middle), right.span)
            }
            emit(.compare(operation), span)
            if !isLast {
                ends.append(reserve(span))
                emit(.load(middle), right.span)
            }
        }
        for end in ends { fill(end) { .jumpIfFalseKeeping($0) } }
        nextSlot = slots
    }

    private mutating func compileShortcut(_ left: Expression, _ right: Expression, isAnd: Bool) -> Inferred {
        let one = compile(left)
        let end = reserve(left.span)
        var other = Inferred.any
        guarded(by: left.definedPaths(when: isAnd)) { other = $0.compile(right) }
        fill(end) { isAnd ? .jumpIfFalseKeeping($0) : .jumpIfTrueKeeping($0) }
        return Self.common(one, other)
    }

    private mutating func compileConditional(
        _ condition: Expression, _ then: Expression, _ otherwise: Expression?, _ span: SourceSpan
    ) -> Inferred {
        _ = compile(condition)
        let toElse = reserve(condition.span)
        var one = Inferred.any
        guarded(by: condition.definedPaths(when: true)) { one = $0.compile(then) }
        let end = reserve(span)
        fill(toElse) { .jumpIfFalse($0) }
        guard let otherwise else {
            emit(.undefined(missing(.noElse)), span)
            fill(end) { .jump($0) }
            return one
        }
        var other = Inferred.any
        guarded(by: condition.definedPaths(when: false)) { other = $0.compile(otherwise) }
        fill(end) { .jump($0) }
        return Self.common(one, other)
    }
}

extension Compiler {
    static func type(of value: Value) -> Inferred {
        switch value {
        case .text: .value(.text)
        case .html: .value(.html)
        case .integer: .value(.integer)
        case .double: .value(.number)
        case .boolean: .value(.boolean)
        default: .any
        }
    }

    /// What is known when a value is one or the other.
    static func common(_ one: Inferred, _ other: Inferred) -> Inferred {
        guard let first = one.valueType, let second = other.valueType else { return .any }
        switch (first, second) {
        case (.text, .text): return .value(.text)
        case (.integer, .integer): return .value(.integer)
        case (.boolean, .boolean): return .value(.boolean)
        case (.record(let type), .record(let same)) where type === same: return .value(.record(type))
        default: return .any
        }
    }

    private static func listType(_ types: [Inferred]) -> Inferred {
        guard let first = types.first, let type = types.dropFirst().reduce(first, common).valueType else {
            return .value(.list(of: .any))
        }
        return .value(.list(of: type))
    }
}
