import Diagnostics
import Glibc
import SiteModel

/// The text of a new page: the fields that its kind asks for, each with its explanation; what is not required is commented out.
struct PageSkeleton {
    let kind: String
    let title: String
    /// `YYYY-MM-DD`.
    let day: String
    let isChinese: Bool

    /// The day of a time; without one that of the clock. Nil when the time is none.
    static func day(_ written: String?) -> String? {
        guard let written else { return Moment(seconds: time(nil), zoneMinutes: 0).day }
        return Moment(written)?.day
    }

    var text: String {
        var text = "---\n"
        for field in Fields.descriptions(kind) ?? [] { text += lines(of: field) }
        let body =
            isChinese ? "在这里写正文。写完后删去 draft 一行。\n" : "Write the text here. Delete the line ‘draft’ when it is done.\n"
        return text + "---\n\n" + body
    }
}

extension PageSkeleton {
    private func lines(of field: FieldDescription) -> String {
        let explanation = field.explanation.text(in: isChinese ? .chinese : .english)
        let required = field.isRequired ? (isChinese ? "（必填）" : " (required)") : ""
        let comment = "# \(explanation)\(required)\n"
        if field.name == "draft" { return comment + "draft: true\n" }
        let isGiven = field.isRequired || field.name == "date" || field.name == "title"
        let example = value(of: field, indent: "")
        // A field that is commented out keeps its form: taking the marks away is all there is to do.
        let lines = "\(field.name):\(example)".split(separator: "\n", omittingEmptySubsequences: false)
        return comment + lines.map { (isGiven ? "" : "# ") + $0 + "\n" }.joined()
    }

    /// What stands behind the colon: a value on the line, or further lines.
    private func value(of field: FieldDescription, indent: String) -> String {
        switch field.name {
        case "title": return " " + quoted(title)
        case "date", "updated": return " " + day
        case "question": return " " + quoted(title)
        default: return value(of: field.shape, indent: indent)
        }
    }

    private func value(of shape: FieldDescription.Shape, indent: String) -> String {
        switch shape {
        case .text, .richText, .localizedText: return " " + quoted(isChinese ? "待写" : "to be written")
        case .moment: return " " + day
        case .flag: return " false"
        case .integer: return " 1"
        case .choice(let words): return " " + (words.first ?? "")
        case .list(.record(let fields)):
            let lines = record(fields, indent: indent + "    ")
            return "\n" + indent + "  - " + lines.drop { $0 == " " || $0 == "\n" }
        case .list(let element): return "\n" + indent + "  -" + value(of: element, indent: indent + "    ")
        case .record(let fields): return record(fields, indent: indent + "  ")
        case .alternatives(let forms): return forms.first.map { value(of: $0, indent: indent) } ?? ""
        case .dictionary(let element):
            return "\n" + indent + "  " + (isChinese ? "名称" : "name") + ":" + value(of: element, indent: indent + "  ")
        }
    }

    private func record(_ fields: [FieldDescription], indent: String) -> String {
        fields.map { "\n\(indent)\($0.name):" + value(of: $0.shape, indent: indent) }.joined()
    }

    /// A string that YAML reads as this text. Source: YAML 1.2.2, section 7.3.2.
    private func quoted(_ text: String) -> String {
        "'" + text.replacing("'", with: "''").replacing("\n", with: " ") + "'"
    }
}
