internal import Bytes

/// Makes a program do the same in fewer steps: conditions that are known are decided, jumps go where they end up, what is never
/// reached is left out, and text behind text becomes one piece.
struct Simplification {
    private var program: Program
    private var kept: [Bool] = []

    private init(_ program: Program) { self.program = program }

    static func apply(to program: Program) -> Program {
        var work = Simplification(program)
        for index in program.operations.indices { work.program.operations[index] = work.separated(index) }
        work.decide()
        work.shortenJumps()
        work.findReached()
        work.dropIdleJumps()
        work.joinTexts()
        work.close()
        work.fuse()
        return work.program
    }
}

extension Simplification {
    /// The operation without the one behind it that it was fused with, so that a program can be simplified again.
    private func separated(_ index: Int) -> Operation {
        switch program.operations[index] {
        case .jumpIfSlotFieldFalse(let slot, let site, _): .slotField(slot: slot, site: site)
        case .jumpIfRootFieldFalse(let site, _): .rootField(site: site)
        case .outputAttribute(let site): .attribute(site: site)
        case .outputSlot(let slot): .load(slot)
        case .compareConstant(_, let constant): .constant(constant)
        case .loopStore(_, let goal): .loopNext(goal)
        case let other: other
        }
    }

    /// What is known of constants: where a jump goes, and what is written.
    private mutating func decide() {
        let isGoal = goals()
        for index in program.operations.indices.dropLast() where !isGoal[index + 1] {
            guard case .constant(let number) = program.operations[index] else { continue }
            let value = program.constants[Int(number)]
            switch program.operations[index + 1] {
            case .jumpIfFalse(let goal):
                guard let truth = try? value.isTrue() else { continue }
                program.operations[index] = .jump(Int32(index + 1))
                program.operations[index + 1] = .jump(truth ? Int32(index + 2) : goal)
            case .output:
                var buffer = ByteBuffer(capacity: 64)
                switch value {
                case .text(let text): buffer.append(autoescaped: text)
                case .html(let html): buffer.append(html.bytes)
                default: continue
                }
                program.operations[index] = .jump(Int32(index + 1))
                program.operations[index + 1] = .text(start: Int32(program.text.count), length: Int32(buffer.count))
                program.text += buffer.bytes
            default: continue
            }
        }
    }

    /// A jump to a jump goes where that one goes.
    private mutating func shortenJumps() {
        for index in program.operations.indices {
            guard var goal = program.operations[index].goal else { continue }
            for _ in 0..<16 {
                guard Int(goal) < program.operations.count, case .jump(let further) = program.operations[Int(goal)]
                else { break }
                goal = further
            }
            program.operations[index].goal = goal
        }
    }

    /// Marks what can be reached from the beginning, by way of macros too.
    private mutating func findReached() {
        kept = [Bool](repeating: false, count: program.operations.count)
        var open = [0]
        while let start = open.popLast() {
            var index = start
            while index < kept.count, !kept[index] {
                kept[index] = true
                let operation = program.operations[index]
                if case .macro(let number) = operation { open.append(Int(program.functions[Int(number)].entry)) }
                if let goal = operation.goal { open.append(Int(goal)) }
                switch operation {
                case .jump(let goal): index = Int(goal)
                case .returning: index = kept.count
                default: index += 1
                }
            }
        }
    }

    /// Leaves out jumps over nothing.
    private mutating func dropIdleJumps() {
        var following = kept.count
        for index in kept.indices.reversed() where kept[index] {
            if case .jump(let goal) = program.operations[index], goal > index, goal <= following {
                kept[index] = false
            } else {
                following = index
            }
        }
    }

    /// Joins texts that always follow one another. The text is written anew, without what is no longer used.
    private mutating func joinTexts() {
        let isGoal = goals()
        let old = program.text
        program.text = []
        // The text that others are joined to, and the last of them.
        var open: (first: Int, last: Int)?
        for index in kept.indices where kept[index] {
            guard case .text(let start, let length) = program.operations[index] else {
                open = nil
                continue
            }
            let place = Int32(program.text.count)
            program.text += old[Int(start)..<Int(start + length)]
            if let (first, last) = open, !isGoal[last + 1...index].contains(true),
                case .text(let begin, let before) = program.operations[first]
            {
                program.operations[first] = .text(start: begin, length: before + length)
                kept[index] = false
                open = (first, index)
            } else {
                program.operations[index] = .text(start: place, length: length)
                open = (index, index)
            }
        }
    }

    /// For each operation whether a jump or a call leads to it.
    private func goals() -> [Bool] {
        var found = [Bool](repeating: false, count: program.operations.count + 1)
        for (index, operation) in program.operations.enumerated() where kept.isEmpty || kept[index] {
            if let goal = operation.goal { found[Int(goal)] = true }
        }
        for function in program.functions { found[Int(function.entry)] = true }
        return found
    }

    /// Closes the gaps.
    private mutating func close() {
        var numbers: [Int32] = []
        numbers.reserveCapacity(kept.count + 1)
        var count: Int32 = 0
        for isKept in kept {
            numbers.append(count)
            if isKept { count += 1 }
        }
        numbers.append(count)
        var operations: [Operation] = []
        var places: [Int32] = []
        for index in kept.indices where kept[index] {
            var operation = program.operations[index]
            if let goal = operation.goal { operation.goal = numbers[Int(goal)] }
            operations.append(operation)
            places.append(program.places[index])
        }
        program.operations = operations
        program.places = places
        for index in program.functions.indices {
            program.functions[index].entry = numbers[Int(program.functions[index].entry)]
        }
    }

    /// Makes one step of two that often follow each other. The second stays where it is, for jumps that lead to it.
    private mutating func fuse() {
        let operations = program.operations
        for index in operations.indices.dropLast() {
            switch (operations[index], operations[index + 1]) {
            case (.slotField(let slot, let site), .jumpIfFalse(let goal)):
                program.operations[index] = .jumpIfSlotFieldFalse(slot: slot, site: site, goal)
            case (.rootField(let site), .jumpIfFalse(let goal)):
                program.operations[index] = .jumpIfRootFieldFalse(site: site, goal)
            case (.attribute(let site), .output): program.operations[index] = .outputAttribute(site: site)
            case (.load(let slot), .output): program.operations[index] = .outputSlot(slot)
            case (.constant(let constant), .compare(let comparison)):
                program.operations[index] = .compareConstant(comparison, constant)
            case (.loopNext(let goal), .store(let slot)):
                program.operations[index] = .loopStore(slot: slot, goal)
            default: break
            }
        }
    }
}

extension Operation {
    /// Where a jump leads. The fused ones are made after all goals are settled.
    fileprivate var goal: Int32? {
        get {
            switch self {
            case .jump(let goal), .jumpIfFalse(let goal), .jumpIfFalseKeeping(let goal), .jumpIfTrueKeeping(let goal),
                .jumpIfGiven(_, let goal), .loopNext(let goal), .loopEnd(let goal):
                goal
            default: nil
            }
        }
        set {
            guard let newValue else { return }
            switch self {
            case .jump: self = .jump(newValue)
            case .jumpIfFalse: self = .jumpIfFalse(newValue)
            case .jumpIfFalseKeeping: self = .jumpIfFalseKeeping(newValue)
            case .jumpIfTrueKeeping: self = .jumpIfTrueKeeping(newValue)
            case .jumpIfGiven(let slot, _): self = .jumpIfGiven(slot: slot, newValue)
            case .loopNext: self = .loopNext(newValue)
            case .loopEnd: self = .loopEnd(newValue)
            default: break
            }
        }
    }
}
