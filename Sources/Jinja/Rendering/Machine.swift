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
    var stack = ValueStack(capacity: 32)
    var slots: ValueStack
    var frames: [Frame]
    var loops: [LoopState] = []
    var captures: [Int] = []
    var objects: [EngineObject] = []
    var serial: Int32 = 0
    let guesses: FieldGuesses

    struct Frame {
        let returnAddress: Int
        /// Its first slot.
        let base: Int
        /// The frame around the macro's definition.
        let link: Int
        let serial: Int32
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
        self.guesses = FieldGuesses(program.fields)
        self.slots = ValueStack(capacity: Int(program.mainSlots) + 16)
        slots.push(emptySlots: Int(program.mainSlots))
        self.frames = [
            Frame(returnAddress: -1, base: 0, link: -1, serial: 0, function: -1, loopDepth: 0, captureStart: nil)
        ]
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
            next &+= 1
            steps &-= 1
            if steps < 0 { throw .tooManySteps }
            switch operation {
            case .text(let start, let length):
                buffer.append(program.text, from: Int(start), count: Int(length))
                if buffer.count > outputLimit { throw .tooMuchOutput }
            case .output: try write(Slot(value: stack.pop()), &buffer)
            case .outputSlot(let slot):
                next &+= 1
                try write(slots[inPlace: base + Int(slot)], &buffer)
            case .outputSlotField(let slot, let site):
                try writeField(site, of: slots[inPlace: base + Int(slot)], &buffer)
            case .outputRootField(let site): try writeRootField(site, &buffer)
            case .outputAttribute(let site): try writeAttribute(site, &buffer)
            case .jump(let goal): next = Int(goal)
            case .jumpIfFalse(let goal): if !(try stack.pop().isTrue()) { next = Int(goal) }
            case .jumpIfSlotFieldFalse(let slot, let site, let goal):
                try jump(goal, ifFalse: site, ofSlot: base + Int(slot))
            case .jumpIfRootFieldFalse(let site, let goal): try jump(goal, ifRootFieldFalse: site)
            case .constant(let index): stack.push(program.constants[Int(index)])
            case .load(let slot): stack.push(slots[base + Int(slot)])
            case .store(let slot): slots[base + Int(slot)] = stack.pop()
            case .slotField(let slot, let site): stack.push(try field(site, of: slots[inPlace: base + Int(slot)]))
            case .rootField(let site): try pushRootField(site)
            case .loopNext(let goal): advanceLoop(goal)
            case .loopStore(let slot, let goal): advanceLoop(goal, storing: base + Int(slot))
            case .compareConstant(let operation, let index): try compare(operation, Int(index))
            case .returning:
                endFrame(&buffer)
                base = currentBase
            case .call(let site):
                try call(site, capturing: true, &buffer)
                base = currentBase
            case .callOutput(let site):
                try call(site, capturing: false, &buffer)
                base = currentBase
            case .captureBegin: captures.append(buffer.count)
            case .captureEnd: try endCapture(&buffer)
            default: try runValue(operation, base)
            }
        }
    }
}

extension Machine {
    var currentBase: Int { frames[frames.count - 1].base }

    func write(_ value: Value, _ buffer: inout ByteBuffer) throws(EvaluationError) {
        try write(Slot(value: value), &buffer)
    }

    /// Writes a value as HTML, where it stands.
    @inline(__always)
    func write(_ slot: borrowing Slot, _ buffer: inout ByteBuffer) throws(EvaluationError) {
        switch slot.value {
        case .text(let text): buffer.append(autoescaped: text)
        case .html(let html): buffer.append(html.bytes)
        case .integer(let number): buffer.append(decimal: number)
        default: buffer.append(autoescaped: try slot.value.printed())
        }
        if buffer.count > outputLimit { throw .tooMuchOutput }
    }

    private mutating func endCapture(_ buffer: inout ByteBuffer) throws(EvaluationError) {
        guard let start = captures.popLast() else { return }
        if buffer.count - start > RenderBudget.textLimit { throw .tooLarge }
        stack.push(.html(SafeHTML(trusted: buffer.bytes(from: start))))
        buffer.truncate(to: start)
    }

    /// The constant is not moved about, since all tasks share it.
    @inline(__always)
    private mutating func compare(_ operation: ComparisonOperator, _ index: Int) throws(EvaluationError) {
        next &+= 1
        let left = stack.pop()
        try charge(program.constants[index].weight + left.weight)
        stack.push(.boolean(try left.compare(operation, program.constants[index])))
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
