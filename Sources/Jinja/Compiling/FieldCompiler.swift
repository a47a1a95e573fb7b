internal import Diagnostics

/// Fields and items, checked against what is known of the value.
extension Compiler {
    /// Where the name of `value.name` stands: at the end of the expression.
    static func nameSpan(_ expression: Expression) -> SourceSpan {
        guard case .attribute(_, let name) = expression.kind else { return expression.span }
        let end = Int(expression.span.end)
        return SourceSpan(file: expression.span.file, start: end - name.utf8.count, end: end)
    }

    /// The value of `base` lies on the stack; `span` is the place of the name.
    mutating func compileAttribute(
        _ name: String, of type: Inferred, _ base: Expression, _ path: String?, _ span: SourceSpan, mayBeMissing: Bool
    ) -> Inferred {
        switch type {
        case .loop(let item):
            return compileLoopField(name, item, span)
        case .module(let template, let names, let order):
            emit(.attribute(site: fieldSite(name, Int32(order.firstIndex(of: name) ?? 0), nil)), base.span)
            if let known = names[name] { return known }
            if !mayBeMissing {
                report(
                    .undefinedName, span,
                    Message(en: "‘\(template)’ defines no ‘\(name)’", zh: "“\(template)”中没有“\(name)”"),
                    hint: NearName.hint(for: name, among: order))
            }
            return .any
        case .value: break
        case .namespace, .function:
            emit(.attribute(site: fieldSite(name, 0, nil)), base.span)
            return .any
        default:
            report(.unknownField, span, Message(en: "‘\(name)’ is no field of this", zh: "这里没有字段“\(name)”"))
            return .any
        }
        var isExcused = mayBeMissing
        if !isExcused, let path { isExcused = isGuarded(path) }
        let (hint, fieldType) = field(name, of: schema.resolved(type.valueType ?? .any), span, isExcused: isExcused)
        emitField(name, hint, base, schema.resolved(type.valueType ?? .any).shape)
        return fieldType
    }

    private mutating func fieldSite(_ name: String, _ hint: Int32, _ shape: RecordShape?) -> Int32 {
        if let shape { program.knownShapes.append(shape) }
        program.fields.append(
            Program.FieldSite(name: self.name(name), hint: hint, shape: shape.map { ObjectIdentifier($0) }))
        return Int32(program.fields.count - 1)
    }

    /// Joins the field with the name before it, so that the record itself is not moved about.
    private mutating func emitField(_ name: String, _ hint: Int32, _ base: Expression, _ shape: RecordShape?) {
        let last = program.operations.count - 1
        let number = fieldSite(name, hint, shape)
        guard case .name = base.kind, last >= 0 else { return emit(.attribute(site: number), base.span) }
        switch program.operations[last] {
        case .load(let slot): program.operations[last] = .slotField(slot: slot, site: number)
        case .root(let rootName, let rootHint):
            program.fields[Int(number)].rootName = rootName
            program.fields[Int(number)].rootHint = rootHint
            program.fields[Int(number)].rootShape = ObjectIdentifier(schema.page.shape)
            program.knownShapes.append(schema.page.shape)
            program.operations[last] = .rootField(site: number)
        default: emit(.attribute(site: number), base.span)
        }
    }

    /// Writes the value on the stack, or the field that was just read.
    mutating func emitOutput(_ value: Expression) {
        let last = program.operations.count - 1
        if case .attribute = value.kind, last >= 0 {
            switch program.operations[last] {
            case .slotField(let slot, let site):
                program.operations.removeLast()
                program.places.removeLast()
                return emit(.outputSlotField(slot: slot, site: site), Self.nameSpan(value))
            case .rootField(let site):
                program.operations.removeLast()
                program.places.removeLast()
                return emit(.outputRootField(site: site), Self.nameSpan(value))
            default: break
            }
        }
        emit(.output, Self.nameSpan(value))
    }

    /// The position and the type of a field; reports when there is none.
    mutating func field(_ name: String, of type: ValueType, _ span: SourceSpan, isExcused: Bool) -> (Int32, Inferred) {
        switch type {
        case .any: return (0, .any)
        case .dictionary(let element): return (0, .value(element))
        case .record(let record):
            if let position = record.shape.position(of: name) {
                return (Int32(position), .value(record.fields[position].type))
            }
            if !isExcused {
                report(
                    .unknownField, span,
                    Message(en: "‘\(record.name)’ has no field ‘\(name)’", zh: "“\(record.name)”没有字段“\(name)”"),
                    hint: NearName.hint(for: name, among: record.fields.map(\.name)) ?? PythonMethods.hint(name))
            }
        default:
            if !isExcused {
                report(
                    .unknownField, span, Message(en: "\(type) has no field ‘\(name)’", zh: "\(type) 类型没有字段“\(name)”"),
                    hint: PythonMethods.hint(name))
            }
        }
        return (0, .any)
    }

    private mutating func compileLoopField(_ name: String, _ item: Inferred, _ span: SourceSpan) -> Inferred {
        guard let field = LoopField(rawValue: name) else {
            let names = LoopField.allCases.map(\.rawValue) + ["cycle", "changed"]
            let isCall = name == "cycle" || name == "changed"
            report(
                .unknownField, span,
                isCall
                    ? Message(en: "‘loop.\(name)’ must be called", zh: "“loop.\(name)”需要调用")
                    : Message(en: "‘loop’ has no field ‘\(name)’", zh: "“loop”没有字段“\(name)”"),
                hint: isCall ? nil : NearName.hint(for: name, among: names))
            emit(.pop, span)
            constant(Value.none, span)
            return .any
        }
        emit(.loopField(field), span)
        switch field {
        case .previtem, .nextitem: return item
        case .first, .last: return .value(.boolean)
        default: return .value(.integer)
        }
    }

    mutating func compileItem(
        _ base: Expression, _ key: Expression, _ expression: Expression, mayBeMissing: Bool
    ) -> Inferred {
        let type = compile(base)
        if case .constant(.text(let name)) = key.kind {
            // `page['title']` is `page.title`.
            return compileAttribute(
                name, of: type, base, base.path.map { "\($0).\(name)" }, key.span, mayBeMissing: mayBeMissing)
        }
        _ = compile(key)
        emit(.item, expression.span)
        if case .tuple(let parts) = type, case .constant(.integer(let index)) = key.kind, parts.indices.contains(index)
        {
            return parts[index]
        }
        switch type.valueType.map(schema.resolved) {
        case .list(let element), .dictionary(let element): return .value(element)
        case .text: return .value(.text)
        default: return .any
        }
    }
}
