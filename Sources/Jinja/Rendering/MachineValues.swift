internal import Diagnostics

/// The operations that work on values alone.
extension Machine {
    mutating func runValue(_ operation: Operation, _ base: Int) throws(EvaluationError) {
        switch operation {
        case .attribute(let site): try pushAttribute(site)
        case .root(let name, let hint): pushRoot(name, hint)
        case .global(let name, let hint): pushGlobal(name, hint)
        case .loadMain(let slot): stack.push(slots[Int(slot)])
        case .lookup(let name): lookUp(program.names[Int(name)])
        case .undefined(let index): stack.push(.engine(.undefined(program.missing[Int(index)])))
        case .clear(let slot, let missing):
            slots[base + Int(slot)] = .engine(.undefined(program.missing[Int(missing)]))
        case .loadOuter(let hops, let slot): loadOuter(Int(hops), Int(slot))
        case .pop: _ = stack.pop()
        case .item:
            let key = stack.pop()
            let value = stack.pop()
            if let found = try item(key, of: value) {
                stack.push(found)
            } else {
                stack.push(.engine(.undefined(.field(try key.printed(), of: value))))
            }
        case .slice:
            let (step, to, from) = (stack.pop(), stack.pop(), stack.pop())
            let value = stack.pop()
            try charge(value.count ?? 0)
            stack.push(try value.slice(from, to, step))
        case .arithmetic(let operation):
            let (right, left) = (stack.pop(), stack.pop())
            try charge(left.weight + right.weight)
            stack.push(try left.calculate(operation, right))
        case .concatenate(let count): try concatenate(Int(count))
        case .compare(let operation):
            let (right, left) = (stack.pop(), stack.pop())
            try charge(left.weight + right.weight)
            stack.push(.boolean(try left.compare(operation, right)))
        case .negate: stack.push(try stack.pop().signed(negative: true))
        case .plus: stack.push(try stack.pop().signed(negative: false))
        case .not: stack.push(.boolean(!(try stack.pop().isTrue())))
        case .makeList(let count): stack.push(.list(try take(Int(count))))
        case .makeTuple(let count): stack.push(.tuple(try take(Int(count))))
        case .makeDictionary(let count): try makeDictionary(Int(count))
        case .makeRecord(let index):
            let shape = program.shapes[Int(index)]
            stack.push(.record(Record(shape, stack.take(shape.fields.count))))
        case .jumpIfFalseKeeping(let goal): try jump(Int(goal), when: false)
        case .jumpIfTrueKeeping(let goal): try jump(Int(goal), when: true)
        case .unpack(let count): try unpack(Int(count))
        case .vouch:
            if case .text(let text) = stack[stack.count - 1] {
                stack[stack.count - 1] = .html(SafeHTML(trusted: text))
            }
        case .setField(let name): try setField(program.names[Int(name)])
        default: try runCall(operation, base)
        }
    }

    /// Counts work that one operation does for many items.
    @inline(__always)
    mutating func charge(_ count: Int) throws(EvaluationError) {
        steps -= count
        if steps < 0 { throw .tooManySteps }
    }

    private mutating func lookUp(_ name: String) {
        let found = page[name] ?? globals[name]
        stack.push(
            found ?? .engine(.undefined(.name(name, among: page.shape.fields + globals.shape.fields))))
    }

    private mutating func loadOuter(_ hops: Int, _ slot: Int) {
        var frame = frames.count - 1
        for _ in 0..<hops { frame = frames[frame].link }
        stack.push(slots[frames[frame].base + slot])
    }

    private func item(_ key: Value, of value: Value) throws(EvaluationError) -> Value? {
        if case .engine(.namespace(let index)) = value, let name = key.stringContent,
            case .namespace(let fields) = objects[index]
        {
            return fields[name]
        }
        return try value.item(key)
    }

    private mutating func concatenate(_ count: Int) throws(EvaluationError) {
        let result = try Value.concatenated(stack.take(count)[...])
        try charge(result.weight)
        stack.push(result)
    }

    /// Items for a list; what they hold must not nest too deeply.
    private mutating func take(_ count: Int) throws(EvaluationError) -> [Value] {
        let items = stack.take(count)
        for item in items where !item.nests(atMost: Value.nestingLimit - 1) { throw .nestedTooDeeply }
        return items
    }

    private mutating func makeDictionary(_ count: Int) throws(EvaluationError) {
        let parts = try take(count * 2)
        var pairs: [(Value, Value)] = []
        for index in 0..<count {
            switch parts[index * 2] {
            case .list, .dictionary, .record, .engine:
                throw .expected(en: "text or a number as a key", zh: "文本或数字作为键", got: parts[index * 2])
            default: pairs.append((parts[index * 2], parts[index * 2 + 1]))
            }
        }
        stack.push(.dictionary(ValueDictionary(pairs)))
    }

    private mutating func jump(_ goal: Int, when truth: Bool) throws(EvaluationError) {
        if try stack[stack.count - 1].isTrue() == truth { next = goal } else { _ = stack.pop() }
    }

    /// The first item lies on top, so that names are set from left to right.
    private mutating func unpack(_ count: Int) throws(EvaluationError) {
        let value = stack.pop()
        let items = try value.items()
        guard items.count == count else {
            throw EvaluationError(
                en: "\(count) values are needed here, not \(items.count)", zh: "这里需要 \(count) 个值，而不是 \(items.count) 个")
        }
        for item in items.reversed() { stack.push(item) }
    }

    private mutating func setField(_ name: String) throws(EvaluationError) {
        let target = stack.pop()
        let value = stack.pop()
        guard case .engine(.namespace(let index)) = target, case .namespace(var fields) = objects[index] else {
            throw EvaluationError(
                en: "only a namespace has fields that can be set, not \(target.kindName.english)",
                zh: "只有 namespace 的字段可以赋值，\(target.kindName.chinese)不可以")
        }
        if !value.nests(atMost: Value.nestingLimit) { throw .nestedTooDeeply }
        fields[name] = value
        objects[index] = .namespace(fields)
    }
}

extension Value {
    /// How much work it is to go through the value once, in steps.
    var weight: Int {
        switch self {
        case .list(let items), .tuple(let items): items.count
        case .dictionary(let dictionary): dictionary.count
        case .text(let text): text.utf8.count >> 6
        case .html(let html): html.bytes.count >> 6
        default: 0
        }
    }
}

extension EvaluationError {
    static let nestedTooDeeply = EvaluationError(
        .nestedTooDeeply, en: "lists are nested more than \(Value.nestingLimit) deep",
        zh: "列表嵌套超过 \(Value.nestingLimit) 层")
}
