internal import Diagnostics

/// Macros and the bodies of `call` tags.
extension Compiler {
    /// What has to be restored when a function ends.
    struct FunctionStart {
        let index: Int
        let outer: Int
        let nextSlot: Int32
        let highestSlot: Int32
        let isSilent: Bool
        let jump: Int
    }

    mutating func beginFunction(_ name: String, _ span: SourceSpan) -> FunctionStart {
        let jump = reserve(span)
        program.functions.append(Program.Function(name: name, entry: here))
        let start = FunctionStart(
            index: program.functions.count - 1, outer: function, nextSlot: nextSlot, highestSlot: highestSlot,
            isSilent: isSilent, jump: jump)
        enclosing.append(function)
        function = start.index
        (nextSlot, highestSlot, isSilent) = (0, 0, false)
        return start
    }

    mutating func endFunction(_ start: FunctionStart, _ span: SourceSpan) {
        emit(.returning, span)
        program.functions[start.index].slots = highestSlot
        fill(start.jump) { .jump($0) }
        function = start.outer
        (nextSlot, highestSlot, isSilent) = (start.nextSlot, start.highestSlot, start.isSilent)
    }

    mutating func compileMacro(_ macro: MacroStatement, _ span: SourceSpan) {
        let number = compileFunction(macro, span, isCaller: false)
        emit(.macro(Int32(number)), span)
        assign(.name(macro.name), .macro(number), span)
    }

    /// `isCaller`: the body of a `call` tag, in which `caller` is the one of the macro around.
    mutating func compileFunction(_ macro: MacroStatement, _ span: SourceSpan, isCaller: Bool) -> Int {
        let start = beginFunction(macro.name.name, span)
        program.functions[start.index].parameters = macro.parameters.map {
            .init(name: $0.name.name, isOptional: $0.standard != nil)
        }
        let outer = scope
        scopes.append(Scope(background: .enclosing(outer), function: function))
        scope = scopes.count - 1
        for parameter in macro.parameters { _ = declare(parameter.name.name, .any) }
        if !isCaller { declareSpecialNames(start.index, macro.parameters.map(\.name.name)) }
        for (slot, parameter) in macro.parameters.enumerated() {
            guard let standard = parameter.standard else { continue }
            let jump = reserve(parameter.name.span)
            _ = compile(standard)
            emit(.store(Int32(slot)), parameter.name.span)
            fill(jump) { .jumpIfGiven(slot: Int32(slot), $0) }
        }
        let names = Set(macro.parameters.map(\.name.name))
        let stores = macro.body.storedNames()
        // A parameter that the body sets again is one name, not two.
        for store in stores where names.contains(store.name) { scopes[scope].bindings[store.name]?.type = .any }
        inScope(.enclosing(scope), stores: stores.filter { !names.contains($0.name) }, span) { $0.compile(macro.body) }
        scopes.removeLast()
        scope = outer
        endFunction(start, span)
        return start.index
    }

    private mutating func declareSpecialNames(_ function: Int, _ parameters: [String]) {
        for name in ["caller", "varargs", "kwargs"] where !parameters.contains(name) {
            let slot = declare(name, .any)
            switch name {
            case "caller": program.functions[function].caller = slot
            case "varargs": program.functions[function].varargs = slot
            default: program.functions[function].kwargs = slot
            }
        }
    }

    mutating func compileCallTag(_ caller: MacroStatement, _ call: Expression, _ span: SourceSpan) {
        guard !isSilent, case .call(let callee, let arguments) = call.kind else { return }
        _ = compileCall(callee, arguments, caller: caller, call.span, isOutput: true)
    }
}
