internal import Bytes

/// Names and fields: the values that a page's record, the globals and other records hold.
extension Machine {
    /// Where a record holds a field; nil when it doesn't.
    @inline(__always)
    private func position(_ site: Int32, in record: Record) -> Int? {
        let guess = guesses[Int(site)]
        if ObjectIdentifier(record.shape) == guess.shape, guess.position < record.slots.count { return guess.position }
        return soughtPosition(site, in: record)
    }

    private func soughtPosition(_ site: Int32, in record: Record) -> Int? {
        guard let position = record.shape.position(of: name(of: site)), position < record.slots.count else {
            return nil
        }
        guesses.note(record.shape, position, at: Int(site))
        return position
    }

    private func name(of site: Int32) -> String { program.names[Int(program.fields[Int(site)].name)] }

    @inline(__always)
    func field(_ site: Int32, of slot: borrowing Slot) throws(EvaluationError) -> Value {
        if case .record(let record) = slot.value, let position = position(site, in: record) {
            return record.slots[position].value
        }
        return try otherField(name(of: site), of: slot.value)
    }

    /// The variable of the page that a `rootField` speaks of, which is not where its schema says.
    private func root(_ site: Program.FieldSite) -> Slot {
        Slot(value: find(program.names[Int(site.rootName)], in: page, near: Int(site.rootHint)))
    }

    @inline(__always)
    mutating func pushRootField(_ site: Int32) throws(EvaluationError) {
        let place = program.fields[Int(site)]
        if let position = page.position(Int(place.rootHint), in: place.rootShape) {
            stack.push(try field(site, of: page.slots[position]))
        } else {
            stack.push(try field(site, of: root(place)))
        }
    }

    /// Writes a field where it stands, without taking hold of it.
    @inline(__always)
    func writeField(_ site: Int32, of slot: borrowing Slot, _ buffer: inout ByteBuffer) throws(EvaluationError) {
        if case .record(let record) = slot.value, let position = position(site, in: record) {
            return try write(record.slots[position], &buffer)
        }
        try write(Slot(value: otherField(name(of: site), of: slot.value)), &buffer)
    }

    @inline(__always)
    func writeRootField(_ site: Int32, _ buffer: inout ByteBuffer) throws(EvaluationError) {
        let place = program.fields[Int(site)]
        if let position = page.position(Int(place.rootHint), in: place.rootShape) {
            return try writeField(site, of: page.slots[position], &buffer)
        }
        try writeField(site, of: root(place), &buffer)
    }

    /// `attribute` and `output`.
    @inline(__always)
    mutating func writeAttribute(_ site: Int32, _ buffer: inout ByteBuffer) throws(EvaluationError) {
        let found = try field(site, of: Slot(value: stack.pop()))
        next &+= 1
        try write(Slot(value: found), &buffer)
    }

    /// `slotField` and `jumpIfFalse`.
    @inline(__always)
    mutating func jump(_ goal: Int32, ifFalse site: Int32, ofSlot slot: Int) throws(EvaluationError) {
        let isTrue = try isTrue(site, of: slots[inPlace: slot])
        next = isTrue ? next &+ 1 : Int(goal)
    }

    /// `rootField` and `jumpIfFalse`.
    @inline(__always)
    mutating func jump(_ goal: Int32, ifRootFieldFalse site: Int32) throws(EvaluationError) {
        let place = program.fields[Int(site)]
        let isTrue: Bool
        if let position = page.position(Int(place.rootHint), in: place.rootShape) {
            isTrue = try self.isTrue(site, of: page.slots[position])
        } else {
            isTrue = try self.isTrue(site, of: root(place))
        }
        next = isTrue ? next &+ 1 : Int(goal)
    }

    @inline(__always)
    private func isTrue(_ site: Int32, of slot: borrowing Slot) throws(EvaluationError) -> Bool {
        if case .record(let record) = slot.value, let position = position(site, in: record) {
            return try record.slots[position].value.isTrue()
        }
        return try otherField(name(of: site), of: slot.value).isTrue()
    }

    @inline(__always)
    mutating func pushAttribute(_ site: Int32) throws(EvaluationError) {
        stack.push(try field(site, of: Slot(value: stack.pop())))
    }

    @inline(__always)
    mutating func pushRoot(_ name: Int32, _ hint: Int32) {
        stack.push(find(program.names[Int(name)], in: page, near: Int(hint)))
    }

    mutating func pushGlobal(_ name: Int32, _ hint: Int32) {
        stack.push(find(program.names[Int(name)], in: globals, near: Int(hint)))
    }

    private func find(_ name: String, in record: Record, near hint: Int) -> Value {
        record.value(of: name, near: hint) ?? .engine(.undefined(.name(name, among: record.shape.fields)))
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
