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
            let frame = frames.count - 1
            stack.append(
                .engine(
                    .macro(MacroReference(function: number, frame: Int32(frame), serial: frames[frame].serial))))
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
                ? MacroReference(
                    function: Int32(frame.function), frame: Int32(frame.link),
                    serial: frames[max(frame.link, 0)].serial) : nil
            loops.append(try LoopState(pop(), depth0: isRecursive ? frame.loopDepth : 0, recursion: recursion))
            if slot >= 0 { slots[base + Int(slot)] = .engine(.loop(loops.count - 1)) }
        case .loopKeep(let asTuple):
            if try pop().isTrue() {
                let current = loops.count - 1
                let item = loops[current][loops[current].index]
                loops[current].kept.append(asTuple ? .tuple(try item.items()) : item)
            }
        case .loopCollect: stack.append(.list(loops.removeLast().kept))
        case .loopEnd(let goal): if loops.removeLast().count > 0 { next = Int(goal) }
        case .loopField(let field): try loopField(field)
        default: break
        }
    }

    @inline(__always)
    mutating func advanceLoop(_ goal: Int) throws(EvaluationError) {
        let current = loops.count - 1
        loops[current].index += 1
        if loops[current].index < loops[current].count {
            stack.append(loops[current][loops[current].index])
        } else {
            next = goal
        }
    }

    private mutating func loopField(_ field: LoopField) throws(EvaluationError) {
        let value = pop()
        guard case .engine(.loop(let index)) = value, index < loops.count else {
            throw .expected(en: "a loop", zh: "循环", got: value)
        }
        stack.append(loops[index].value(of: field))
    }

    /// The arguments of a call site, off the stack.
    mutating func takeArguments(
        _ site: Program.CallSite
    ) -> (positional: [Value], keywords: [(name: String, value: Value)]) {
        let start = stack.count - site.keywords.count
        var keywords: [(name: String, value: Value)] = []
        for (index, name) in site.keywords.enumerated() { keywords.append((name, stack[start + index])) }
        stack.removeLast(site.keywords.count)
        let positional = Array(stack.suffix(Int(site.positional)))
        stack.removeLast(Int(site.positional))
        return (positional, keywords)
    }

    private mutating func filter(_ site: Program.CallSite) throws(EvaluationError) {
        let filter = FilterRegistry.table[Int(site.target)]
        let (arguments, keywords) = takeArguments(site)
        let subject = pop()
        if !filter.acceptsUndefined, let missing = subject.missingName { throw EvaluationError(missing) }
        try charge(subject.weight)
        stack.append(try filter.apply(FilterCall(subject, arguments, keywords: keywords)))
    }

    private mutating func test(_ site: Program.CallSite) throws(EvaluationError) {
        let (arguments, _) = takeArguments(site)
        let subject = pop()
        try charge(subject.weight)
        stack.append(.boolean(try TestRegistry.all[Int(site.target)].ask(subject, arguments)))
    }
}
