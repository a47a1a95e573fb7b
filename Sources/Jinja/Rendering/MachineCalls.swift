internal import Bytes
internal import Diagnostics

/// The operations that apply filters, tests and functions, and those of loops.
extension Machine {
    mutating func runCall(_ operation: Operation, _ base: Int) throws(EvaluationError) {
        switch operation {
        case .filter(let site): try filter(program.calls[Int(site)])
        case .test(let site): try test(program.calls[Int(site)])
        case .function(let site): try function(program.calls[Int(site)])
        case .method(let site): try method(program.calls[Int(site)])
        case .macro(let number):
            stack.push(.engine(.macro(MacroReference(function: number, serial: frames[frames.count - 1].serial))))
        case .jumpIfGiven(let slot, let goal):
            if case .engine(.undefined(let missing)) = slots[base + Int(slot)], missing === MissingName.notGiven {
            } else {
                next = Int(goal)
            }
        case .loopBegin(let slot, let isRecursive):
            if loops.count >= 1000 { throw .tooDeep }
            let frame = frames[frames.count - 1]
            let recursion =
                isRecursive
                ? MacroReference(function: Int32(frame.function), serial: frames[max(frame.link, 0)].serial) : nil
            loops.append(try LoopState(stack.pop(), depth0: isRecursive ? frame.loopDepth : 0, recursion: recursion))
            if slot >= 0 { slots[base + Int(slot)] = .engine(.loop(loops.count - 1)) }
        case .loopKeep(let asTuple):
            if try stack.pop().isTrue() {
                let current = loops.count - 1
                let item = loops[current][loops[current].index]
                loops[current].kept.append(asTuple ? .tuple(try item.items()) : item)
            }
        case .loopCollect: stack.push(.list(loops.removeLast().kept))
        case .loopEnd(let goal): if loops.removeLast().count > 0 { next = Int(goal) }
        case .loopField(let field): try loopField(field)
        default: break
        }
    }

    @inline(__always)
    mutating func advanceLoop(_ goal: Int32) {
        let current = loops.count - 1
        loops[current].index += 1
        if loops[current].index < loops[current].count {
            stack.push(loops[current][loops[current].index])
        } else {
            next = Int(goal)
        }
    }

    /// `loopNext` and `store`.
    @inline(__always)
    mutating func advanceLoop(_ goal: Int32, storing slot: Int) {
        let current = loops.count - 1
        loops[current].index += 1
        if loops[current].index < loops[current].count {
            slots[slot] = loops[current][loops[current].index]
            next &+= 1
        } else {
            next = Int(goal)
        }
    }

    private mutating func loopField(_ field: LoopField) throws(EvaluationError) {
        let value = stack.pop()
        guard case .engine(.loop(let index)) = value, index < loops.count else {
            throw .expected(en: "a loop", zh: "循环", got: value)
        }
        stack.push(loops[index].value(of: field))
    }

    /// The arguments of a call site, off the stack.
    mutating func takeArguments(
        _ site: Program.CallSite
    ) -> (positional: [Value], keywords: [(name: String, value: Value)]) {
        var keywords: [(name: String, value: Value)] = []
        for (name, value) in zip(site.keywords, stack.take(site.keywords.count)) { keywords.append((name, value)) }
        return (stack.take(Int(site.positional)), keywords)
    }

    private mutating func filter(_ site: Program.CallSite) throws(EvaluationError) {
        let filter = FilterRegistry.table[Int(site.target)]
        let (arguments, keywords) = takeArguments(site)
        let subject = stack.pop()
        if !filter.acceptsUndefined, let missing = subject.missingName { throw EvaluationError(missing) }
        try charge(subject.weight)
        stack.push(try filter.apply(FilterCall(subject, arguments, keywords: keywords)))
    }

    private mutating func test(_ site: Program.CallSite) throws(EvaluationError) {
        let (arguments, _) = takeArguments(site)
        let subject = stack.pop()
        try charge(subject.weight)
        stack.push(.boolean(try TestRegistry.all[Int(site.target)].ask(subject, arguments)))
    }
}
