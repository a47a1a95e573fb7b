internal import Diagnostics

/// What a value is called in messages.
extension Value {
    var kindName: Message {
        switch self {
        case .none: Message(en: "none", zh: "none（空值）")
        case .boolean: Message(en: "a boolean", zh: "布尔值")
        case .integer: Message(en: "an integer", zh: "整数")
        case .double: Message(en: "a number", zh: "小数")
        case .text: Message(en: "text", zh: "文本")
        case .html: Message(en: "HTML", zh: "HTML")
        case .list: Message(en: "a list", zh: "列表")
        case .tuple: Message(en: "a tuple", zh: "元组")
        case .record(let record): Message(en: "a record ‘\(record.shape.name)’", zh: "记录“\(record.shape.name)”")
        case .dictionary: Message(en: "a dictionary", zh: "字典")
        case .engine(.undefined): Message(en: "undefined", zh: "未定义")
        case .engine(.macro): Message(en: "a macro", zh: "宏")
        case .engine(.loop): Message(en: "a loop", zh: "循环")
        case .engine(.namespace): Message(en: "a namespace", zh: "命名空间")
        case .engine(.cycler): Message(en: "a cycler", zh: "cycler")
        case .engine(.joiner): Message(en: "a joiner", zh: "joiner")
        case .engine(.range): Message(en: "a range", zh: "range")
        }
    }
}

extension Value {
    /// What is missing, when to use the value in any way is an error.
    var missingName: MissingName? {
        if case .engine(.undefined(let missing)) = self, !missing.isLenient { missing } else { nil }
    }

    /// May stand before the colon in a dictionary.
    var canBeKey: Bool {
        switch self {
        case .list, .dictionary: false
        case .record(let record): record.shape.isTuple && record.values.allSatisfy(\.canBeKey)
        case .tuple(let items): items.allSatisfy(\.canBeKey)
        default: true
        }
    }

    /// Has items that are reached by square brackets, and is no text.
    var isSubscriptable: Bool {
        switch self {
        case .list, .dictionary, .record, .engine(.range), .engine(.undefined): true
        default: false
        }
    }
}

extension EvaluationError {
    static let tooLarge = EvaluationError(
        .budget, en: "the value grows past \(RenderBudget.textLimit >> 20) MiB or \(RenderBudget.listLimit) items",
        zh: "值超过了 \(RenderBudget.textLimit >> 20) MiB 或 \(RenderBudget.listLimit) 项")

    static func tooBigNumber() -> EvaluationError {
        EvaluationError(en: "the number does not fit in 64 bits", zh: "数字超出 64 位范围")
    }

    /// An operation that is not defined for what it was given.
    static func unsupported(_ operation: String, _ one: Value, _ other: Value) -> EvaluationError {
        EvaluationError(
            en: "‘\(operation)’ does not work between \(one.kindName.english) and \(other.kindName.english)",
            zh: "“\(operation)”不能用于\(one.kindName.chinese)和\(other.kindName.chinese)")
    }

    static func expected(en: String, zh: String, got value: Value) -> EvaluationError {
        if case .engine(.undefined(let missing)) = value { return EvaluationError(missing) }
        return EvaluationError(
            en: "\(en) is needed here, not \(value.kindName.english)",
            zh: "这里需要\(zh)，而不是\(value.kindName.chinese)")
    }
}
