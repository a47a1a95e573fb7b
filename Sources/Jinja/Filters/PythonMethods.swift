internal import Diagnostics

/// Methods that Jinja2 templates borrow from Python, and what to write instead.
enum PythonMethods {
    static func hint(_ name: String) -> Message? {
        guard let filter = replacements[name] else { return nil }
        return Message(en: "use \(filter)", zh: "请用 \(filter)")
    }

    static func isMethod(_ name: String) -> Bool { replacements[name] != nil }

    private static let replacements: [String: String] = [
        "upper": "‘|upper’", "lower": "‘|lower’", "title": "‘|title’", "capitalize": "‘|capitalize’",
        "strip": "‘|trim’", "lstrip": "‘|trim’", "rstrip": "‘|trim’", "replace": "‘|replace(…)’",
        "format": "‘|format(…)’", "join": "‘|join(…)’", "center": "‘|center(…)’", "count": "‘|length’",
        "items": "‘|items’", "keys": "‘|list’", "values": "‘|map(attribute=…)’ or a loop over ‘|items’",
        "get": "‘value[key]|default(…)’", "append": "‘list + [item]’", "extend": "‘list + other’", "sort": "‘|sort’",
        "reverse": "‘|reverse’", "index": "‘loop.index0’", "update": "a new dictionary", "copy": "the value itself",
        "startswith": "a slice: ‘value[:n] == …’", "endswith": "a slice: ‘value[-n:] == …’",
        "split": "a list in the data",
        "find": "‘in’", "encode": "‘|urlencode’", "isdigit": "‘is number’", "splitlines": "a list in the data",
        "pop": "a slice", "zfill": "‘\"%03d\"|format(…)’", "isoformat": "a date as text", "strftime": "a date as text",
    ]
}
