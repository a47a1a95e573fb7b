internal import Bytes
internal import Diagnostics

/// What each tag does.
extension Evaluator {
    mutating func run(_ statement: Statement, _ buffer: inout ByteBuffer) throws(EvaluationError) {
        try count(buffer)
        switch statement.kind {
        case .text:
            let file = template.library.templates[Int(statement.span.file)].file
            buffer.append(file.bytes[Int(statement.span.start)..<Int(statement.span.end)])
        case .output(let expression): try write(evaluate(expression), &buffer)
        case .condition(let branches, let otherwise): try condition(branches, otherwise, &buffer)
        case .loop(let loop): try self.loop(loop, &buffer)
        case .set(let target, let expression): try bind(target, evaluate(expression))
        case .setBlock(let target, let value, let body):
            captured.append(try capture(body))
            let result = try evaluate(value)
            captured.removeLast()
            try bind(target, result)
        case .with(let pairs, let body):
            scopes.append([:])
            for (target, expression) in pairs { try bind(target, evaluate(expression)) }
            try run(body, &buffer)
            scopes.removeLast()
        case .filter(let expression, let body):
            captured.append(try capture(body))
            try write(evaluate(expression), &buffer)
            captured.removeLast()
        case .block(let block): try self.block(block.name.name, level: 0, &buffer)
        case .extends: break
        case .include(let include): try self.include(include, &buffer)
        case .importing(let name, let alias, _): assign(alias.name, .record(try module(name)))
        case .importingNames(let name, let names, _):
            let exports = try module(name)
            for (name, alias) in names { assign(alias.name, exports[name.name] ?? .none) }
        case .macro(let macro): assign(macro.name.name, define(macro))
        case .call(let body, let expression):
            scopes.append(["caller": define(body)])
            try write(evaluate(expression), &buffer)
            scopes.removeLast()
        }
    }

    private mutating func condition(
        _ branches: [ConditionBranch], _ otherwise: [Statement], _ buffer: inout ByteBuffer
    ) throws(EvaluationError) {
        for branch in branches where try evaluate(branch.condition).isTrue() {
            try run(branch.body, &buffer)
            return
        }
        try run(otherwise, &buffer)
    }

    private mutating func loop(_ loop: LoopStatement, _ buffer: inout ByteBuffer) throws(EvaluationError) {
        var items = try self.items(of: evaluate(loop.items))
        scopes.append([:])
        defer { scopes.removeLast() }
        if let filter = loop.filter {
            var kept: [Value] = []
            for item in items {
                try bind(loop.target, item)
                if try evaluate(filter).isTrue() { kept.append(item) }
            }
            items = kept
        }
        if items.isEmpty {
            try run(loop.otherwise, &buffer)
            return
        }
        let outer = lookup("loop").flatMap { value -> Int? in
            guard case .record(let record) = value, case .integer(let depth)? = record["depth"] else { return nil }
            return depth
        }
        for (index, item) in items.enumerated() {
            scopes[scopes.count - 1] = ["loop": LoopValues.value(index, items, depth: (outer ?? 0) + 1)]
            try bind(loop.target, item)
            try run(loop.body, &buffer)
        }
    }

    mutating func block(_ name: String, level: Int, _ buffer: inout ByteBuffer) throws(EvaluationError) {
        guard let bodies = template.blocks[name], level < bodies.count else { return }
        try enter()
        blockStack.append((name, level))
        scopes.append([:])
        try run(bodies[level].body, &buffer)
        scopes.removeLast()
        blockStack.removeLast()
        depth -= 1
    }

    private mutating func include(_ include: IncludeStatement, _ buffer: inout ByteBuffer) throws(EvaluationError) {
        let library = template.library
        guard let found = include.names.compactMap({ library.template($0.name) }).first else { return }
        try enter()
        let outer = scopes
        if !include.withContext { scopes = [[:]] } else { scopes.append([:]) }
        try run(found.statements, &buffer)
        scopes = outer
        depth -= 1
    }

    /// What a template defines at its top level, for `import`.
    private mutating func module(_ name: NamedPart) throws(EvaluationError) -> Record {
        guard let found = template.library.template(name.name) else { return .empty }
        try enter()
        let outer = scopes
        scopes = [[:]]
        try runDefinitions(found.statements)
        let exports = scopes[0].sorted { $0.key < $1.key }
        scopes = outer
        depth -= 1
        return Record(RecordShape("module", exports.map(\.key)), exports.map(\.value))
    }

    private mutating func define(_ macro: MacroStatement) -> Value {
        macros.append(Macro(statement: macro, scopes: scopes))
        return .engine(.macro(MacroReference(function: Int32(macros.count - 1), base: 0, serial: 0)))
    }

    func items(of value: Value) throws(EvaluationError) -> [Value] {
        switch value {
        case .list(let items), .tuple(let items): return items
        case .text(let text): return text.unicodeScalars.map { .text(String($0)) }
        case .dictionary(let dictionary): return dictionary.pairs.map(\.key)
        case .engine(.range(let range)) where range.count <= RenderBudget.listLimit:
            return (0..<range.count).map { .integer(range[$0]) }
        default: throw .expected(en: "a list", zh: "列表", got: value)
        }
    }

    mutating func capture(_ body: [Statement]) throws(EvaluationError) -> Value {
        var buffer = ByteBuffer(capacity: 256)
        try run(body, &buffer)
        return .html(SafeHTML(trusted: buffer.bytes))
    }

    mutating func bind(_ target: AssignmentTarget, _ value: Value) throws(EvaluationError) {
        switch target {
        case .name(let name): assign(name.name, value)
        case .tuple(let targets, let place):
            let items = try items(of: value)
            guard items.count == targets.count else {
                span = place
                throw EvaluationError(
                    en: "\(targets.count) values are needed, not \(items.count)",
                    zh: "需要 \(targets.count) 个值，实际有 \(items.count) 个")
            }
            for (target, item) in zip(targets, items) { try bind(target, item) }
        case .namespaceField(let name, _):
            span = name.span
            throw EvaluationError(.notSupported, en: "namespaces can't be assigned to", zh: "不支持给 namespace 赋值")
        }
    }
}

/// What `loop` holds.
enum LoopValues {
    private static let shape = RecordShape(
        "loop",
        ["index", "index0", "revindex", "revindex0", "first", "last", "length", "depth", "depth0", "previtem", "nextitem"])

    static func value(_ index: Int, _ items: [Value], depth: Int) -> Value {
        let count = items.count
        return .record(
            Record(
                shape,
                [
                    .integer(index + 1), .integer(index), .integer(count - index), .integer(count - index - 1),
                    .boolean(index == 0), .boolean(index == count - 1), .integer(count), .integer(depth),
                    .integer(depth - 1), index > 0 ? items[index - 1] : .none,
                    index + 1 < count ? items[index + 1] : .none,
                ]))
    }
}
