internal import Diagnostics

/// Checks the marked directives and makes holes of them.
extension DocumentReader {
    mutating func readInlineDirective(_ call: Int) {
        add(.directiveInline, value: addInsertion(call))
    }

    mutating func openInlineDirective(_ call: Int) {
        let insertion = addInsertion(call)
        add(.directiveText, value: insertion)
        openInlines.append(OpenDirective(call: call, insertion: insertion, depth: depth, colons: 1))
    }

    /// Ends the innermost directive; when another element began or ended in between, the directive ends with that element.
    mutating func closeInlineDirective(_ call: Int) {
        guard let open = openInlines.last, open.call == call, open.depth == depth else { return }
        strikes.leave(level: level - 1)
        openInlines.removeLast()
        add(.directiveText, isExit: true, value: open.insertion)
    }

    /// Tells whether the label is to be read.
    mutating func readLeaf(_ call: Int, _ isLabelRendered: Bool) -> Bool {
        contentCount += 1
        let insertion = addInsertion(call)
        guard isLabelRendered else {
            add(.directiveBlock, value: insertion)
            return false
        }
        add(.directiveLeaf, value: insertion)
        headingRole = .leaf(insertion: insertion, kind: .directiveLeaf)
        return true
    }

    mutating func openContainer(_ call: Int) {
        contentCount += 1
        let insertion = addInsertion(call)
        add(.directiveContainer, value: insertion)
        openContainers.append(
            OpenDirective(call: call, insertion: insertion, depth: depth, colons: marked.calls[call].colons))
    }

    /// Ends the innermost container with as many colons, else the innermost one when it has fewer.
    mutating func closeContainer(colons: Int, at range: Range<Int>) {
        let here = openContainers.lastIndex { $0.depth == depth && $0.colons == colons }
        let index =
            here
            ?? openContainers.indices.last { openContainers[$0].depth == depth && openContainers[$0].colons < colons }
        guard let index else {
            document.report(
                .markdownStrayFence, at: source.place(range),
                Message(en: "these colons end no container", zh: "这一行冒号没有对应的容器开头"))
            return
        }
        while openContainers.count > index + 1 { closeUnclosedContainer() }
        let open = openContainers.removeLast()
        add(.directiveContainer, isExit: true, value: open.insertion)
    }

    /// Ends what was opened at this depth or deeper, because the element around it ends.
    mutating func closeDirectives(from depth: Int) {
        while let open = openInlines.last, open.depth >= depth {
            openInlines.removeLast()
            add(.directiveText, isExit: true, value: open.insertion)
            let name = String(decoding: source.bytes[marked.calls[open.call].name], as: UTF8.self)
            document.report(
                .markdownCrossedDirective, at: source.place(marked.calls[open.call].range),
                Message(
                    en: "the label of ‘\(name)’ and other markup cross each other", zh: "“\(name)”的标签与其他标记交叉"))
        }
        while let open = openContainers.last, open.depth >= depth { closeUnclosedContainer() }
    }

    private mutating func closeUnclosedContainer() {
        guard let open = openContainers.popLast() else { return }
        add(.directiveContainer, isExit: true, value: open.insertion)
        let scan = marked.calls[open.call]
        let name = String(decoding: source.bytes[scan.name], as: UTF8.self)
        let fence = String(repeating: ":", count: open.colons)
        document.report(
            .markdownUnclosedDirective, at: source.place(scan.range),
            Message(en: "the container ‘\(name)’ is not closed", zh: "容器“\(name)”没有结束"),
            hint: Message(en: "end it with a line ‘\(fence)’", zh: "在其后另起一行写“\(fence)”"))
    }

    /// Checks a call and makes an insertion of it.
    private mutating func addInsertion(_ call: Int) -> Int {
        let scan = marked.calls[call]
        checkSyntax(scan)
        document.insertions.append(.directive(value(of: scan)))
        return document.insertions.count - 1
    }

    private func text(_ range: Range<Int>) -> String { String(decoding: source.bytes[range], as: UTF8.self) }

    private func value(of scan: DirectiveScan) -> DirectiveCall {
        DirectiveCall(
            name: text(scan.name), form: scan.form, label: scan.label.map { text($0) },
            labelPlace: scan.label.map { source.place($0) },
            attributes: scan.attributes.map { attribute in
                DirectiveCall.Attribute(
                    name: name(of: attribute), value: text(attribute.value), namePlace: source.place(attribute.name),
                    valuePlace: source.place(attribute.value))
            },
            place: source.place(scan.range))
    }

    private func name(of attribute: DirectiveScan.Attribute) -> String {
        switch attribute.shorthand {
        case 0x23: "id"
        case 0x2E: "class"
        default: text(attribute.name)
        }
    }
}

extension DocumentReader {
    private mutating func checkSyntax(_ scan: DirectiveScan) {
        let name = text(scan.name)
        guard let syntaxes = options.directives else { return }
        guard let syntax = syntaxes.first(where: { $0.name == name }) else {
            document.report(
                .markdownUnknownDirective, at: source.place(scan.name),
                Message(en: "‘\(name)’ is not a directive", zh: "没有名为“\(name)”的指令"),
                hint: NearName.hint(for: name, among: syntaxes.map(\.name))
                    ?? Message(en: "write ‘\\:’ if it is plain text", zh: "如果是普通文字，请写成“\\:”"))
            return
        }
        if let malformed = scan.malformed {
            document.report(
                .markdownDirectiveAttributes, at: source.place(malformed),
                Message(en: "the attributes of ‘\(name)’ can't be read here", zh: "“\(name)”的属性从这里起无法识别"),
                hint: Message(
                    en: "write {key=value key=\"some words\" #id .class}", zh: "写成 {key=value key=\"若干文字\" #id .class}")
            )
        }
        checkForm(scan, syntax)
        for attribute in scan.attributes where !syntax.attributes.contains(self.name(of: attribute)) {
            let key = self.name(of: attribute)
            document.report(
                .markdownUnknownAttribute, at: source.place(attribute.name),
                Message(en: "‘\(name)’ has no attribute ‘\(key)’", zh: "“\(name)”没有属性“\(key)”"),
                hint: NearName.hint(for: key, among: syntax.attributes))
        }
    }

    private mutating func checkForm(_ scan: DirectiveScan, _ syntax: DirectiveSyntax) {
        let name = syntax.name
        if !syntax.forms.contains(scan.form) {
            let allowed = syntax.forms.map { String(repeating: ":", count: $0.colons) + name }
            document.report(
                .markdownDirectiveForm, at: source.place(scan.range),
                Message(
                    en: "‘\(name)’ can't be written with \(scan.form.colons) colons",
                    zh: "“\(name)”不能用 \(scan.form.colons) 个冒号的写法"),
                hint: Message(
                    en: "write \(allowed.joined(separator: " or "))", zh: "写成 \(allowed.joined(separator: " 或 "))"))
        }
        if syntax.label == .none, let label = scan.label {
            document.report(
                .markdownDirectiveLabel, at: source.place(label),
                Message(en: "‘\(name)’ takes no label in square brackets", zh: "“\(name)”不带方括号标签"))
        }
    }
}

extension DirectiveSyntax.Form {
    fileprivate var colons: Int {
        switch self {
        case .inline: 1
        case .leaf: 2
        case .container: 3
        }
    }
}
