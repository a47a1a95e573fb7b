internal import Diagnostics

/// Puts arguments in the places of parameters.
extension Signature {
    /// `english`: what is called, for messages.
    /// `chinese`: the same in Chinese.
    func bind(
        _ positional: [Value], _ keywords: [(name: String, value: Value)], callee english: String, _ chinese: String
    ) throws(EvaluationError) -> (arguments: [Value], keywords: [(name: String, value: Value)]) {
        if takesMore { return (positional, keywords) }
        var bound: [Value] = []
        for place in try places(positional.count, keywords.map(\.name), callee: english, chinese) {
            switch place {
            case .positional(let index): bound.append(positional[index])
            case .keyword(let index): bound.append(keywords[index].value)
            case .standard(let value): bound.append(value)
            }
        }
        return (bound, [])
    }

    enum Source {
        case positional(Int)
        case keyword(Int)
        case standard(Value)
    }

    /// For each parameter, where its value comes from.
    func places(
        _ count: Int, _ names: [String], callee english: String, _ chinese: String
    ) throws(EvaluationError) -> [Source] {
        if count > parameters.count {
            throw EvaluationError(
                .wrongArguments, en: "\(english) takes \(Self.arguments(parameters.count)), not \(count)",
                zh: parameters.isEmpty
                    ? "\(chinese)不接受参数" : "\(chinese)最多接受 \(parameters.count) 个参数，而不是 \(count) 个")
        }
        for (index, name) in names.enumerated() {
            guard let place = parameters.firstIndex(where: { $0.name == name }) else {
                throw EvaluationError(
                    .wrongArguments, en: "\(english) has no parameter ‘\(name)’", zh: "\(chinese)没有参数“\(name)”",
                    hint: NearName.hint(for: name, among: parameters.map(\.name)))
            }
            if place < count || names[..<index].contains(name) {
                throw EvaluationError(
                    .wrongArguments, en: "\(english) is given ‘\(name)’ twice", zh: "\(chinese)的“\(name)”给了两次")
            }
        }
        var sources: [Source] = []
        for (index, parameter) in parameters.enumerated() {
            if index < count {
                sources.append(.positional(index))
            } else if let place = names.firstIndex(of: parameter.name) {
                sources.append(.keyword(place))
            } else if let standard = parameter.standard {
                sources.append(.standard(standard))
            } else {
                throw EvaluationError(
                    .wrongArguments, en: "\(english) needs ‘\(parameter.name)’", zh: "\(chinese)需要“\(parameter.name)”")
            }
        }
        return sources
    }

    private static func arguments(_ count: Int) -> String {
        count == 0 ? "no arguments" : "at most \(count) argument\(count == 1 ? "" : "s")"
    }
}
