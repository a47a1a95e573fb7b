internal import Bytes
internal import Diagnostics

/// Runs the statements of one rendering. Names live in a stack of scopes; a macro sees its arguments and the variables of the page.
struct Evaluator {
    struct Macro {
        let statement: MacroStatement
        /// What the names around it meant when it was defined.
        let scopes: [[String: Value]]
    }

    let template: CompiledTemplate
    let page: Record
    let budget: RenderBudget
    let start: Int
    var scopes: [[String: Value]] = [[:]]
    var macros: [Macro] = []
    /// Where the work is, for the message when it fails.
    var span: SourceSpan?
    var steps = 0
    var depth = 0
    /// Which block is being written, and how far up its family.
    var blockStack: [(name: String, level: Int)] = []
    var captured: [Value] = []

    init(_ template: CompiledTemplate, _ page: Record, _ budget: RenderBudget, start: Int) {
        self.template = template
        self.page = page
        self.budget = budget
        self.start = start
    }

    func diagnostic(for error: EvaluationError) -> Diagnostic {
        Diagnostic(
            error.code, at: span.map { template.library.location(of: $0) }, error.message, hint: error.hint)
    }

    func lookup(_ name: String) -> Value? {
        for scope in scopes.reversed() { if let value = scope[name] { return value } }
        return page[name]
    }

    mutating func assign(_ name: String, _ value: Value) { scopes[scopes.count - 1][name] = value }

    /// The definitions that a template which extends another makes outside its blocks.
    mutating func runDefinitions(_ statements: [Statement]) throws(EvaluationError) {
        var nothing = ByteBuffer(capacity: 64)
        for statement in statements {
            switch statement.kind {
            case .set, .setBlock, .importing, .importingNames, .macro: try run(statement, &nothing)
            default: break
            }
        }
    }

    mutating func run(_ statements: [Statement], _ buffer: inout ByteBuffer) throws(EvaluationError) {
        for statement in statements { try run(statement, &buffer) }
    }

    mutating func count(_ buffer: borrowing ByteBuffer) throws(EvaluationError) {
        steps += 1
        if steps > budget.steps || buffer.count - start > budget.outputBytes {
            throw EvaluationError(
                .budget, en: "rendering was stopped after \(steps) steps", zh: "渲染在 \(steps) 步后被停止")
        }
    }

    mutating func enter() throws(EvaluationError) {
        depth += 1
        if depth > budget.depth {
            throw EvaluationError(
                .budget, en: "more than \(budget.depth) macros, blocks or includes inside each other",
                zh: "宏、block 或 include 嵌套超过 \(budget.depth) 层")
        }
    }

    func write(_ value: Value, _ buffer: inout ByteBuffer) throws(EvaluationError) {
        switch value {
        case .html(let html): buffer.append(html.bytes)
        case .text(let text): buffer.append(autoescaped: text)
        case .integer(let number): buffer.append(decimal: number)
        default: buffer.append(try value.escaped().bytes)
        }
    }
}
