/// Upper and lower case.
enum TextCase {
    static let all = [upper, lower, capitalize, title]

    private static let upper = Filter("upper", gives: .same, doc: "Text in upper case.") {
        call throws(EvaluationError) in
        try call.mapText { Self.upper($0) }
    }

    private static let lower = Filter("lower", gives: .same, doc: "Text in lower case.") {
        call throws(EvaluationError) in
        try call.mapText { Self.lower($0) }
    }

    private static let capitalize = Filter(
        "capitalize", gives: .same, doc: "Text with its first letter in upper case and the rest in lower case."
    ) { call throws(EvaluationError) in
        try call.mapText { text in
            guard let first = text.unicodeScalars.first else { return "" }
            return first.properties.titlecaseMapping + Self.lower(String(text.unicodeScalars.dropFirst()))
        }
    }

    private static let title = Filter(
        "title", gives: .value(.text), keepsHTML: true,
        doc: "Text with each word's first letter in upper case and the rest in lower case."
    ) { call throws(EvaluationError) in
        // HTML does not stay HTML, as in Jinja2.
        var result = ""
        var isStart = true
        for scalar in try call.subject.printed().unicodeScalars {
            result += isStart ? scalar.properties.uppercaseMapping : scalar.properties.lowercaseMapping
            isStart = PythonCharacters.isSpace(scalar) || ["-", "(", "{", "[", "<"].contains(scalar)
        }
        return .text(result)
    }

    static func upper(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") { $0 += $1.properties.uppercaseMapping }
    }

    static func lower(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") { $0 += $1.properties.lowercaseMapping }
    }
}
