internal import Bytes
internal import Diagnostics

/// Runs a program for one page. It holds a stack of values, the slots of all frames, and the loops that are open.
struct Machine: ~Copyable {
    let program: Program
    let page: Record
    let globals: Record
    let outputLimit: Int
    let depthLimit: Int
    var steps: Int
    var next = 0
    var stack: [Value] = []
    var slots: [Value]
    var frames: [Frame]
    var loops: [LoopState] = []
    var captures: [Int] = []
    var objects: [EngineObject] = []
    var serial = 0

    struct Frame {
        let returnAddress: Int
        /// Its first slot.
        let base: Int
        /// The frame around the macro's definition.
        let link: Int
        let serial: Int
        /// The function, or -1 for the main program.
        let function: Int
        /// Loops around when it was called, and how deep a recursive loop is.
        let loopDepth: Int
        /// Where its output begins, when it becomes a value.
        let captureStart: Int?
    }

    init(_ program: Program, page: Record, globals: Record, budget: RenderBudget, outputStart: Int) {
        self.program = program
        self.page = page
        self.globals = globals
        self.steps = budget.steps
        self.depthLimit = budget.depth
        self.outputLimit = outputStart + budget.outputBytes
        self.slots = [Value](repeating: Value.none, count: Int(program.mainSlots))
        self.frames = [
            Frame(returnAddress: -1, base: 0, link: -1, serial: 0, function: -1, loopDepth: 0, captureStart: nil)
        ]
        stack.reserveCapacity(16)
    }

    /// The operation that failed and the calls that led to it, innermost first.
    var trace: [Int] {
        ([next] + frames.reversed().map(\.returnAddress)).map { $0 - 1 }.filter { program.places.indices.contains($0) }
    }

    /// Runs to the end.
    mutating func run(_ buffer: inout ByteBuffer) throws(EvaluationError) {
        let operations = program.operations
        var base = 0
        while next < operations.count {
            let operation = operations[next]
            next += 1
            steps -= 1
            if steps < 0 { throw .tooManySteps }
            switch operation {
            case .text(let start, let length):
                buffer.append(program.text, from: Int(start), count: Int(length))
                if buffer.count > outputLimit { throw .tooMuchOutput }
            case .output:
                try write(pop(), &buffer)
                if buffer.count > outputLimit { throw .tooMuchOutput }
            case .constant(let index): stack.append(program.constants[Int(index)])
            case .load(let slot): stack.append(slots[base + Int(slot)])
            case .loadMain(let slot): stack.append(slots[Int(slot)])
            case .store(let slot): slots[base + Int(slot)] = pop()
            case .root(let name, let hint):
                stack.append(find(program.names[Int(name)], in: page, near: Int(hint)))
            case .global(let name, let hint):
                stack.append(find(program.names[Int(name)], in: globals, near: Int(hint)))
            case .slotField(let slot, let site):
                stack.append(try field(program.fields[Int(site)], of: slots[base + Int(slot)]))
            case .outputSlotField(let slot, let site):
                try write(field(program.fields[Int(site)], of: slots[base + Int(slot)]), &buffer)
                if buffer.count > outputLimit { throw .tooMuchOutput }
            case .rootField(let site): stack.append(try rootField(program.fields[Int(site)]))
            case .outputRootField(let site):
                try write(rootField(program.fields[Int(site)]), &buffer)
                if buffer.count > outputLimit { throw .tooMuchOutput }
            case .attribute(let name, let hint): try loadField(program.names[Int(name)], Int(hint))
            case .jump(let goal): next = Int(goal)
            case .jumpIfFalse(let goal): if !(try pop().isTrue()) { next = Int(goal) }
            case .loopNext(let goal): try advanceLoop(Int(goal))
            case .returning:
                endFrame(&buffer)
                base = currentBase
            case .call(let site):
                try call(program.calls[Int(site)], capturing: true, &buffer)
                base = currentBase
            case .callOutput(let site):
                try call(program.calls[Int(site)], capturing: false, &buffer)
                base = currentBase
            case .captureBegin: captures.append(buffer.count)
            case .captureEnd: try endCapture(&buffer)
            default: try runValue(operation, base)
            }
        }
    }
}

extension Machine {
    @inline(__always)
    mutating func pop() -> Value { stack.isEmpty ? Value.none : stack.removeLast() }

    var currentBase: Int { frames[frames.count - 1].base }

    /// Writes a value as HTML.
    @inline(__always)
    func write(_ value: Value, _ buffer: inout ByteBuffer) throws(EvaluationError) {
        switch value {
        case .text(let text): buffer.append(autoescaped: text)
        case .html(let html): buffer.append(html.bytes)
        case .integer(let number): buffer.append(decimal: number)
        default: buffer.append(autoescaped: try value.printed())
        }
    }

    private mutating func endCapture(_ buffer: inout ByteBuffer) throws(EvaluationError) {
        guard let start = captures.popLast() else { return }
        if buffer.count - start > RenderBudget.textLimit { throw .tooLarge }
        stack.append(.html(SafeHTML(trusted: buffer.bytes(from: start))))
        buffer.truncate(to: start)
    }

    @inline(__always)
    private func find(_ name: String, in record: Record, near hint: Int) -> Value {
        record.value(of: name, near: hint) ?? .engine(.undefined(.name(name, among: record.shape.fields)))
    }

    @inline(__always)
    private mutating func loadField(_ name: String, _ hint: Int) throws(EvaluationError) {
        let value = pop()
        if case .record(let record) = value, let field = record.value(of: name, near: hint) {
            return stack.append(field)
        }
        stack.append(try otherField(name, of: value))
    }

    @inline(__always)
    private func field(_ site: Program.FieldSite, of value: Value) throws(EvaluationError) -> Value {
        if case .record(let record) = value {
            if let field = record.value(at: Int(site.hint), in: site.shape) { return field }
            if let field = record.value(of: program.names[Int(site.name)], near: Int(site.hint)) { return field }
        }
        return try otherField(program.names[Int(site.name)], of: value)
    }

    @inline(__always)
    private func rootField(_ site: Program.FieldSite) throws(EvaluationError) -> Value {
        let root = page.value(at: Int(site.rootHint), in: site.rootShape)
        return try field(site, of: root ?? find(program.names[Int(site.rootName)], in: page, near: Int(site.rootHint)))
    }

    private func otherField(_ name: String, of value: Value) throws(EvaluationError) -> Value {
        switch value {
        case .engine(.undefined(let missing)): throw EvaluationError(missing)
        case .engine(.namespace(let index)):
            if case .namespace(let fields) = objects[index], let field = fields[name] { return field }
        case .engine(.cycler(let index)):
            if name == "current", case .cycler(let values, let position) = objects[index] { return values[position] }
        case .engine(.loop(let index)):
            if let field = LoopField(rawValue: name), index < loops.count { return loops[index].value(of: field) }
        default: break
        }
        return value.field(name) ?? .engine(.undefined(.field(name, of: value)))
    }
}

extension EvaluationError {
    static let tooManySteps = EvaluationError(
        .budget, en: "rendering takes too many steps", zh: "渲染步骤过多",
        hint: Message(en: "look for a loop over a huge range", zh: "请检查是否有范围过大的循环"))

    static let tooMuchOutput = EvaluationError(
        .budget, en: "the page grows too large", zh: "页面过大",
        hint: Message(en: "look for a loop that writes without end", zh: "请检查是否有不断输出的循环"))
}
