internal import Diagnostics

/// `for` with its filter, its `else` part and its recursive form.
extension Compiler {
    mutating func compileLoop(_ loop: LoopStatement, _ span: SourceSpan) {
        guard loop.isRecursive else {
            let item = compileItems(loop)
            return compileRounds(loop, item, span)
        }
        // A recursive loop is a macro with one parameter that calls itself through `loop(…)`.
        let number = beginFunction("loop", span)
        program.functions[number.index].isLoop = true
        program.functions[number.index].parameters = [.init(name: "items", isOptional: false)]
        let outer = scope
        scopes.append(Scope(background: .enclosing(outer), function: function))
        scope = scopes.count - 1
        emit(.load(newSlot()), span)
        compileRounds(loop, .any, span)
        scopes.removeLast()
        scope = outer
        endFunction(number, span)
        emit(.macro(Int32(number.index)), span)
        _ = compileItems(loop)
        program.calls.append(Program.CallSite(name: "loop", positional: 1, keywords: []))
        emit(.callOutput(Int32(program.calls.count - 1)), span)
    }

    /// Leaves the items on the stack and gives their type.
    private mutating func compileItems(_ loop: LoopStatement) -> Inferred {
        let type = compile(loop.items)
        checkIterable(type, loop.items.span)
        return type.element(in: schema)
    }

    private mutating func compileLoopFilter(_ loop: LoopStatement, _ condition: Expression, _ item: Inferred) {
        let span = condition.span
        emit(.loopBegin(slot: -1, recursive: false), span)
        let next = reserve(span)
        inScope(.enclosing(scope), stores: [], span) { compiler in
            for name in loop.target.names { _ = compiler.declare(name.name, .any) }
            compiler.assign(loop.target, item, span)
            _ = compiler.compile(condition)
            let isTuple = if case .tuple = loop.target { true } else { false }
            compiler.emit(.loopKeep(asTuple: isTuple), span)
        }
        emit(.jump(Int32(next)), span)
        fill(next) { .loopNext($0) }
        emit(.loopCollect, span)
    }

    /// The rounds over the items that lie on the stack.
    private mutating func compileRounds(_ loop: LoopStatement, _ item: Inferred, _ span: SourceSpan) {
        if let condition = loop.filter { compileLoopFilter(loop, condition, item) }
        let slot = newSlot()
        emit(.loopBegin(slot: slot, recursive: loop.isRecursive), loop.items.span)
        let next = reserve(span)
        let names = loop.target.names.map(\.name)
        let stores = loop.body.storedNames().filter { !names.contains($0.name) }
        let outer = scope
        scopes.append(Scope(background: .enclosing(outer), function: function))
        scope = scopes.count - 1
        scopes[scope].bindings["loop"] = Scope.Binding(
            slot: slot, function: function, type: .loop(item: item), isSetOnce: false)
        scopes[scope].order.append("loop")
        inScope(.enclosing(scope), stores: stores, span) { compiler in
            for name in names { _ = compiler.declare(name, .any) }
            compiler.assign(loop.target, item, span)
            compiler.compile(loop.body)
        }
        scopes.removeLast()
        scope = outer
        emit(.jump(Int32(next)), span)
        fill(next) { .loopNext($0) }
        let end = program.operations.count
        emit(.loopEnd(0), span)
        inScope(.enclosing(scope), stores: loop.otherwise.storedNames(), span) { $0.compile(loop.otherwise) }
        fill(end) { .loopEnd($0) }
    }

    private mutating func checkIterable(_ type: Inferred, _ span: SourceSpan) {
        switch type.valueType {
        case .integer, .number, .boolean:
            report(
                .wrongType, span, Message(en: "a list is needed here", zh: "这里需要列表"),
                hint: Message(en: "count with ‘range(…)’", zh: "计数请用“range(…)”"))
        default: break
        }
    }
}
