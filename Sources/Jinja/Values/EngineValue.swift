internal import Diagnostics

/// The values that only the engine makes. Numbers are places in the tables of the running machine.
package enum EngineValue: Sendable {
    /// A name or field that does not exist; using it is the error.
    case undefined(MissingName)
    case macro(MacroReference)
    case loop(Int)
    case namespace(Int)
    case cycler(Int)
    case joiner(Int)
    /// In a box, so that a value is two words.
    indirect case range(IntegerRange)
}

/// What was asked for and does not exist, kept until somebody uses it.
package final class MissingName: Sendable {
    let code: DiagnosticCode
    let message: Message
    private let ownHint: Message?
    /// The name, and those among which a near one is looked for when somebody uses it.
    private let wanted: (name: String, among: [String])?
    /// Prints nothing, counts as false and has no items; only more than that is an error.
    let isLenient: Bool

    /// What `x if condition` gives when the condition does not hold. It is lenient in Jinja2 even with StrictUndefined.
    static let noElse = MissingName(
        .undefinedName, Message(en: "the condition is false and there is no ‘else’", zh: "条件不成立，且没有“else”"),
        isLenient: true)

    /// Stands for an argument that was not given, until its default is worked out.
    static let notGiven = MissingName(.undefinedName, Message(en: "not given", zh: "未给出"))

    init(
        _ code: DiagnosticCode, _ message: Message, hint: Message? = nil,
        wanted: (name: String, among: [String])? = nil, isLenient: Bool = false
    ) {
        self.isLenient = isLenient
        self.code = code
        self.message = message
        self.wanted = wanted
        ownHint = hint
    }

    var hint: Message? { ownHint ?? wanted.flatMap { NearName.hint(for: $0.name, among: $0.among) } }

    /// A name nobody has set.
    static func name(_ name: String, among names: [String] = []) -> MissingName {
        MissingName(
            .undefinedName, Message(en: "‘\(name)’ is undefined", zh: "“\(name)”没有定义"),
            wanted: (name, names + BuiltinFunction.allCases.map(\.rawValue)))
    }

    /// What a filter looked for in something empty.
    static func nothing(en: String, zh: String) -> MissingName {
        MissingName(.undefinedName, Message(en: en, zh: zh))
    }
}

/// A macro together with the frame that it was defined in.
package struct MacroReference: Sendable, Hashable {
    let function: Int32
    /// Of the frame that it was defined in; no other frame of a rendering has it.
    let serial: Int32
}

/// What `range` gives: numbers that are never written down.
package struct IntegerRange: Sendable, Hashable {
    let start: Int
    /// As it was asked for; the last number may lie further from it than a step.
    let stop: Int
    let step: Int
    let count: Int

    /// Gives nil when a number would not fit.
    init?(start: Int, stop: Int, step: Int) {
        let (distance, overflow) = stop.subtractingReportingOverflow(start)
        guard !overflow, step != 0, step != Int.min, distance != Int.min else { return nil }
        self.start = start
        self.stop = stop
        self.step = step
        let ahead = step > 0 ? distance : -distance
        let stride = abs(step)
        self.count = ahead <= 0 ? 0 : (ahead - 1) / stride + 1
    }

    subscript(index: Int) -> Int { start &+ index &* step }
}
