internal import Diagnostics

/// Tags and what they enclose.
extension Parser {
    /// Statements up to a tag whose name is in `ends`, or one that closes or continues something else, or the end of the file.
    mutating func parseBody(until ends: [String]) throws(SyntaxError) -> [Statement] {
        var statements: [Statement] = []
        while true {
            switch current.kind {
            case .text:
                statements.append(Statement(kind: .text, span: current.span))
                advance()
            case .outputBegin: try parseOutput(into: &statements)
            case .tagBegin:
                if let name = currentTagName?.name {
                    if ends.contains(name) || Self.closesOuter(name, openTags.map(\.name)) { return statements }
                }
                try parseTag(into: &statements)
            case .end: return statements
            default: skipTag()
            }
        }
    }

    /// True for the end of a tag that is open further out, so that the inner one is reported as unclosed.
    private static func closesOuter(_ name: String, _ open: [String]) -> Bool {
        guard let part = ends.first(where: { $0.value.contains(name) })?.key else { return false }
        if name == "else" || name == "elif" { return open.contains("if") || open.contains("for") }
        return open.contains(part)
    }

    static let ends: [String: [String]] = [
        "if": ["elif", "else", "endif"], "for": ["else", "endfor"], "block": ["endblock"], "macro": ["endmacro"],
        "call": ["endcall"], "filter": ["endfilter"], "set": ["endset"], "with": ["endwith"],
    ]

    static let tags = [
        "block", "call", "elif", "else", "endblock", "endcall", "endfilter", "endfor", "endif", "endmacro", "endset",
        "endwith", "extends", "filter", "for", "from", "if", "import", "include", "macro", "print", "raw", "set",
        "with",
    ]

    private mutating func parseOutput(into statements: inout [Statement]) throws(SyntaxError) {
        let start = current.span
        advance()
        do throws(SyntaxError) {
            let value = try parseTuple()
            let end = current.span
            guard current.kind == .outputEnd else { throw unexpected(wanted: "‘}}’", "“}}”") }
            advance()
            statements.append(Statement(kind: .output(value), span: start.joined(end)))
        } catch {
            try recover(from: error)
        }
    }

    /// Reports the mistake and goes behind the tag.
    mutating func recover(from error: SyntaxError) throws(SyntaxError) {
        if error.isFatal { throw error }
        report(error)
        skipTag()
    }

    private mutating func parseTag(into statements: inout [Statement]) throws(SyntaxError) {
        let start = current.span
        guard let tag = currentTagName else {
            report(SyntaxError(look(1).span, en: "a tag needs a name", zh: "标签缺少名字"))
            return skipTag()
        }
        position += 2
        do throws(SyntaxError) {
            switch tag.name {
            case "print": try parsePrint(start, into: &statements)
            case "extends":
                let name = try expectTemplateName()
                statements.append(Statement(kind: .extends(name), span: start.joined(try endTag())))
            case "include": statements.append(try parseInclude(start))
            case "import": statements.append(try parseImport(start))
            case "from": statements.append(try parseFrom(start))
            case "if": statements.append(try parseIf(start))
            case "for": statements.append(try parseFor(start))
            case "set": statements.append(try parseSet(start))
            case "with": statements.append(try parseWith(start))
            case "filter": statements.append(try parseFilterTag(start))
            case "block": statements.append(try parseBlock(start))
            case "macro": statements.append(try parseMacro(start))
            case "call": statements.append(try parseCallTag(start))
            default: throw misplaced(tag)
            }
        } catch {
            try recover(from: error)
        }
    }

    /// A tag that is unknown, or that closes what is not open.
    func misplaced(_ tag: NamedPart?) -> SyntaxError {
        guard let tag else { return unexpected(wanted: "a tag", "标签") }
        if let reason = Self.unsupportedTags[tag.name] {
            var error = SyntaxError(
                .notSupported, tag.span, en: "the tag ‘\(tag.name)’ is not available", zh: "不支持标签“\(tag.name)”",
                hint: reason)
            error.orphans = ["end\(tag.name)"]
            return error
        }
        if Self.tags.contains(tag.name) || excusedEnds.contains(tag.name) {
            var error = SyntaxError(
                tag.span, en: "‘\(tag.name)’ has no opening tag here", zh: "这里的“\(tag.name)”没有对应的开始标签",
                hint: openTags.last.map {
                    Message(en: "the innermost open tag is ‘\($0.name)’", zh: "最内层未结束的标签是“\($0.name)”")
                })
            error.tag = tag.name
            return error
        }
        var error = SyntaxError(
            .unknownTag, tag.span, en: "there is no tag ‘\(tag.name)’", zh: "没有标签“\(tag.name)”",
            hint: NearName.hint(for: tag.name, among: Self.tags))
        error.orphans = NearName.suggestions(for: tag.name, among: Self.tags).map { "end\($0)" }
        return error
    }

    private static let unsupportedTags: [String: Message] = [
        "do": Message(en: "use ‘{% set %}’", zh: "请用“{% set %}”"),
        "autoescape": Message(en: "everything is escaped, always", zh: "所有输出始终转义"),
        "break": Message(en: "filter the loop: ‘{% for x in items if … %}’", zh: "请给循环加条件：“{% for x in items if … %}”"),
        "continue": Message(en: "put the rest of the loop into ‘{% if %}’", zh: "请把循环余下部分放进“{% if %}”"),
        "trans": Message(en: "phrases are variables of the page", zh: "界面词语是页面变量"),
        "debug": Message(en: "print the value with ‘|tojson’", zh: "请用“|tojson”输出值"),
    ]

    /// The end of the tag in which the parser stands.
    mutating func endTag() throws(SyntaxError) -> SourceSpan {
        let span = current.span
        guard current.kind == .tagEnd else { throw unexpected(wanted: "‘%}’", "“%}”") }
        advance()
        return span
    }

    /// Behind an opening tag: its body up to one of `ends`, which is read as well. Gives the name that ended it.
    mutating func enclosed(by tag: String, _ span: SourceSpan) throws(SyntaxError) -> ([Statement], end: String) {
        let ends = Self.ends[tag] ?? []
        openTags.append((tag, span))
        defer { openTags.removeLast() }
        let body = try nested { parser throws(SyntaxError) in try parser.parseBody(until: ends) }
        if let name = currentTagName, ends.contains(name.name) {
            position += 2
            return (body, name.name)
        }
        report(
            SyntaxError(
                .unclosedBlock, span, en: "‘\(tag)’ is never closed", zh: "“\(tag)”没有结束",
                hint: Message(en: "close it with ‘{% end\(tag) %}’", zh: "请用“{% end\(tag) %}”结束")))
        return (body, "")
    }

    /// The end of a closing tag; nothing when the tag was missing.
    mutating func close(_ end: String) throws(SyntaxError) {
        if !end.isEmpty { _ = try endTag() }
    }

    /// Reads the head of a tag with a body. A mistake in it does not hide the body.
    mutating func head<Head>(
        _ standard: Head, _ read: (inout Parser) throws(SyntaxError) -> Head
    ) throws(SyntaxError) -> Head {
        do throws(SyntaxError) {
            let head = try read(&self)
            _ = skip(.colon)
            _ = try endTag()
            return head
        } catch {
            try recover(from: error)
            return standard
        }
    }
}
