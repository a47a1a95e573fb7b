internal import Diagnostics

/// Finds, before any page is rendered, what a family of templates names and nobody has: templates, filters, tests, fields.
struct TemplateChecker {
    let library: TemplateLibrary
    let schema: TemplateSchema
    private(set) var diagnostics: [Diagnostic] = []
    private var seen: Set<String> = []
    private var open: [String] = []

    init(_ library: TemplateLibrary, _ schema: TemplateSchema) {
        self.library = library
        self.schema = schema
    }

    /// The template and what it extends, the outermost layout last.
    func lineage(of template: TemplateLibrary.Template) -> [TemplateLibrary.Template] {
        var lineage = [template]
        while let last = lineage.last, let parent = Self.parent(of: last), let next = library.template(parent.name),
            lineage.count <= 64
        {
            lineage.append(next)
        }
        return lineage
    }

    private static func parent(of template: TemplateLibrary.Template) -> NamedPart? {
        for statement in template.statements { if case .extends(let name) = statement.kind { return name } }
        return nil
    }

    mutating func check(_ template: TemplateLibrary.Template) {
        guard seen.insert(template.name).inserted else { return }
        open.append(template.name)
        check(template.statements)
        open.removeLast()
    }

    private mutating func check(_ statements: [Statement]) { for statement in statements { check(statement) } }

    private mutating func check(_ statement: Statement) {
        switch statement.kind {
        case .text: break
        case .output(let expression): check(expression)
        case .condition(let branches, let otherwise):
            for branch in branches {
                check(branch.condition)
                check(branch.body)
            }
            check(otherwise)
        case .loop(let loop):
            check(loop.items)
            if let filter = loop.filter { check(filter) }
            check(loop.body)
            check(loop.otherwise)
        case .set(_, let expression): check(expression)
        case .setBlock(_, let value, let body):
            check(value)
            check(body)
        case .with(let pairs, let body):
            for (_, expression) in pairs { check(expression) }
            check(body)
        case .filter(let expression, let body):
            check(expression)
            check(body)
        case .block(let block): check(block.body)
        case .extends(let name), .importing(let name, _, _), .importingNames(let name, _, _): follow(name)
        case .include(let include):
            if include.names.contains(where: { library.template($0.name) != nil }) {
                for name in include.names where library.template(name.name) != nil { follow(name) }
            } else if !include.ignoresMissing, let name = include.names.first {
                follow(name)
            }
        case .macro(let macro): check(macro.body)
        case .call(let macro, let expression):
            check(expression)
            check(macro.body)
        }
    }

    private mutating func follow(_ name: NamedPart) {
        guard let next = library.template(name.name) else {
            report(
                .missingTemplate, name.span, Message(en: "there is no template ‘\(name.name)’", zh: "没有模板“\(name.name)”"),
                NearName.hint(for: name.name, among: library.names))
            return
        }
        if open.contains(name.name) {
            let circle = (open + [name.name]).joined(separator: " → ")
            report(.templateCycle, name.span, Message(en: "these templates go in a circle: \(circle)", zh: "模板循环引用：\(circle)"), nil)
            return
        }
        check(next)
    }

    private mutating func report(_ code: DiagnosticCode, _ span: SourceSpan, _ message: Message, _ hint: Message?) {
        diagnostics.append(Diagnostic(code, at: library.location(of: span), message, hint: hint))
    }
}

/// Expressions. Fields are checked as far as they hang on a variable of the page; what loops and macros bind is known only
/// while rendering, which is strict as well.
extension TemplateChecker {
    private mutating func check(_ expression: Expression) {
        switch expression.kind {
        case .constant, .captured, .name: break
        case .attribute(let base, _):
            check(base)
            checkPath(expression)
        case .item(let base, let key):
            check(base)
            check(key)
        case .slice(let base, let from, let to, let step): for part in [base, from, to, step] { if let part { check(part) } }
        case .call(let callee, let arguments):
            check(callee)
            check(arguments)
        case .filter(let base, let name, let arguments):
            check(base)
            check(arguments)
            if !Evaluator.filterNames.contains(name.name) {
                report(
                    .unknownFilter, name.span,
                    Message(en: "there is no filter ‘\(name.name)’", zh: "没有过滤器“\(name.name)”"),
                    NearName.hint(for: name.name, among: Evaluator.filterNames))
            }
        case .test(let base, let name, let arguments):
            check(base)
            check(arguments)
            if !Evaluator.testNames.contains(name.name) {
                report(
                    .unknownTest, name.span, Message(en: "there is no test ‘\(name.name)’", zh: "没有判断“\(name.name)”"),
                    NearName.hint(for: name.name, among: Evaluator.testNames))
            }
        case .not(let inner), .negate(let inner), .plus(let inner): check(inner)
        case .arithmetic(_, let one, let other), .and(let one, let other), .or(let one, let other):
            check(one)
            check(other)
        case .concatenation(let parts), .list(let parts), .tuple(let parts): for part in parts { check(part) }
        case .comparison(let first, let rest):
            check(first)
            for (_, other) in rest { check(other) }
        case .conditional(let condition, let then, let otherwise):
            for part in [condition, then, otherwise] { if let part { check(part) } }
        case .dictionary(let pairs):
            for (key, value) in pairs {
                check(key)
                check(value)
            }
        }
    }

    private mutating func check(_ arguments: Arguments) {
        for expression in arguments.positional { check(expression) }
        for (_, expression) in arguments.keywords { check(expression) }
    }

    /// `page.author.name`: each step must be a field of the record before it.
    private mutating func checkPath(_ expression: Expression) {
        guard case .attribute(let base, let name) = expression.kind, let type = type(of: base) else { return }
        guard type.field(name) == nil else { return }
        report(
            .unknownField, expression.span,
            Message(en: "‘\(type.name)’ has no field ‘\(name)’", zh: "“\(type.name)”没有字段“\(name)”"),
            NearName.hint(for: name, among: type.fields.map(\.name)))
    }

    private func type(of expression: Expression) -> RecordType? {
        switch expression.kind {
        case .name(let name): schema.page.field(name).flatMap { record($0.type) }
        case .attribute(let base, let name): type(of: base)?.field(name).flatMap { record($0.type) }
        default: nil
        }
    }

    private func record(_ type: ValueType) -> RecordType? {
        switch type {
        case .record(let record): record
        case .named(let name): schema.named[name]
        case .optional(let inner): record(inner)
        default: nil
        }
    }
}
