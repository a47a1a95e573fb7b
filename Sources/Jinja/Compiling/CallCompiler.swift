internal import Diagnostics

/// Calls of macros, functions and the few methods that exist.
extension Compiler {
    /// `caller`: the body of a `call` tag.
    /// `isOutput`: write what the call gives, instead of leaving it on the stack.
    mutating func compileCall(
        _ callee: Expression, _ arguments: Arguments, caller: MacroStatement?, _ span: SourceSpan, isOutput: Bool
    ) -> Inferred {
        switch callee.kind {
        case .name(let name) where find(name) == nil && !isVariable(name):
            guard let function = BuiltinFunction(rawValue: name) else { return reportUnknown(name, callee.span) }
            let type = compileFunction(function, arguments, span)
            if isOutput { emit(.output, span) }
            return type
        case .attribute(let base, let name):
            let type = compile(base)
            if let result = compileMethod(name, of: type, arguments, span) {
                if isOutput { emit(.output, span) }
                return result
            }
            let macro = compileAttribute(
                name, of: type, base, callee.path, Self.nameSpan(callee), mayBeMissing: false)
            return compileInvocation(macro, name, arguments, caller, span, isOutput)
        default:
            let macro = compile(callee)
            let name = if case .name(let name) = callee.kind { name } else { "macro" }
            return compileInvocation(macro, name, arguments, caller, span, isOutput)
        }
    }

    private func isVariable(_ name: String) -> Bool {
        if schema.isOpen { return BuiltinFunction(rawValue: name) == nil }
        return schema.page.shape.position(of: name) != nil || schema.globals.shape.position(of: name) != nil
    }

    private mutating func reportUnknown(_ name: String, _ span: SourceSpan) -> Inferred {
        let known = BuiltinFunction.allCases.map(\.rawValue) + scopes.flatMap(\.order)
        let hint: Message? =
            switch name {
            case "caller": Message(en: "‘caller’ exists inside a macro only", zh: "“caller”只在宏内可用")
            case "loop":
                Message(en: "‘loop(…)’ needs ‘{% for … recursive %}’", zh: "“loop(…)”需要“{% for … recursive %}”")
            default: NearName.hint(for: name, among: known)
            }
        report(
            .unknownFunction, span, Message(en: "there is no function or macro ‘\(name)’", zh: "没有函数或宏“\(name)”"),
            hint: hint)
        constant(Value.none, span)
        return .any
    }

    /// The callee lies on the stack.
    private mutating func compileInvocation(
        _ type: Inferred, _ name: String, _ arguments: Arguments, _ caller: MacroStatement?, _ span: SourceSpan,
        _ isOutput: Bool
    ) -> Inferred {
        switch type {
        case .macro(let number):
            checkArguments(program.functions[number], arguments, span)
            if caller != nil, !program.functions[number].usesCaller { reportUnusedCaller(name, span) }
        case .value(let value):
            if case .any = value { break }
            report(.wrongType, span, Message(en: "\(value) can't be called", zh: "\(value) 不能调用"))
        case .loop, .function: break
        default: report(.wrongType, span, Message(en: "‘\(name)’ can't be called", zh: "“\(name)”不能调用"))
        }
        var names = arguments.keywords.map(\.name.name)
        for part in arguments.parts { _ = compile(part) }
        if let caller {
            emit(.macro(Int32(compileFunction(caller, span, isCaller: true))), span)
            names.append("caller")
        }
        let site = newSite(name, -1, arguments.positional.count, names)
        emit(isOutput ? .callOutput(site) : .call(site), span)
        if case .macro = type { return .value(.html) }
        return .any
    }

    /// What a macro takes is known before it is called.
    private mutating func checkArguments(_ function: Program.Function, _ arguments: Arguments, _ span: SourceSpan) {
        let names = function.parameters.map(\.name)
        let count = arguments.positional.count
        // A macro that looks at `varargs` or `kwargs` takes anything.
        if count > names.count, !function.usesVarargs {
            report(
                .wrongArguments, span,
                Message(
                    en: "the macro ‘\(function.name)’ takes at most \(names.count) arguments, not \(count)",
                    zh: "宏“\(function.name)”最多接受 \(names.count) 个参数，而不是 \(count) 个"))
        }
        for keyword in arguments.keywords {
            let name = keyword.name.name
            if let place = names.firstIndex(of: name) {
                if place < count {
                    report(
                        .wrongArguments, keyword.name.span,
                        Message(en: "‘\(name)’ is given twice", zh: "“\(name)”给了两次"))
                }
            } else if !function.usesKwargs, name != "caller" {
                report(
                    .wrongArguments, keyword.name.span,
                    Message(
                        en: "the macro ‘\(function.name)’ has no parameter ‘\(name)’",
                        zh: "宏“\(function.name)”没有参数“\(name)”"),
                    hint: NearName.hint(for: name, among: names))
            }
        }
    }

    private mutating func reportUnusedCaller(_ name: String, _ span: SourceSpan) {
        report(
            .wrongArguments, span,
            Message(en: "the macro ‘\(name)’ does not use ‘caller()’", zh: "宏“\(name)”没有使用“caller()”"),
            hint: Message(en: "what the ‘call’ tag encloses would be lost", zh: "“call”标签中的内容会丢失"))
    }

    private mutating func compileFunction(
        _ function: BuiltinFunction, _ arguments: Arguments, _ span: SourceSpan
    ) -> Inferred {
        let count = arguments.positional.count
        let strange = arguments.keywords.first { !(function.keywords?.contains($0.name.name) ?? true) }
        if !function.positionalCount.contains(count) || strange != nil {
            report(
                .wrongArguments, strange?.name.span ?? span,
                Message(
                    en: "‘\(function.rawValue)’ is given arguments that it does not take",
                    zh: "“\(function.rawValue)”的参数不符合要求"))
        }
        for part in arguments.parts { _ = compile(part) }
        emit(.function(newSite(function.rawValue, function.number, count, arguments.keywords.map(\.name.name))), span)
        switch function {
        case .namespace: return .namespace
        case .range: return .value(.list(of: .integer))
        case .dict: return .value(.dictionary(of: .any))
        case .cycler, .joiner: return .function(function)
        }
    }

    /// `loop.cycle(…)`, `cycler.next()`, and the methods of Python that do not exist. The value lies on the stack.
    private mutating func compileMethod(
        _ name: String, of type: Inferred, _ arguments: Arguments, _ span: SourceSpan
    ) -> Inferred? {
        switch type {
        case .loop where name == "cycle" || name == "changed":
            if name == "cycle", arguments.positional.isEmpty {
                report(.wrongArguments, span, Message(en: "‘cycle’ needs values", zh: "“cycle”需要值"))
            }
        case .function(.cycler) where name == "next" || name == "reset": break
        case .value(let value):
            guard
                PythonMethods.isMethod(name) || name == "next" || name == "reset" || name == "cycle"
                    || name == "changed"
            else { return nil }
            if case .any = value, !PythonMethods.isMethod(name) { break }
            report(
                .notSupported, span,
                Message(en: "values have no methods, so ‘.\(name)()’ can't be called", zh: "值没有方法，不能调用“.\(name)()”"),
                hint: PythonMethods.hint(name))
            return .any
        default: return nil
        }
        for part in arguments.parts { _ = compile(part) }
        emit(.method(newSite(name, -1, arguments.positional.count, arguments.keywords.map(\.name.name))), span)
        return name == "changed" ? .value(.boolean) : .any
    }
}
