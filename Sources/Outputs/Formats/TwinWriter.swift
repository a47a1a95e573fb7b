import Bytes
import SiteModel

/// The parts of a twin, in the words of the page's language.
struct TwinWriter {
    let view: SiteView
    let page: PageIndex
    let header: PageHeader
    let facets: PageFacets
    let writer: RichTextWriter

    init(_ view: SiteView, _ page: PageIndex) {
        self.view = view
        self.page = page
        header = view.header(page)
        facets = view.facets(page)
        writer = RichTextWriter(view, for: header)
    }

    func frontMatter(into buffer: inout ByteBuffer) {
        buffer.append("---\n")
        field("title", header.title, &buffer)
        field("canonical", view.canonical(page), &buffer)
        field("language", header.language.tag, &buffer)
        if let updated = view.modified(of: page) { field("updated", updated.iso8601, &buffer) }
        if let author = header.author.flatMap({ view.person($0.text) }) {
            field("author", author.name.text(in: header.language.code) ?? author.id, &buffer)
        }
        field("description", view.metaDescription(of: page), &buffer)
        buffer.append("---\n\n")
    }

    func byline(into buffer: inout ByteBuffer) {
        guard let updated = view.modified(of: page) else { return }
        buffer.append(text: view.phrase(.updated, in: header.language))
        buffer.append(text: view.phrase(.colon, in: header.language))
        buffer.append(text: updated.day)
        buffer.append(" · <")
        buffer.append(text: view.canonical(page))
        buffer.append(">\n\n")
    }

    func answer(into buffer: inout ByteBuffer) {
        if let definition = facets.definition {
            heading(.definition, &buffer)
            block(definition, &buffer)
        }
        guard let answer = facets.shortAnswer else { return }
        heading(.directAnswer, &buffer)
        if let question = facets.question {
            buffer.append("**")
            buffer.append(text: OneLine.text(question))
            buffer.append("**\n\n")
        }
        block(answer, &buffer)
    }

    func list(_ title: Phrase, _ items: [RichText], isNumbered: Bool, into buffer: inout ByteBuffer) {
        guard !items.isEmpty else { return }
        heading(title, &buffer)
        for (position, item) in items.enumerated() {
            marker(position, isNumbered, &buffer)
            writer.write(item, as: .markdown, into: &buffer)
            buffer.append("\n")
        }
        buffer.append("\n")
    }

    func steps(into buffer: inout ByteBuffer) {
        guard !facets.steps.isEmpty else { return }
        heading(.steps, &buffer)
        for (position, step) in facets.steps.enumerated() {
            marker(position, true, &buffer)
            writer.write(step.text, as: .markdown, into: &buffer)
            if let why = step.why {
                buffer.append(header.language.isChinese ? "（" : " (")
                writer.write(why, as: .markdown, into: &buffer)
                buffer.append(header.language.isChinese ? "）" : ")")
            }
            buffer.append("\n")
        }
        buffer.append("\n")
    }

    func code(into buffer: inout ByteBuffer) {
        for sample in facets.code {
            if let title = sample.title {
                buffer.append("**")
                buffer.append(text: OneLine.text(title))
                buffer.append("**\n\n")
            }
            let fence = Self.fence(around: sample.text)
            buffer.append(text: fence + sample.language + "\n" + sample.text)
            if buffer.last != 0x0A { buffer.append("\n") }
            buffer.append(text: fence + "\n\n")
        }
    }

    func questions(into buffer: inout ByteBuffer) {
        guard !facets.questions.isEmpty else { return }
        heading(.followUps, &buffer)
        for pair in facets.questions {
            buffer.append("### ")
            writer.write(pair.question, as: .markdown, into: &buffer)
            buffer.append("\n\n")
            block(pair.answer, &buffer)
        }
    }

    func englishSummary(into buffer: inout ByteBuffer) {
        guard let summary = facets.englishSummary else { return }
        heading(.englishSummary, &buffer)
        block(summary, &buffer)
    }

    func notes(into buffer: inout ByteBuffer) {
        for note in header.notes.compactMap({ view.sharedText($0.text, in: header.language) }) {
            buffer.append("## ")
            buffer.append(text: OneLine.text(note.title))
            buffer.append("\n\n")
            block(note.body, &buffer)
        }
    }

    func sources(into buffer: inout ByteBuffer) {
        guard !header.sources.isEmpty else { return }
        heading(.sources, &buffer)
        for source in header.sources { link(source.title, source.url, note: nil, &buffer) }
        buffer.append("\n")
    }

    /// What the page lists: its section's pages, or related ones.
    func pages(into buffer: inout ByteBuffer) {
        switch header.kind {
        case "hub":
            for group in view.groups(of: page) {
                if !group.title.isEmpty { buffer.append(text: "## " + OneLine.text(group.title) + "\n\n") }
                for member in group.pages { card(member, &buffer) }
                buffer.append("\n")
            }
        case "home":
            for folder in view.sections(in: header.language) {
                guard let hub = view.page(PageID(folder), in: header.language) else { continue }
                buffer.append(text: "## " + OneLine.text(view.header(hub).title) + "\n\n")
                for member in view.members(of: folder, in: header.language).prefix(8) { card(member, &buffer) }
                buffer.append("\n")
            }
        case "not-found": break
        default:
            let related = view.related(to: page)
            guard !related.isEmpty else { return }
            heading(.related, &buffer)
            for other in related { card(other, &buffer) }
            buffer.append("\n")
        }
    }
}

extension TwinWriter {
    func endBlock(_ buffer: inout ByteBuffer) {
        while buffer.last == 0x0A { buffer.truncate(to: buffer.count - 1) }
        buffer.append("\n\n")
    }

    private func field(_ name: StaticString, _ value: String, _ buffer: inout ByteBuffer) {
        buffer.append(name)
        buffer.append(": ")
        // A JSON string is a YAML string.
        buffer.append(jsonString: value)
        buffer.append("\n")
    }

    private func heading(_ phrase: Phrase, _ buffer: inout ByteBuffer) {
        buffer.append("## ")
        buffer.append(text: view.phrase(phrase, in: header.language))
        buffer.append("\n\n")
    }

    private func block(_ text: RichText, _ buffer: inout ByteBuffer) {
        writer.write(text, as: .markdown, into: &buffer)
        endBlock(&buffer)
    }

    private func marker(_ position: Int, _ isNumbered: Bool, _ buffer: inout ByteBuffer) {
        guard isNumbered else {
            buffer.append("- ")
            return
        }
        buffer.append(decimal: position + 1)
        buffer.append(". ")
    }

    private func card(_ page: PageIndex, _ buffer: inout ByteBuffer) {
        link(view.header(page).title, view.twinURL(page), note: view.summary(of: page), &buffer)
    }

    private func link(_ title: String, _ url: String, note: String?, _ buffer: inout ByteBuffer) {
        buffer.append("- [")
        for byte in OneLine.text(title).utf8 {
            if byte == 0x5B || byte == 0x5D || byte == 0x5C { buffer.append("\\") }
            buffer.append(byte: byte)
        }
        buffer.append("](")
        buffer.append(text: LLMsLine.encoded(url))
        buffer.append(")")
        if let note, !note.isEmpty {
            buffer.append(text: view.phrase(.colon, in: header.language))
            buffer.append(text: OneLine.text(note))
        }
        buffer.append("\n")
    }

    /// A fence longer than any run of back-ticks inside.
    private static func fence(around text: String) -> String {
        var longest = 0
        var run = 0
        for byte in text.utf8 {
            run = byte == 0x60 ? run + 1 : 0
            longest = max(longest, run)
        }
        return String(repeating: "`", count: max(3, longest + 1))
    }
}
