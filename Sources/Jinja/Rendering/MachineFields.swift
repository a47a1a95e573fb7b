internal import Bytes

/// Names and fields: the values that a page's record, the globals and other records hold.
extension Machine {
    /// The field of a record; nil when there is none, or no record.
    @inline(__always)
    private func known(_ site: Int32, of value: Value) -> Value? {
        guard case .record(let record) = value else { return nil }
        let guess = guesses[Int(site)]
        if ObjectIdentifier(record.shape) == guess.shape, guess.position < record.values.count {
            return record.values[guess.position]
        }
        return sought(site, in: record)
    }

    private func sought(_ site: Int32, in record: Record) -> Value? {
        guard let position = record.shape.position(of: name(of: site)), position < record.values.count else {
            return nil
        }
        guesses.note(record.shape, position, at: Int(site))
        return record.values[position]
    }

    private func name(of site: Int32) -> String { program.names[Int(program.fields[Int(site)].name)] }

    @inline(__always)
    private func field(_ site: Int32, of value: Value) throws(EvaluationError) -> Value {
        if let field = known(site, of: value) { return field }
        return try otherField(name(of: site), of: value)
    }

    /// The variable of the page that a `rootField` speaks of.
    @inline(__always)
    private func root(_ site: Program.FieldSite) -> Value {
        page.position(Int(site.rootHint), in: site.rootShape).map { page.values[$0] }
            ?? find(program.names[Int(site.rootName)], in: page, near: Int(site.rootHint))
    }

    @inline(__always)
    mutating func pushField(_ site: Int32, of value: Value) throws(EvaluationError) {
        stack.push(try field(site, of: value))
    }

    @inline(__always)
    mutating func pushRootField(_ site: Int32) throws(EvaluationError) {
        stack.push(try field(site, of: root(program.fields[Int(site)])))
    }

    /// Writes a field where it stands, without taking hold of it.
    @inline(__always)
    func writeField(_ site: Int32, of value: Value, _ buffer: inout ByteBuffer) throws(EvaluationError) {
        if case .record(let record) = value {
            let guess = guesses[Int(site)]
            if ObjectIdentifier(record.shape) == guess.shape, guess.position < record.values.count {
                return try write(record.values[guess.position], &buffer)
            }
        }
        try write(field(site, of: value), &buffer)
    }

    @inline(__always)
    func writeRootField(_ site: Int32, _ buffer: inout ByteBuffer) throws(EvaluationError) {
        let place = program.fields[Int(site)]
        if let position = page.position(Int(place.rootHint), in: place.rootShape) {
            return try writeField(site, of: page.values[position], &buffer)
        }
        try write(field(site, of: root(place)), &buffer)
    }

    /// `attribute` and `output`.
    @inline(__always)
    mutating func writeAttribute(_ site: Int32, _ buffer: inout ByteBuffer) throws(EvaluationError) {
        let found = try field(site, of: stack.pop())
        next &+= 1
        try write(found, &buffer)
    }

    /// `slotField` and `jumpIfFalse`.
    @inline(__always)
    mutating func jump(_ goal: Int32, ifFalse site: Int32, ofSlot slot: Int) throws(EvaluationError) {
        try jump(goal, ifFalse: field(site, of: slots[slot]))
    }

    /// `rootField` and `jumpIfFalse`.
    @inline(__always)
    mutating func jump(_ goal: Int32, ifRootFieldFalse site: Int32) throws(EvaluationError) {
        let place = program.fields[Int(site)]
        if let position = page.position(Int(place.rootHint), in: place.rootShape),
            case .record(let record) = page.values[position]
        {
            let guess = guesses[Int(site)]
            if ObjectIdentifier(record.shape) == guess.shape, guess.position < record.values.count {
                next &+= 1
                if try !record.values[guess.position].isTrue() { next = Int(goal) }
                return
            }
        }
        try jump(goal, ifFalse: field(site, of: root(place)))
    }

    private mutating func jump(_ goal: Int32, ifFalse value: Value) throws(EvaluationError) {
        next &+= 1
        if try !value.isTrue() { next = Int(goal) }
    }

    @inline(__always)
    mutating func pushAttribute(_ site: Int32) throws(EvaluationError) {
        stack.push(try field(site, of: stack.pop()))
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
