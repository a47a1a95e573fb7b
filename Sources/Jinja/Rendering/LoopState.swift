internal import Diagnostics

/// A `for` that is being run.
struct LoopState {
    /// The items, unless `range` gives them.
    let list: [Value]
    let range: IntegerRange?
    let count: Int
    /// Of the item that is being shown; -1 before the first.
    var index = -1
    /// How many recursive loops stand around this one.
    let depth0: Int
    /// Calls itself through `loop(…)`: the function and the frame that it was defined in.
    let recursion: MacroReference?
    /// What `changed` saw last.
    var lastSeen: [Value]?
    /// What the filter of a loop has let through.
    var kept: [Value] = []

    init(_ value: Value, depth0: Int, recursion: MacroReference?) throws(EvaluationError) {
        if case .engine(.range(let range)) = value {
            self.range = range
            list = []
            count = range.count
        } else {
            range = nil
            list = try value.items()
            count = list.count
        }
        self.depth0 = depth0
        self.recursion = recursion
    }

    @inline(__always)
    subscript(position: Int) -> Value {
        if let range { .integer(range[position]) } else { list[position] }
    }

    func value(of field: LoopField) -> Value {
        switch field {
        case .index: return .integer(index + 1)
        case .index0: return .integer(index)
        case .revindex: return .integer(count - index)
        case .revindex0: return .integer(count - index - 1)
        case .first: return .boolean(index == 0)
        case .last: return .boolean(index == count - 1)
        case .length: return .integer(count)
        case .depth: return .integer(depth0 + 1)
        case .depth0: return .integer(depth0)
        case .previtem:
            return index > 0
                ? self[index - 1] : .engine(.undefined(.nothing(en: "there is no previous item", zh: "没有上一项")))
        case .nextitem:
            return index + 1 < count
                ? self[index + 1] : .engine(.undefined(.nothing(en: "there is no next item", zh: "没有下一项")))
        }
    }
}
