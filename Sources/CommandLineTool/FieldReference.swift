import Bytes
import Diagnostics
import SiteModel

/// Fields as a text for people and as JSON Schema for editors' programs.
enum FieldReference {
    static func text(_ fields: [FieldDescription], _ language: MessageLanguage, indent: String = "") -> String {
        fields.map { field in
            let required = field.isRequired ? (language == .chinese ? "，必填" : ", required") : ""
            let head = "\(indent)\(field.name): \(name(of: field.shape, language))\(required)\n"
            let explanation = "\(indent)    \(field.explanation.text(in: language))\n"
            return head + explanation + text(inner(field.shape), language, indent: indent + "    ")
        }.joined()
    }

    /// Source: JSON Schema, draft 2020-12.
    static func schema(of name: String, _ fields: [FieldDescription], _ language: MessageLanguage) -> String {
        var buffer = ByteBuffer()
        buffer.append("{\n  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\",\n  \"title\": ")
        buffer.append(jsonString: name)
        buffer.append(",\n")
        write(fields, language, "  ", &buffer)
        buffer.append("\n}\n")
        return buffer.text
    }
}

extension FieldReference {
    /// A day, or a time that begins with one.
    private static let day = "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])([Tt ].*)?$"

    private static func inner(_ shape: FieldDescription.Shape) -> [FieldDescription] {
        switch shape {
        case .record(let fields): fields
        case .list(let element), .dictionary(let element): inner(element)
        default: []
        }
    }

    private static func name(of shape: FieldDescription.Shape, _ language: MessageLanguage) -> String {
        let isChinese = language == .chinese
        switch shape {
        case .text: return isChinese ? "文本" : "text"
        case .richText: return isChinese ? "文本（可用行内 Markdown）" : "text with inline Markdown"
        case .moment: return isChinese ? "日期" : "date"
        case .flag: return isChinese ? "true 或 false" : "true or false"
        case .integer: return isChinese ? "整数" : "whole number"
        case .choice(let words): return words.joined(separator: " | ")
        case .list(let element):
            return isChinese ? "列表：" + name(of: element, language) : "list of " + name(of: element, language)
        case .record: return isChinese ? "映射" : "mapping"
        case .dictionary(let element):
            return isChinese ? "映射，值为" + name(of: element, language) : "mapping to " + name(of: element, language)
        case .localizedText: return isChinese ? "文本，或每种语言一个文本" : "text, or a text for each language"
        case .alternatives(let forms):
            return forms.map { name(of: $0, language) }.joined(separator: isChinese ? "，或" : ", or ")
        }
    }

    private static func write(
        _ fields: [FieldDescription], _ language: MessageLanguage, _ indent: String, _ buffer: inout ByteBuffer
    ) {
        buffer.append(text: indent + "\"type\": \"object\",\n" + indent + "\"additionalProperties\": false,\n")
        let required = fields.filter(\.isRequired)
        buffer.append(text: indent + "\"required\": [")
        for (index, field) in required.enumerated() {
            if index > 0 { buffer.append(", ") }
            buffer.append(jsonString: field.name)
        }
        buffer.append(text: "],\n" + indent + "\"properties\": {")
        for (index, field) in fields.enumerated() {
            buffer.append(text: (index == 0 ? "\n" : ",\n") + indent + "  ")
            buffer.append(jsonString: field.name)
            buffer.append(": {\n")
            buffer.append(text: indent + "    \"description\": ")
            buffer.append(jsonString: field.explanation.text(in: language))
            buffer.append(",\n")
            write(field.shape, language, indent + "    ", &buffer)
            if field.isRequired, case .text = field.shape {
                buffer.append(text: ",\n" + indent + "    \"minLength\": 1")
            }
            buffer.append(text: "\n" + indent + "  }")
        }
        buffer.append(text: "\n" + indent + "}")
    }

    private static func write(
        _ shape: FieldDescription.Shape, _ language: MessageLanguage, _ indent: String, _ buffer: inout ByteBuffer
    ) {
        switch shape {
        // YAML reads an unquoted version or word as something else than text, so those are allowed here.
        case .text, .richText:
            buffer.append(text: indent + "\"type\": [\"string\", \"number\", \"boolean\"]")
        case .moment:
            buffer.append(text: indent + "\"type\": \"string\",\n" + indent + "\"pattern\": ")
            buffer.append(jsonString: day)
        case .flag: buffer.append(text: indent + "\"type\": \"boolean\"")
        case .integer: buffer.append(text: indent + "\"type\": \"integer\"")
        case .localizedText: buffer.append(text: indent + "\"type\": [\"string\", \"object\"]")
        case .choice(let words):
            buffer.append(text: indent + "\"enum\": [")
            for (index, word) in words.enumerated() {
                if index > 0 { buffer.append(", ") }
                buffer.append(jsonString: word)
            }
            buffer.append("]")
        case .list(let element):
            buffer.append(text: indent + "\"type\": \"array\",\n" + indent + "\"items\": {\n")
            write(element, language, indent + "  ", &buffer)
            buffer.append(text: "\n" + indent + "}")
        case .alternatives(let forms):
            buffer.append(text: indent + "\"anyOf\": [")
            for (index, form) in forms.enumerated() {
                buffer.append(text: (index == 0 ? "\n" : ",\n") + indent + "  {\n")
                write(form, language, indent + "    ", &buffer)
                buffer.append(text: "\n" + indent + "  }")
            }
            buffer.append(text: "\n" + indent + "]")
        case .record(let fields): write(fields, language, indent, &buffer)
        case .dictionary(let element):
            buffer.append(text: indent + "\"type\": \"object\",\n" + indent + "\"additionalProperties\": {\n")
            write(element, language, indent + "  ", &buffer)
            buffer.append(text: "\n" + indent + "}")
        }
    }
}
