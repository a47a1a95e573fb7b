internal import Diagnostics

/// Turns a template and all that it extends, includes and imports into one program, and checks every name on the way.
///
/// Names of other templates are literal, so their text is compiled in place: each use is checked against what is
/// known at that place, and rendering never looks for a template.
struct Compiler {
    static let operationLimit = 200_000
    static let depthLimit = 300

    let library: TemplateLibrary
    let schema: TemplateSchema
    var program = Program()
    var diagnostics: [Diagnostic] = []
    var scopes: [Scope] = []
    var scope = 0
    /// The function that is being compiled, -1 for the main program; and for each function the one around it.
    var function = -1
    var enclosing: [Int] = []
    /// The next free slot of the function that is being compiled.
    var nextSlot: Int32 = 0
    var highestSlot: Int32 = 0
    /// Outside the blocks of a template that extends another one, and in imported ones, nothing is written.
    var isSilent = false
    /// The templates that are being compiled, outermost first.
    var templateStack: [Int] = []
    /// The family of blocks that is being compiled.
    var family: BlockFamily?
    /// The block that `super()` speaks of.
    var openBlocks: [OpenBlock] = []
    var route: Int32 = -1
    var depth = 0
    var isStopped = false
    /// The index of every template used.
    var used: Set<Int> = []
    private var nameNumbers: [String: Int32] = [:]
    private var reported: Set<Diagnostic> = []

    init(_ library: TemplateLibrary, _ schema: TemplateSchema) {
        self.library = library
        self.schema = schema
    }
}

extension Compiler {
    mutating func emit(_ operation: Operation, _ span: SourceSpan) {
        if program.operations.count >= Self.operationLimit {
            return stop(
                span,
                Message(
                    en: "the templates grow past \(Self.operationLimit) operations",
                    zh: "模板展开后超过 \(Self.operationLimit) 步"))
        }
        let place = Program.Place(span: span, route: route)
        // Operations of one place mostly follow one another.
        if program.placeTable.last != place { program.placeTable.append(place) }
        program.operations.append(operation)
        program.places.append(Int32(program.placeTable.count - 1))
    }

    /// The address of the next operation.
    var here: Int32 { Int32(program.operations.count) }

    /// Emits a jump whose goal is not known yet.
    mutating func reserve(_ span: SourceSpan) -> Int {
        emit(.jump(0), span)
        return program.operations.count - 1
    }

    mutating func fill(_ index: Int, _ operation: (Int32) -> Operation) {
        if index < program.operations.count { program.operations[index] = operation(here) }
    }

    mutating func constant(_ value: Value, _ span: SourceSpan) {
        program.constants.append(value)
        emit(.constant(Int32(program.constants.count - 1)), span)
    }

    mutating func name(_ name: String) -> Int32 {
        if let known = nameNumbers[name] { return known }
        let number = Int32(program.names.count)
        program.names.append(name)
        nameNumbers[name] = number
        return number
    }

    mutating func missing(_ missing: MissingName) -> Int32 {
        program.missing.append(missing)
        return Int32(program.missing.count - 1)
    }

    mutating func newSlot() -> Int32 {
        nextSlot += 1
        highestSlot = max(highestSlot, nextSlot)
        return nextSlot - 1
    }

    /// Gives up, once.
    mutating func stop(_ span: SourceSpan, _ message: Message) {
        if !isStopped { report(.nestedTooDeeply, span, message) }
        isStopped = true
    }
}

extension Compiler {
    /// Reports a mistake with the route that led to it, each mistake of the source once.
    mutating func report(_ code: DiagnosticCode, _ span: SourceSpan, _ message: Message, hint: Message? = nil) {
        let place = library.location(of: span)
        let plain = Diagnostic(code, at: place, message, hint: hint)
        guard reported.insert(plain).inserted else { return }
        diagnostics.append(
            Diagnostic(code, at: place, message, hint: hint, notes: library.notes(for: route, in: program)))
    }
}
