internal import Diagnostics

/// Filters and tests: found, given their arguments, and checked.
extension Compiler {
    mutating func compileFilter(
        _ subject: Expression, _ name: NamedPart, _ arguments: Arguments, _ span: SourceSpan
    ) -> Inferred {
        let isDefault = name.name == "default" || name.name == "d"
        let type = compile(subject, mayBeMissing: isDefault)
        guard let position = filterPosition(name) else { return .any }
        let filter = FilterRegistry.table[position]
        // The span of a filter begins with its subject; a mistake in it is the filter's own.
        let place = SourceSpan(file: name.span.file, start: Int(name.span.start), end: Int(span.end))
        guard let site = compileArguments(filter.signature, position, name.name, arguments, place) else { return .any }
        checkAttributes(filter, arguments, type)
        emit(.filter(site), place)
        return result(of: filter, type, arguments)
    }

    private mutating func filterPosition(_ name: NamedPart) -> Int? {
        if let position = FilterRegistry.position(of: name.name) { return position }
        if name.name == "safe" {
            if library.allowsSafe { return FilterRegistry.safePosition }
            report(
                .notSupported, name.span, Message(en: "the filter ‘safe’ is not available", zh: "不支持过滤器“safe”"),
                hint: Message(
                    en: "HTML comes from Markdown fields, which need no ‘safe’", zh: "HTML 来自 Markdown 字段，无需“safe”"))
            return nil
        }
        if let hint = Self.absentFilters[name.name] {
            report(
                .notSupported, name.span,
                Message(en: "the filter ‘\(name.name)’ is not available", zh: "不支持过滤器“\(name.name)”"), hint: hint)
            return nil
        }
        report(
            .unknownFilter, name.span, Message(en: "there is no filter ‘\(name.name)’", zh: "没有过滤器“\(name.name)”"),
            hint: NearName.hint(for: name.name, among: FilterRegistry.names))
        return nil
    }

    private static let absentFilters: [String: Message] = [
        "random": Message(en: "a page must come out the same each time", zh: "页面每次构建的结果必须相同"),
        "urlize": Message(en: "links are written in Markdown", zh: "链接请写在 Markdown 中"),
        "pprint": Message(en: "use ‘|tojson(2)’", zh: "请用“|tojson(2)”"),
    ]

    mutating func compileTest(
        _ subject: Expression, _ name: NamedPart, _ arguments: Arguments, _ span: SourceSpan
    ) -> Inferred {
        let asksOnly = name.name == "defined" || name.name == "undefined"
        _ = compile(subject, mayBeMissing: asksOnly)
        guard let position = TestRegistry.position(of: name.name) else {
            report(
                .unknownTest, name.span, Message(en: "there is no test ‘\(name.name)’", zh: "没有判断“\(name.name)”"),
                hint: NearName.hint(for: name.name, among: TestRegistry.names))
            return .value(.boolean)
        }
        let place = SourceSpan(file: name.span.file, start: Int(name.span.start), end: Int(span.end))
        let signature = TestRegistry.all[position].signature
        if let site = compileArguments(signature, position, name.name, arguments, place) { emit(.test(site), place) }
        return .value(.boolean)
    }

    /// Leaves one value for each parameter on the stack and gives the call site; nil after a mistake.
    private mutating func compileArguments(
        _ signature: Signature, _ target: Int, _ name: String, _ arguments: Arguments, _ span: SourceSpan
    ) -> Int32? {
        let keywords = arguments.keywords.map(\.name.name)
        if signature.takesMore {
            for part in arguments.parts { _ = compile(part) }
            return newSite(name, target, arguments.positional.count, keywords)
        }
        do throws(EvaluationError) {
            let places = try signature.places(
                arguments.positional.count, keywords, callee: "‘\(name)’", "“\(name)”")
            for place in places {
                switch place {
                case .positional(let index): _ = compile(arguments.positional[index])
                case .keyword(let index): _ = compile(arguments.keywords[index].value)
                case .standard(let value): constant(value, span)
                }
            }
            return newSite(name, target, places.count, [])
        } catch {
            report(error.code, span, error.message, hint: error.hint)
            return nil
        }
    }

    mutating func newSite(_ name: String, _ target: Int, _ positional: Int, _ keywords: [String]) -> Int32 {
        program.calls.append(
            Program.CallSite(name: name, target: Int32(target), positional: Int32(positional), keywords: keywords))
        return Int32(program.calls.count - 1)
    }
}

extension Expression {
    /// What the tag encloses goes only through filters that leave HTML as harmless as it was.
    var keepsCapturedHTML: Bool {
        var chain = self
        while case .filter(let subject, let name, let arguments) = chain.kind {
            guard FilterRegistry.find(name.name)?.keepsHTML == true, arguments.parts.allSatisfy(\.isConstant) else {
                return false
            }
            chain = subject
        }
        if case .captured = chain.kind { return true }
        return false
    }

    private var isConstant: Bool { if case .constant = kind { true } else { false } }
}

extension Compiler {
    private func result(of filter: Filter, _ type: Inferred, _ arguments: Arguments) -> Inferred {
        let element = type.element(in: schema).valueType ?? .any
        switch filter.result {
        case .value(let result): return .value(result)
        case .same: return type
        case .element: return .value(element)
        case .list: return .value(.list(of: element))
        case .lists: return .value(.list(of: .list(of: element)))
        case .groups:
            return .value(
                .list(
                    of: .record(
                        RecordType(
                            "group",
                            [
                                .init("grouper", .any, "What the items agree in."),
                                .init("list", .list(of: element), "The items."),
                            ]))))
        case .mapped:
            guard let name = Self.attributeName(arguments), let type = self.type(at: name, in: element) else {
                return .value(.list(of: .any))
            }
            return .value(.list(of: type))
        }
    }

    private static func attributeName(_ arguments: Arguments) -> Expression? {
        arguments.keywords.first { $0.name.name == "attribute" }?.value
    }

    private func type(at name: Expression, in start: ValueType) -> ValueType? {
        guard case .constant(.text(let path)) = name.kind else { return nil }
        var type = schema.resolved(start)
        for part in path.utf8.split(separator: 0x2E) {
            guard case .record(let record) = schema.resolved(Self.needed(type)),
                let field = record.field(String(decoding: part, as: UTF8.self))
            else { return nil }
            type = field.type
        }
        return type
    }

    private static func needed(_ type: ValueType) -> ValueType {
        if case .optional(let inner) = type { return inner }
        return type
    }

    /// The fields that `attribute=` names must exist, and the filters and tests that `map` and `select` name.
    private mutating func checkAttributes(_ filter: Filter, _ arguments: Arguments, _ type: Inferred) {
        let byPosition = filter.name == "selectattr" || filter.name == "rejectattr" || filter.name == "groupby"
        let mayMiss =
            arguments.keywords.contains { $0.name.name == "default" }
            || arguments.positional.count > 1 && filter.name == "groupby"
        if let name = Self.attributeName(arguments) ?? (byPosition ? arguments.positional.first : nil), !mayMiss {
            checkPath(name, in: type.element(in: schema).valueType ?? .any, splits: filter.name == "sort")
        }
        guard filter.signature.takesMore, filter.name != "format" else { return }
        let isTest = filter.name != "map"
        let index = byPosition ? 1 : 0
        guard index < arguments.positional.count,
            case .constant(.text(let name)) = arguments.positional[index].kind
        else { return }
        let span = arguments.positional[index].span
        if isTest, TestRegistry.find(name) == nil {
            let error = EvaluationError.unknownTest(name)
            report(error.code, span, error.message, hint: error.hint)
        } else if !isTest, FilterRegistry.find(name) == nil {
            let error = EvaluationError.unknownFilter(name)
            report(error.code, span, error.message, hint: error.hint)
        }
    }

    private mutating func checkPath(_ name: Expression, in start: ValueType, splits: Bool) {
        guard case .constant(.text(let text)) = name.kind else { return }
        for path in splits ? text.utf8.split(separator: 0x2C) : [text.utf8[...]] {
            var type = schema.resolved(start)
            for part in path.split(separator: 0x2E) {
                guard case .record = schema.resolved(Self.needed(type)) else { break }
                let field = String(decoding: part, as: UTF8.self)
                let (_, next) = self.field(field, of: schema.resolved(Self.needed(type)), name.span, isExcused: false)
                type = next.valueType ?? .any
            }
        }
    }
}
