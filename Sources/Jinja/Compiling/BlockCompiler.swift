internal import Diagnostics

/// The blocks of a template and of those that it extends.
struct BlockFamily {
    struct Definition {
        let block: BlockStatement
        let span: SourceSpan
        /// Position in the chain: 0 is the template that was asked for.
        let level: Int
        /// Inside another block of its template, so it is shown with that one.
        let isNested: Bool
    }

    /// For each name the definitions, the one that counts first.
    var definitions: [String: [Definition]] = [:]
    var order: [String] = []
    /// How many templates the chain has.
    let length: Int
    /// The scope that blocks see.
    let scope: Int
    /// For each template of the chain, how it was reached.
    var routes: [Int32] = []
}

/// A block that is being compiled.
struct OpenBlock {
    let name: String
    /// Which of its definitions.
    let index: Int
    /// What it and the blocks in it see.
    let scope: Int
}

extension Compiler {
    mutating func makeFamily(_ chain: [Int], scope: Int) -> BlockFamily {
        var family = BlockFamily(length: chain.count, scope: scope)
        for (level, template) in chain.enumerated() {
            var seen: Set<String> = []
            for found in library.templates[template].blocks {
                let name = found.block.name
                if !seen.insert(name.name).inserted {
                    report(
                        .templateSyntax, name.span,
                        Message(en: "the block ‘\(name.name)’ is defined twice", zh: "block“\(name.name)”定义了两次"))
                    continue
                }
                if family.definitions[name.name] == nil { family.order.append(name.name) }
                family.definitions[name.name, default: []].append(
                    .init(block: found.block, span: found.span, level: level, isNested: found.isNested))
            }
        }
        return family
    }

    /// A block of a child that none of its parents has is never shown.
    mutating func reportUnusedBlocks() {
        guard let family, family.length > 1 else { return }
        for name in family.order {
            guard let last = family.definitions[name]?.last, last.level < family.length - 1, !last.isNested else {
                continue
            }
            let known = family.order.filter { other in
                family.definitions[other]?.contains { $0.level > last.level } ?? false
            }
            report(
                .unusedBlock, last.block.name.span,
                Message(
                    en: "no parent template has a block ‘\(name)’, so it is never shown",
                    zh: "父模板中没有 block“\(name)”，它不会显示"),
                hint: NearName.hint(for: name, among: known))
        }
    }

    mutating func compileBlockTag(_ block: BlockStatement, _ span: SourceSpan) {
        if isSilent { return }
        compileBlock(block.name.name, 0, isScoped: block.isScoped, span)
    }

    /// Compiles one definition of a block in place.
    private mutating func compileBlock(_ name: String, _ index: Int, isScoped: Bool, _ span: SourceSpan) {
        guard let family, let definitions = family.definitions[name], index < definitions.count else { return }
        let definition = definitions[index]
        if openBlocks.contains(where: { $0.name == name && $0.index == index }) {
            return report(
                .templateCycle, span, Message(en: "the block ‘\(name)’ contains itself", zh: "block“\(name)”包含了自身"))
        }
        if definition.block.isRequired {
            return report(
                .requiredBlock, span, Message(en: "the block ‘\(name)’ must be filled in", zh: "必须填写 block“\(name)”"),
                hint: Message(
                    en: "write ‘{% block \(name) %}…{% endblock %}’ in the template that extends this one",
                    zh: "请在子模板中写“{% block \(name) %}…{% endblock %}”"))
        }
        let outer = (scope, route)
        // What a scoped block sees, the blocks inside it and its parents see as well.
        let seen = isScoped ? scope : openBlocks.last?.scope ?? family.scope
        openBlocks.append(OpenBlock(name: name, index: index, scope: seen))
        if definition.level < family.routes.count { route = family.routes[definition.level] }
        inScope(
            .enclosing(seen), stores: definition.block.body.storedNames(), definition.span
        ) { $0.compile(definition.block.body) }
        openBlocks.removeLast()
        (scope, route) = outer
    }

    /// `super()` and `self.name()`.
    ///
    /// Gives nil when the call is of another kind.
    mutating func compileBlockCall(
        _ callee: Expression, _ arguments: Arguments, _ span: SourceSpan, isCaptured: Bool
    ) -> Inferred? {
        guard let (name, index) = blockOfCall(callee) else { return nil }
        if !arguments.isEmpty {
            report(.wrongArguments, span, Message(en: "a block takes no arguments", zh: "block 不接受参数"))
        }
        guard let name, let definitions = family?.definitions[name], index < definitions.count else {
            let names = family?.order ?? []
            if case .attribute(_, let wanted) = callee.kind {
                report(
                    .undefinedName, span, Message(en: "there is no block ‘\(wanted)’", zh: "没有 block“\(wanted)”"),
                    hint: NearName.hint(for: wanted, among: names))
            } else {
                report(
                    .undefinedName, span, Message(en: "there is no parent block here", zh: "这里没有父级 block"),
                    hint: Message(
                        en: "‘super()’ shows what the parent template has in the same block",
                        zh: "“super()”显示父模板中同名 block 的内容"))
            }
            if isCaptured { constant(Value.none, span) }
            return .value(.html)
        }
        if isCaptured { emit(.captureBegin, span) }
        compileBlock(name, index, isScoped: false, span)
        if isCaptured { emit(.captureEnd, span) }
        return .value(.html)
    }

    /// The block and which of its definitions; no name when there is none to speak of.
    private func blockOfCall(_ callee: Expression) -> (name: String?, index: Int)? {
        switch callee.kind {
        case .name("super") where find("super") == nil:
            guard let open = openBlocks.last else { return (nil, 0) }
            return (open.name, open.index + 1)
        case .attribute(let base, let name):
            guard case .name("self") = base.kind, find("self") == nil else { return nil }
            return (name, 0)
        default: return nil
        }
    }
}
