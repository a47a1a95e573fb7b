import Diagnostics
import JSON
import Jinja

/// The data of a template as JSON: an object whose members are the variables.
enum TemplateData {
    /// - Returns: the variables; nil after a mistake.
    static func record(_ file: SourceFile) -> (record: Record?, diagnostics: [Diagnostic]) {
        let parsed = JSONParser.parse(file)
        guard let root = parsed.root, parsed.diagnostics.isEmpty else { return (nil, parsed.diagnostics) }
        guard let members = root.members else {
            let mistake = Diagnostic(
                JSONCodes.syntax, at: file.location(of: root.range),
                Message(
                    en: "the data of a template is an object, not \(root.kindName.english)",
                    zh: "模板数据应为对象，而不是\(root.kindName.chinese)"))
            return (nil, [mistake])
        }
        var diagnostics: [Diagnostic] = []
        let values = members.map { value($0.value, file, &diagnostics) }
        return (diagnostics.isEmpty ? Record(RecordShape("page", members.map(\.key)), values) : nil, diagnostics)
    }

    /// Nests at most as deep as the parser allows.
    private static func value(_ json: JSONValue, _ file: SourceFile, _ diagnostics: inout [Diagnostic]) -> Value {
        switch json.content {
        case .object(let members): .pairs(members.map { ($0.key, value($0.value, file, &diagnostics)) })
        case .array(let elements): .list(elements.map { value($0, file, &diagnostics) })
        case .string(let text): .text(text)
        case .bool(let value): .boolean(value)
        case .null: .none
        case .number(let text): number(text, file, json.range, &diagnostics)
        }
    }

    /// As in Python: without point and exponent an integer.
    private static func number(
        _ text: String, _ file: SourceFile, _ range: Range<Int>, _ diagnostics: inout [Diagnostic]
    ) -> Value {
        if let integer = Int(text) { return .integer(integer) }
        if text.utf8.contains(where: { [0x2E, 0x45, 0x65].contains($0) }), let double = Double(text) {
            return .double(double)
        }
        diagnostics.append(
            Diagnostic(
                JSONCodes.number, at: file.location(of: range),
                Message(en: "templates count in 64 bits; \(text) has more", zh: "模板中的整数为 64 位，\(text) 超出范围")))
        return .none
    }
}
