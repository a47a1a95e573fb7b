internal import Diagnostics

/// Names: where they are declared and where they are found.
extension Compiler {
    /// Compiles something in a scope of its own; the names that it sets are gone afterwards.
    mutating func inScope(
        _ background: Scope.Background, stores: [(name: String, count: Int)], _ span: SourceSpan,
        _ body: (inout Compiler) -> Void
    ) {
        let (outer, slots) = (scope, nextSlot)
        openScope(background, stores: stores, span)
        body(&self)
        scopes.removeLast()
        scope = outer
        nextSlot = slots
    }

    /// Begins a scope. A name that is set somewhere in it begins with the value that it has outside.
    mutating func openScope(_ background: Scope.Background, stores: [(name: String, count: Int)], _ span: SourceSpan) {
        scopes.append(Scope(background: background, function: function))
        scope = scopes.count - 1
        var bindings: [String: Scope.Binding] = [:]
        for (name, count) in stores {
            let slot = newSlot()
            // The names of this scope are not bound yet, so this is the value outside.
            let hasOuter = emitOuterValue(of: name, into: slot, span)
            bindings[name] = Scope.Binding(
                slot: slot, function: function, type: .any, isSetOnce: count == 1 && !hasOuter)
        }
        scopes[scope].bindings = bindings
        scopes[scope].order = stores.map(\.name)
    }

    /// Gives whether the schema or a scope around knows the name.
    private mutating func emitOuterValue(of name: String, into slot: Int32, _ span: SourceSpan) -> Bool {
        if let binding = find(name) {
            emitLoad(binding, span)
            emit(.store(slot), span)
            return true
        }
        if emitBackground(name, span) != nil {
            emit(.store(slot), span)
            return !schema.isOpen
        }
        emit(.clear(slot: slot, missing: missing(.name(name))), span)
        return false
    }

    /// Declares a name that the engine itself sets, such as the variable of a loop.
    mutating func declare(_ name: String, _ type: Inferred) -> Int32 {
        let slot = newSlot()
        scopes[scope].bindings[name] = Scope.Binding(slot: slot, function: function, type: type, isSetOnce: true)
        scopes[scope].order.append(name)
        return slot
    }

    /// The binding of a name in the scopes around.
    func find(_ name: String) -> Scope.Binding? {
        var index = scope
        while true {
            if let binding = scopes[index].bindings[name] { return binding }
            guard case .enclosing(let outer) = scopes[index].background else { return nil }
            index = outer
        }
    }

    /// What lies behind the scopes around.
    private var background: Scope.Background {
        var index = scope
        while case .enclosing(let outer) = scopes[index].background { index = outer }
        return scopes[index].background
    }

    private func pageField(_ name: String) -> Int? {
        guard case .page = background else { return nil }
        return schema.page.shape.position(of: name)
    }

    private func globalField(_ name: String) -> Int? { schema.globals.shape.position(of: name) }

    /// True when a condition around has found the path to be defined.
    func isGuarded(_ path: String) -> Bool {
        var index = scope
        while true {
            if scopes[index].guarded.contains(path) { return true }
            guard case .enclosing(let outer) = scopes[index].background else { return false }
            index = outer
        }
    }

    mutating func emitLoad(_ binding: Scope.Binding, _ span: SourceSpan) {
        if binding.function == function { return emit(.load(binding.slot), span) }
        if binding.function == -1 { return emit(.loadMain(binding.slot), span) }
        var hops: Int32 = 0
        var inner = function
        while inner >= 0, inner != binding.function {
            hops += 1
            inner = enclosing[inner]
        }
        emit(.loadOuter(hops: hops, slot: binding.slot), span)
    }

    /// A name of the page or a global; nil when neither has it.
    private mutating func emitBackground(_ name: String, _ span: SourceSpan) -> Inferred? {
        if schema.isOpen {
            if case .page = background {
                emit(.lookup(name: self.name(name)), span)
            } else {
                emit(.global(name: self.name(name), hint: 0), span)
            }
            return .any
        }
        if let position = pageField(name) {
            emit(.root(name: self.name(name), hint: Int32(position)), span)
            return .value(schema.page.fields[position].type)
        }
        if let position = globalField(name) {
            emit(.global(name: self.name(name), hint: Int32(position)), span)
            return .value(schema.globals.fields[position].type)
        }
        return nil
    }

    /// Every name that could stand here, for "did you mean".
    private var visibleNames: [String] {
        var names: [String] = []
        var index = scope
        while true {
            names += scopes[index].order
            guard case .enclosing(let outer) = scopes[index].background else { break }
            index = outer
        }
        if case .page = background { names += schema.page.fields.map(\.name) }
        return names + schema.globals.fields.map(\.name)
    }

    /// `mayBeMissing`: the value is only asked whether it is defined.
    mutating func compileName(_ name: String, _ span: SourceSpan, mayBeMissing: Bool) -> Inferred {
        if let binding = find(name) {
            noteUse(of: name, binding)
            emitLoad(binding, span)
            return binding.type
        }
        if let type = emitBackground(name, span) { return type }
        let names = visibleNames
        if !mayBeMissing, !isGuarded(name) { reportUndefined(name, span, names) }
        emit(.undefined(missing(.name(name, among: names))), span)
        return .any
    }

    /// A macro takes further arguments only when its body looks at them.
    private mutating func noteUse(of name: String, _ binding: Scope.Binding) {
        guard binding.function >= 0 else { return }
        let function = program.functions[binding.function]
        switch name {
        case "caller" where function.caller == binding.slot: program.functions[binding.function].usesCaller = true
        case "varargs" where function.varargs == binding.slot: program.functions[binding.function].usesVarargs = true
        case "kwargs" where function.kwargs == binding.slot: program.functions[binding.function].usesKwargs = true
        default: break
        }
    }

    private mutating func reportUndefined(_ name: String, _ span: SourceSpan, _ names: [String]) {
        let hint: Message? =
            switch name {
            case "loop":
                Message(
                    en: "‘loop’ exists inside ‘{% for %}’ only; a block sees it when it is ‘scoped’",
                    zh: "“loop”只在“{% for %}”内可用；block 需要写成“scoped”才能看到它")
            case "caller":
                Message(en: "‘caller’ exists inside a macro only", zh: "“caller”只在宏内可用")
            default: NearName.hint(for: name, among: names)
            }
        if BuiltinFunction(rawValue: name) != nil {
            return report(
                .undefinedName, span,
                Message(en: "‘\(name)’ is a function and must be called", zh: "“\(name)”是函数，需要调用"),
                hint: Message(en: "write ‘\(name)(…)’", zh: "请写成“\(name)(…)”"))
        }
        report(.undefinedName, span, Message(en: "‘\(name)’ is undefined", zh: "“\(name)”没有定义"), hint: hint)
    }
}
