package import Diagnostics

/// The classes by which a theme's style sheets hide what has them. Markup in a text may not use one: what people don't see, machines
/// would read. Rules for print alone, and for states such as `:empty`, hide nothing from who reads the page.
package struct HidingClasses: Sendable {
    private let names: Set<String>

    /// - Parameter sheets: the bytes of style sheets.
    package init(in sheets: [[UInt8]]) {
        var names: Set<String> = []
        for sheet in sheets {
            Self.read(Self.withoutComments(String(decoding: sheet, as: UTF8.self))[...], into: &names)
        }
        self.names = names
    }

    package var isEmpty: Bool { names.isEmpty }

    /// The first such class of a tag in markup.
    package func first(in html: [UInt8]) -> String? {
        var index = 0
        while let start = html[index...].firstIndex(of: 0x3C) {
            let end = html[start...].firstIndex(of: 0x3E) ?? html.count
            if let name = name(inTag: html[start..<end]) { return name }
            index = min(end + 1, html.count)
        }
        return nil
    }

    /// - Parameter place: of the text that the markup was made of.
    package static func mistake(_ name: String, at place: SourceLocation) -> Diagnostic {
        Diagnostic(
            .hiddenText, at: place,
            Message(en: "the class ‘\(name)’ hides text from people", zh: "class“\(name)”会让人看不到文字"),
            hint: Message(en: "show the text, or leave it out", zh: "请显示这段文字，或者删掉它"))
    }

    private func name(inTag tag: ArraySlice<UInt8>) -> String? {
        let text = String(decoding: tag, as: UTF8.self)
        guard let start = text.range(ofText: "class=\"") else { return nil }
        let value = text[start...].prefix { $0 != "\"" }
        return value.split(whereSeparator: \.isWhitespace).map(String.init).first { names.contains($0) }
    }

    /// Reads `selectors { declarations }`, also inside of `@media`.
    private static func read(_ sheet: Substring, into names: inout Set<String>) {
        var rest = sheet
        while let open = rest.firstIndex(of: "{") {
            let head = rest[..<open].split(separator: ";").last.map(String.init) ?? ""
            let (block, after) = block(rest[rest.index(after: open)...])
            rest = after
            let selector = String(head.drop(while: \.isWhitespace))
            if selector.hasPrefix("@") {
                if !selector.contains("print") { read(block, into: &names) }
            } else if hides(String(block)) {
                for one in selector.split(separator: ",") {
                    if let name = className(one) { names.insert(name) }
                }
            }
        }
    }

    private static func block(_ text: Substring) -> (block: Substring, rest: Substring) {
        var depth = 1
        for index in text.indices {
            if text[index] == "{" { depth += 1 }
            if text[index] == "}" { depth -= 1 }
            if depth == 0 { return (text[..<index], text[text.index(after: index)...]) }
        }
        return (text, text[text.endIndex...])
    }

    /// `.name` and `p.name`, which hide wherever they stand.
    private static func className(_ selector: Substring) -> String? {
        let parts = selector.split(whereSeparator: \.isWhitespace)
        guard parts.count == 1 else { return nil }
        let names = parts[0].split(separator: ".", omittingEmptySubsequences: false)
        let isPlain = names.joined().allSatisfy { $0.isLetter || $0.isNumber || "-_".contains($0) }
        return names.count == 2 && !names[1].isEmpty && isPlain ? String(names[1]) : nil
    }

    private static func hides(_ declarations: String) -> Bool {
        let plain = declarations.lowercased().filter { !$0.isWhitespace }
        if HiddenText.hidingStyle(in: Array(("p style=" + plain).utf8)[...]) != nil { return true }
        let values = plain.split(separator: ";")
        if values.contains("overflow:hidden"),
            values.contains(where: { ["height:0", "width:0", "height:1px", "width:1px", "max-height:0"].contains($0) })
        {
            return true
        }
        // Moved out of the window: `left: -50px`, `top: -6rem`.
        guard values.contains("position:absolute") || values.contains("position:fixed") else { return false }
        return values.contains { value in
            let parts = value.split(separator: ":")
            guard parts.count == 2, ["top", "left", "right", "bottom"].contains(parts[0]), parts[1].hasPrefix("-")
            else {
                return false
            }
            let number = Double(parts[1].dropFirst().prefix { $0.isNumber || $0 == "." }) ?? 0
            return number >= (parts[1].hasSuffix("em") ? 4 : 50)
        }
    }

    private static func withoutComments(_ sheet: String) -> String {
        var kept = ""
        var rest = sheet[...]
        while let start = rest.range(ofText: "/*") {
            kept += rest[..<rest.index(start, offsetBy: -2)]
            rest = rest[start...]
            rest = rest.range(ofText: "*/").map { rest[$0...] } ?? ""
        }
        return kept + rest
    }
}

extension StringProtocol {
    /// Where a text ends that stands here first.
    fileprivate func range(ofText text: String) -> Index? {
        var index = startIndex
        while index < endIndex {
            if self[index...].hasPrefix(text) { return self.index(index, offsetBy: text.count) }
            index = self.index(after: index)
        }
        return nil
    }
}
