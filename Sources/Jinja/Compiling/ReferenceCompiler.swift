internal import Diagnostics

/// Templates that others extend, include and import.
extension Compiler {
    /// Compiles a template together with those that it extends.
    ///
    /// Gives the scope of its top-level names, for what it exports.
    mutating func compileTemplate(
        _ index: Int, _ background: Scope.Background, _ span: SourceSpan, keepsScope: Bool = false
    ) -> Int? {
        guard templateStack.count < 64 else {
            stop(span, Message(en: "templates include each other more than 64 deep", zh: "模板相互引用超过 64 层"))
            return nil
        }
        guard let chain = chain(from: index, span) else { return nil }
        let outer = (family, openBlocks, scope, nextSlot, isSilent, templateStack.count)
        openScope(background, stores: mergedStores(of: chain), span)
        let own = scope
        family = makeFamily(chain, scope: own)
        openBlocks = []
        for (level, template) in chain.enumerated() {
            templateStack.append(template)
            used.insert(template)
            if level > 0 { isSilent = outer.4 }
            family?.routes.append(route)
            compile(library.templates[template].statements)
            if level + 1 < chain.count, let extends = library.templates[template].extends {
                route = newRoute(extends.span, Message(en: "extended here", zh: "在此处 extends"))
            }
        }
        if let last = chain.last, library.templates[last].extends == nil { reportUnusedBlocks() }
        templateStack.removeLast(templateStack.count - outer.5)
        route = family?.routes.first ?? -1
        (family, openBlocks, isSilent) = (outer.0, outer.1, outer.4)
        scope = outer.2
        if !keepsScope {
            scopes.removeLast(scopes.count - own)
            nextSlot = outer.3
        }
        return own
    }

    /// The template, the one that it extends, and so on.
    private mutating func chain(from index: Int, _ span: SourceSpan) -> [Int]? {
        var chain: [Int] = []
        var next = index
        var place = span
        while true {
            if let first = (templateStack + chain).firstIndex(of: next) {
                reportCycle(Array((templateStack + chain)[first...]) + [next], place)
                return nil
            }
            chain.append(next)
            guard let extends = library.templates[next].extends else { return chain }
            guard let parent = resolve(extends) else {
                used.formUnion(chain)
                return nil
            }
            (next, place) = (parent, extends.span)
        }
    }

    private mutating func reportCycle(_ circle: [Int], _ span: SourceSpan) {
        let names = circle.map { library.templates[$0].name }.joined(separator: " → ")
        report(
            .templateCycle, span, Message(en: "templates use each other in a circle: \(names)", zh: "模板循环引用：\(names)"))
    }

    private func mergedStores(of chain: [Int]) -> [(name: String, count: Int)] {
        chain.flatMap { library.templates[$0].statements }.storedNames()
    }

    /// The index of a template, or a diagnostic.
    mutating func resolve(_ name: NamedPart) -> Int? {
        if let index = library.index(of: name.name) { return index }
        report(
            .missingTemplate, name.span,
            Message(en: "there is no template ‘\(name.name)’", zh: "没有模板“\(name.name)”"),
            hint: NearName.hint(for: name.name, among: library.names))
        return nil
    }

    mutating func newRoute(_ span: SourceSpan, _ verb: Message) -> Int32 {
        program.routes.append(Program.Route(span: span, parent: route, verb: verb))
        return Int32(program.routes.count - 1)
    }

    mutating func compileExtends(_ name: NamedPart, _ span: SourceSpan) {
        let isOwn = templateStack.last.map { library.templates[$0].extends?.span == name.span } ?? false
        if isOwn, function == -1 {
            isSilent = true
        } else {
            report(
                .notSupported, span,
                Message(
                    en: "‘extends’ stands once in a template, outside of other tags",
                    zh: "“extends”在模板中只能出现一次，且不能放在其他标签内"))
        }
    }

    mutating func compileInclude(_ include: IncludeStatement, _ span: SourceSpan) {
        if isSilent { return }
        let known = include.names.compactMap { library.index(of: $0.name) }.first
        guard let index = known else {
            if !include.ignoresMissing { for name in include.names { _ = resolve(name) } }
            return
        }
        let outer = route
        route = newRoute(span, Message(en: "included here", zh: "在此处 include"))
        _ = compileTemplate(index, include.withContext ? .enclosing(scope) : .globals, span)
        route = outer
    }

    mutating func compileImport(_ name: NamedPart, _ alias: NamedPart, _ withContext: Bool, _ span: SourceSpan) {
        guard let exports = compileModule(name, withContext, span) else {
            emit(.undefined(missing(.name(alias.name))), span)
            return assign(.name(alias), .any, span)
        }
        for item in exports { emitLoad(item.binding, span) }
        let names = exports.map(\.name)
        program.shapes.append(RecordShape(name.name, names))
        emit(.makeRecord(shape: Int32(program.shapes.count - 1)), span)
        let types = Dictionary(exports.map { ($0.name, $0.binding.type) }, uniquingKeysWith: { first, _ in first })
        assign(.name(alias), .module(template: name.name, names: types, order: names), span)
    }

    mutating func compileFrom(
        _ name: NamedPart, _ wanted: [(name: NamedPart, alias: NamedPart)], _ withContext: Bool, _ span: SourceSpan
    ) {
        let exports = compileModule(name, withContext, span)
        for (part, alias) in wanted {
            if let found = exports?.first(where: { $0.name == part.name }) {
                emitLoad(found.binding, part.span)
                assign(.name(alias), found.binding.type, part.span)
                continue
            }
            if let exports {
                report(
                    .undefinedName, part.span,
                    Message(en: "‘\(name.name)’ defines no ‘\(part.name)’", zh: "“\(name.name)”中没有“\(part.name)”"),
                    hint: NearName.hint(for: part.name, among: exports.map(\.name)))
            }
            emit(.undefined(missing(.name(part.name))), part.span)
            assign(.name(alias), .any, part.span)
        }
    }

    /// Compiles what an imported template sets; it writes nothing. Its names stay alive in the frame.
    private mutating func compileModule(
        _ name: NamedPart, _ withContext: Bool, _ span: SourceSpan
    ) -> [(name: String, binding: Scope.Binding)]? {
        guard let index = resolve(name) else { return nil }
        let outer = (route, isSilent)
        route = newRoute(span, Message(en: "imported here", zh: "在此处 import"))
        isSilent = true
        let own = compileTemplate(index, withContext ? .enclosing(scope) : .globals, span, keepsScope: true)
        (route, isSilent) = outer
        guard let own else { return nil }
        let stored = scopes[own]
        return stored.order.filter { $0.utf8.first != 0x5F }.compactMap { name in
            stored.bindings[name].map { (name, $0) }
        }
    }
}
