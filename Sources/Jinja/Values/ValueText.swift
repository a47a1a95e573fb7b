internal import Diagnostics

/// Values as Python prints them: `str` for output, `repr` inside lists and dictionaries.
extension Value {
    /// The characters of a text or of HTML.
    var stringContent: String? {
        switch self {
        case .text(let text): text
        case .html(let html): html.text
        default: nil
        }
    }

    var isHTML: Bool { if case .html = self { true } else { false } }

    /// As `str(value)`. An undefined name is an error.
    func printed() throws(EvaluationError) -> String {
        switch self {
        case .text(let text): return text
        case .html(let html): return html.text
        case .integer(let number): return String(number)
        case .engine(.undefined(let missing)):
            if missing.isLenient { return "" }
            throw EvaluationError(missing)
        default:
            var text = ""
            try writeRepresentation(to: &text)
            return text
        }
    }

    /// The value as HTML: escaped, unless it is HTML already.
    func escaped() throws(EvaluationError) -> SafeHTML {
        if case .html(let html) = self { return html }
        return SafeHTML(escaping: try printed())
    }

    /// As `repr(value)`. Nesting is bounded where lists are made.
    func writeRepresentation(to text: inout String) throws(EvaluationError) {
        switch self {
        case .none: text += "None"
        case .boolean(let truth): text += truth ? "True" : "False"
        case .integer(let number): text += String(number)
        case .double(let number): text += PythonNumber.text(number)
        case .text(let content): Self.quote(content, into: &text)
        case .html(let html):
            text += "Markup("
            Self.quote(html.text, into: &text)
            text += ")"
        case .list(let items):
            text += "["
            try Self.write(items, to: &text)
            text += "]"
        case .tuple(let items): try Self.writeTuple(items, to: &text)
        case .record(let record) where record.shape.isTuple: try Self.writeTuple(record.values, to: &text)
        case .record(let record):
            try Self.write(zip(record.shape.fields, record.values).map { (.text($0), $1) }, to: &text)
        case .dictionary(let dictionary): try Self.write(dictionary.pairs.map { ($0.key, $0.value) }, to: &text)
        case .engine(let engine): text += try engine.printed()
        }
        if text.utf8.count > RenderBudget.textLimit { throw .tooLarge }
    }
}

extension Value {
    private static func write(_ items: [Value], to text: inout String) throws(EvaluationError) {
        for (index, item) in items.enumerated() {
            if index > 0 { text += ", " }
            try item.writeRepresentation(to: &text)
        }
    }

    private static func writeTuple(_ items: [Value], to text: inout String) throws(EvaluationError) {
        text += "("
        try write(items, to: &text)
        text += items.count == 1 ? ",)" : ")"
    }

    private static func write(_ pairs: [(Value, Value)], to text: inout String) throws(EvaluationError) {
        text += "{"
        for (index, pair) in pairs.enumerated() {
            if index > 0 { text += ", " }
            try pair.0.writeRepresentation(to: &text)
            text += ": "
            try pair.1.writeRepresentation(to: &text)
        }
        text += "}"
    }

    /// Single quotes, unless the text has one and no double quote; what can't be seen is escaped.
    private static func quote(_ content: String, into text: inout String) {
        let scalars = content.unicodeScalars
        let quote: Unicode.Scalar = scalars.contains("'") && !scalars.contains("\"") ? "\"" : "'"
        text.unicodeScalars.append(quote)
        for scalar in scalars {
            switch scalar {
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            case "\\": text += "\\\\"
            case quote:
                text += "\\"
                text.unicodeScalars.append(quote)
            default:
                if PythonCharacters.isPrintable(scalar) {
                    text.unicodeScalars.append(scalar)
                } else {
                    text += escape(scalar.value)
                }
            }
        }
        text.unicodeScalars.append(quote)
    }

    /// With an escape in the place of each character that is not ASCII.
    static func onlyASCII(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") { $0 += $1.isASCII ? String($1) : escape($1.value) }
    }

    private static func escape(_ value: UInt32) -> String {
        let digits = String(value, radix: 16)
        let (mark, width) = value < 0x100 ? ("x", 2) : value < 0x10000 ? ("u", 4) : ("U", 8)
        return "\\" + mark + String(repeating: "0", count: width - digits.count) + digits
    }
}

extension EngineValue {
    func printed() throws(EvaluationError) -> String {
        switch self {
        case .undefined(let missing):
            if missing.isLenient { return "Undefined" }
            throw EvaluationError(missing)
        case .range(let range):
            return range.step == 1
                ? "range(\(range.start), \(range.stop))" : "range(\(range.start), \(range.stop), \(range.step))"
        case .macro, .loop, .namespace, .cycler, .joiner:
            throw EvaluationError(
                en: "\(Value.engine(self).kindName.english) can't be printed",
                zh: "\(Value.engine(self).kindName.chinese)不能输出",
                hint: Message(en: "call it, or print one of its fields", zh: "请调用它，或输出它的某个字段"))
        }
    }
}
