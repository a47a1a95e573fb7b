internal import Diagnostics

/// Statements into operations.
extension Compiler {
    mutating func compile(_ statements: [Statement]) {
        depth += 1
        defer { depth -= 1 }
        for statement in statements where !isStopped {
            if depth > Self.depthLimit {
                return stop(
                    statement.span,
                    Message(
                        en: "templates and tags are nested more than \(Self.depthLimit) deep",
                        zh: "模板和标签嵌套超过 \(Self.depthLimit) 层"))
            }
            compile(statement)
        }
    }

    private mutating func compile(_ statement: Statement) {
        let span = statement.span
        switch statement.kind {
        case .text: if !isSilent { compileText(span) }
        case .output(let value): if !isSilent { compileOutput(value) }
        case .condition(let branches, let otherwise): compileCondition(branches, otherwise, span)
        case .loop(let loop): compileLoop(loop, span)
        case .set(let target, let value):
            let type = compile(value)
            assign(target, type, span)
        case .setBlock(let target, let value, let body):
            compileCapture(value, body, span)
            assign(target, .value(.html), span)
        case .with(let pairs, let body): compileWith(pairs, body, span)
        case .filter(let value, let body):
            if isSilent { return }
            compileCapture(value, body, span)
            emit(.output, span)
        case .block(let block): compileBlockTag(block, span)
        case .extends(let name): compileExtends(name, span)
        case .include(let include): compileInclude(include, span)
        case .importing(let name, let alias, let withContext): compileImport(name, alias, withContext, span)
        case .importingNames(let name, let names, let withContext): compileFrom(name, names, withContext, span)
        case .macro(let macro): compileMacro(macro, span)
        case .call(let caller, let call): compileCallTag(caller, call, span)
        }
    }

    private mutating func compileText(_ span: SourceSpan) {
        let start = program.text.count
        program.text += library.text(of: span)
        emit(.text(start: Int32(start), length: Int32(program.text.count - start)), span)
    }

    /// A value that is printed. What a macro or a block writes goes straight into the page.
    mutating func compileOutput(_ value: Expression) {
        if case .call(let callee, let arguments) = value.kind {
            if compileBlockCall(callee, arguments, value.span, isCaptured: false) != nil { return }
            return _ = compileCall(callee, arguments, caller: nil, value.span, isOutput: true)
        }
        _ = compile(value)
        emitOutput(value)
    }

    private mutating func compileCondition(
        _ branches: [ConditionBranch], _ otherwise: [Statement], _ span: SourceSpan
    ) {
        var ends: [Int] = []
        var guards: Set<String> = []
        for branch in branches {
            let knownBefore = guards
            guarded(by: knownBefore) { _ = $0.compile(branch.condition) }
            let next = reserve(branch.condition.span)
            guarded(by: knownBefore.union(branch.condition.definedPaths(when: true))) { $0.compile(branch.body) }
            ends.append(reserve(span))
            fill(next) { .jumpIfFalse($0) }
            guards.formUnion(branch.condition.definedPaths(when: false))
        }
        guarded(by: guards) { $0.compile(otherwise) }
        for end in ends { fill(end) { .jump($0) } }
    }

    /// Compiles something where these paths are known to be defined.
    mutating func guarded(by paths: Set<String>, _ body: (inout Compiler) -> Void) {
        if paths.isEmpty { return body(&self) }
        let outer = scope
        scopes.append(Scope(background: .enclosing(outer), function: function, guarded: paths))
        scope = scopes.count - 1
        body(&self)
        scopes.removeLast()
        scope = outer
    }

    private mutating func compileWith(
        _ pairs: [(AssignmentTarget, Expression)], _ body: [Statement], _ span: SourceSpan
    ) {
        // The values see the names outside; they are all worked out before any is set.
        let types = pairs.map { compile($0.1) }
        let names = pairs.flatMap(\.0.names).map(\.name)
        let stores = body.storedNames().filter { !names.contains($0.name) }
        inScope(.enclosing(scope), stores: stores, span) { compiler in
            for name in names { _ = compiler.declare(name, .any) }
            for (pair, type) in zip(pairs, types).reversed() { compiler.assign(pair.0, type, span) }
            compiler.compile(body)
        }
    }

    /// Leaves on the stack what the body writes, put through the filters of `value`.
    mutating func compileCapture(_ value: Expression, _ body: [Statement], _ span: SourceSpan) {
        let wasSilent = isSilent
        isSilent = false
        emit(.captureBegin, span)
        inScope(.enclosing(scope), stores: body.storedNames(), span) { $0.compile(body) }
        emit(.captureEnd, span)
        isSilent = wasSilent
        // `value` begins with `captured`, which is what lies on the stack now.
        _ = compile(value)
        if value.keepsCapturedHTML { emit(.vouch, span) }
    }

    /// Takes the value on the stack.
    mutating func assign(_ target: AssignmentTarget, _ type: Inferred, _ span: SourceSpan) {
        switch target {
        case .name(let name):
            guard let place = bindingPlace(name.name), let binding = scopes[place].bindings[name.name] else {
                return emit(.pop, span)
            }
            if binding.isSetOnce { scopes[place].bindings[name.name]?.type = type }
            emit(.store(binding.slot), name.span)
        case .tuple(let parts, let place):
            emit(.unpack(Int32(parts.count)), place)
            for (index, part) in parts.enumerated() {
                assign(part, Self.part(index, of: type, in: schema), span)
            }
        case .namespaceField(let name, let field):
            let type = compileName(name.name, name.span, mayBeMissing: false)
            if case .value(let valueType) = type, case .any = valueType {
            } else if case .namespace = type {
            } else {
                report(
                    .notSupported, name.span.joined(field.span),
                    Message(en: "only a namespace has fields that can be set", zh: "只有 namespace 的字段可以赋值"),
                    hint: Message(
                        en: "make one: ‘{% set \(name.name) = namespace(\(field.name)=…) %}’",
                        zh: "请先写：“{% set \(name.name) = namespace(\(field.name)=…) %}”"))
            }
            emit(.setField(self.name(field.name)), name.span.joined(field.span))
        }
    }

    private static func part(_ index: Int, of type: Inferred, in schema: TemplateSchema) -> Inferred {
        if case .tuple(let parts) = type { return index < parts.count ? parts[index] : .any }
        return type.element(in: schema)
    }

    private func bindingPlace(_ name: String) -> Int? {
        var index = scope
        while true {
            if scopes[index].bindings[name] != nil { return index }
            guard case .enclosing(let outer) = scopes[index].background else { return nil }
            index = outer
        }
    }
}
