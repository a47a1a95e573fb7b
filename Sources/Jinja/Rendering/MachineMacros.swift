internal import Bytes
internal import Diagnostics

/// Calls of macros, `caller` and recursive loops: each gets a frame of its own.
extension Machine {
    /// `capturing`: what it writes becomes a value; else it goes into the page.
    mutating func call(
        _ site: Program.CallSite, capturing: Bool, _ buffer: inout ByteBuffer
    ) throws(EvaluationError) {
        let (positional, keywords) = takeArguments(site)
        let callee = pop()
        switch callee {
        case .engine(.macro(let macro)):
            try enter(macro, positional, keywords, loopDepth: 0, capturing: capturing, buffer.count)
        case .engine(.loop(let index)):
            guard index < loops.count, let recursion = loops[index].recursion else {
                throw EvaluationError(
                    .notSupported, en: "only a recursive loop can be called", zh: "只有递归循环可以调用",
                    hint: Message(en: "write ‘{% for … recursive %}’", zh: "请写“{% for … recursive %}”"))
            }
            let depth = loops[index].depth0 + 1
            try enter(recursion, positional, keywords, loopDepth: depth, capturing: capturing, buffer.count)
        case .engine(.joiner(let index)):
            let text = join(index)
            if capturing { stack.append(text) } else { try write(text, &buffer) }
        case .engine(.undefined(let missing)): throw EvaluationError(missing)
        default:
            throw EvaluationError(
                en: "\(callee.kindName.english) can't be called", zh: "\(callee.kindName.chinese)不能调用")
        }
    }

    mutating func endFrame(_ buffer: inout ByteBuffer) {
        let frame = frames.removeLast()
        slots.removeLast(slots.count - frame.base)
        next = frame.returnAddress
        guard let start = frame.captureStart else { return }
        stack.append(.html(SafeHTML(trusted: buffer.bytes(from: start))))
        buffer.truncate(to: start)
    }

    private mutating func enter(
        _ macro: MacroReference, _ positional: [Value], _ keywords: [(name: String, value: Value)], loopDepth: Int,
        capturing: Bool, _ outputCount: Int
    ) throws(EvaluationError) {
        if frames.count > depthLimit { throw .tooDeep }
        let link = Int(macro.frame)
        guard link < frames.count, frames[link].serial == macro.serial else {
            throw EvaluationError(
                .notSupported, en: "the macro was defined inside a macro that has ended", zh: "该宏定义在一个已结束的宏内",
                hint: Message(en: "define it outside of other macros", zh: "请在其他宏之外定义它"))
        }
        let function = program.functions[Int(macro.function)]
        let base = slots.count
        slots.append(contentsOf: repeatElement(Value.none, count: Int(function.slots)))
        try bind(function, base, positional, keywords)
        serial += 1
        frames.append(
            Frame(
                returnAddress: next, base: base, link: link, serial: serial, function: Int(macro.function),
                loopDepth: loopDepth, captureStart: capturing ? outputCount : nil))
        next = Int(function.entry)
    }

    /// Puts the arguments into the slots of a new frame.
    private mutating func bind(
        _ function: Program.Function, _ base: Int, _ positional: [Value], _ keywords: [(name: String, value: Value)]
    ) throws(EvaluationError) {
        let parameters = function.parameters
        for (index, parameter) in parameters.enumerated() {
            if index < positional.count {
                slots[base + index] = positional[index]
            } else {
                slots[base + index] = .engine(.undefined(parameter.isOptional ? .notGiven : .argument(parameter.name)))
            }
        }
        if positional.count > parameters.count, !function.usesVarargs {
            throw EvaluationError(
                .wrongArguments,
                en: "‘\(function.name)’ takes at most \(parameters.count) arguments, not \(positional.count)",
                zh: "“\(function.name)”最多接受 \(parameters.count) 个参数，而不是 \(positional.count) 个")
        }
        if function.usesVarargs {
            slots[base + Int(function.varargs)] = .tuple(Array(positional.dropFirst(parameters.count)))
        }
        if function.usesCaller { slots[base + Int(function.caller)] = .engine(.undefined(.caller)) }
        var rest: [(Value, Value)] = []
        for (name, value) in keywords {
            if let place = parameters.firstIndex(where: { $0.name == name }) {
                if place < positional.count {
                    throw EvaluationError(
                        .wrongArguments, en: "‘\(function.name)’ is given ‘\(name)’ twice",
                        zh: "“\(function.name)”的“\(name)”给了两次")
                }
                slots[base + place] = value
            } else if name == "caller", function.usesCaller {
                slots[base + Int(function.caller)] = value
            } else if function.usesKwargs {
                rest.append((.text(name), value))
            } else {
                throw EvaluationError(
                    .wrongArguments, en: "‘\(function.name)’ has no parameter ‘\(name)’",
                    zh: "“\(function.name)”没有参数“\(name)”",
                    hint: NearName.hint(for: name, among: parameters.map(\.name)))
            }
        }
        if function.usesKwargs { slots[base + Int(function.kwargs)] = .dictionary(ValueDictionary(rest)) }
    }
}

extension MissingName {
    static let caller = MissingName(
        .undefinedName,
        Message(
            en: "‘caller’ is undefined: the macro is not called by ‘{% call %}’", zh: "“caller”没有定义：宏不是由“{% call %}”调用")
    )

    static func argument(_ name: String) -> MissingName {
        MissingName(
            .undefinedName, Message(en: "the argument ‘\(name)’ was not given", zh: "没有给出参数“\(name)”"))
    }
}

extension EvaluationError {
    static let tooDeep = EvaluationError(
        .budget, en: "macros or loops call themselves too deeply", zh: "宏或循环的自身调用过深",
        hint: Message(en: "look for a macro that calls itself without end", zh: "请检查是否有无限调用自身的宏"))
}
