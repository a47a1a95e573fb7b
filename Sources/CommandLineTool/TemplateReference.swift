import Diagnostics
import Jinja
import Outputs
import PageKinds
import SiteModel

/// What templates may name, as the Markdown of `Templates/README.md`: made from the lists that checking and rendering use.
package enum TemplateReference {
    package static func text() -> String {
        [introduction, variables, kinds, filters, tests, functions, examples].joined(separator: "\n")
    }
}

extension TemplateReference {
    private static let introduction = """
        # What templates may name

        <!-- Generated: swift run -c release citable fields templates >Templates/README.md -->

        Templates are Jinja2 templates, checked before any page is rendered. How they differ from Jinja2:
        `Sources/Jinja/COMPATIBILITY.md`. Try one with `citable template FILE --data F.json`.

        ```
        layouts/    skeletons with blocks        pages/   one template for each kind of page, found by the kind's name
        partials/   included by the others       macros/  imported by the others
        text/       the phrases of each language assets/  copied with a hash in the name
        ```

        """

    private static var variables: String {
        let schema = TemplateValues.schema(text: RecordType("phrases", []))
        var text = "## Variables\n\n"
        for type in reachable(from: schema.page) {
            text += type === schema.page ? "" : "### \(type.name)\n\n"
            if type.fields.isEmpty {
                text += "One field for each phrase of `text/zh.yaml` and `text/en.yaml`: `{{ text.updated }}`.\n\n"
                continue
            }
            text += table(
                ["Name", "Type", "Meaning"], type.fields.map { ["`\($0.name)`", $0.type.description, $0.doc] })
        }
        return text
    }

    /// The type and all that it leads to, each once, nearest first.
    private static func reachable(from start: RecordType) -> [RecordType] {
        var found = [start]
        var next = 0
        while next < found.count {
            for field in found[next].fields {
                if let type = record(in: field.type), !found.contains(where: { $0 === type }) { found.append(type) }
            }
            next += 1
        }
        return found
    }

    private static func record(in type: ValueType) -> RecordType? {
        switch type {
        case .record(let record): record
        case .list(let inner), .dictionary(let inner), .optional(let inner): record(in: inner)
        default: nil
        }
    }

    /// What each kind asks for beyond what all kinds have.
    private static var kinds: String {
        let described = PageKindRegistry.all.map { kind in (kind, Fields.descriptions(kind.name) ?? []) }
        let common =
            described.map { Set($0.1.map(\.name)) }.reduce(nil as Set<String>?) { $0?.intersection($1) ?? $1 } ?? []
        let rows = described.map { kind, fields in
            let own = fields.filter {
                !common.contains($0.name) || $0.isRequired && $0.name != "title" && $0.name != "date"
            }
            let names = own.map { "`\($0.name)`" + ($0.isRequired ? " (required)" : "") }
            return ["\(kind.name)", "`pages/\(kind.name).html`", names.joined(separator: ", ")]
        }
        let generated = PageKindRegistry.generatedNames.map { [$0, "`pages/\($0).html`", "no file of its own"] }
        return
            "## Kinds of pages\n\nEvery kind sees the whole of `page`; what a page does not have is none or an empty list.\n\n"
            + table(["Kind", "Template", "Front matter of its own"], rows + generated)
    }

    private static var filters: String {
        let rows = FilterRegistry.all.map { filter in
            ["`\(filter.name)\(parameters(filter.signature))`", names(filter.aliases), filter.doc]
        }
        return "## Filters\n\n`{{ page.title|truncate(20) }}`\n\n" + table(["Filter", "Also", "Meaning"], rows)
    }

    private static var tests: String {
        let rows = TestRegistry.all.map { test in
            ["`\(test.name)\(parameters(test.signature))`", names(test.aliases), test.doc]
        }
        return "## Tests\n\n`{% if page.updated is defined %}`\n\n" + table(["Test", "Also", "Meaning"], rows)
    }

    private static var functions: String {
        let rows = BuiltinFunction.allCases.map { ["`\($0.rawValue)`", $0.doc] }
        return "## Functions\n\n" + table(["Function", "Meaning"], rows)
    }

    private static let examples = """
        ## Examples

        ```jinja
        {% extends "layouts/base.html" %}
        {% block main %}
        <h1>{{ page.title }}</h1>
        {% if page.short_answer %}<div id="answer">{{ page.short_answer }}</div>{% endif %}
        <ul>
        {% for card in page.related|sort(attribute="title") -%}
        <li><a href="{{ card.url }}">{{ card.title }}</a></li>
        {% endfor -%}
        </ul>
        {% endblock %}
        ```

        """
}

extension TemplateReference {
    private static func parameters(_ signature: Signature) -> String {
        var words = signature.parameters.map { parameter in
            parameter.isOptional ? parameter.name + "=" + (parameter.defaultText ?? "none") : parameter.name
        }
        if signature.takesMore { words.append("…") }
        return words.isEmpty ? "" : "(" + words.joined(separator: ", ") + ")"
    }

    private static func names(_ names: [String]) -> String { names.map { "`\($0)`" }.joined(separator: " ") }

    private static func table(_ head: [String], _ rows: [[String]]) -> String {
        let line = { (cells: [String]) in "| " + cells.map(escaped).joined(separator: " | ") + " |\n" }
        return line(head) + "|" + String(repeating: "---|", count: head.count) + "\n" + rows.map(line).joined() + "\n"
    }

    /// A pipe would end the cell.
    private static func escaped(_ cell: String) -> String {
        cell.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
    }
}
