import Bytes
import SiteModel

/// The content of one twin, block by block in the order of the page.
struct TwinContent {
    let page: PageIndex
    let view: SiteView
    let header: PageHeader
    let facets: PageFacets
    let texts: PageTexts
    let body: RichText?
    let rich: RichTextWriter
    let colon: String
    /// Bytes of the H1 with its line feed; known when the content is written.
    private(set) var headingLength = 0
    /// Where the short answer or the definition ends; without them the H1.
    private(set) var answerEnd = 0

    var language: Language { header.language }

    init(_ texts: PageTexts, _ view: SiteView) {
        self.texts = texts
        page = texts.page
        self.view = view
        body = texts.body?.text
        header = view.header(page)
        facets = texts.facets
        rich = RichTextWriter(view, for: header)
        colon = view.phrase(.colon, in: header.language)
    }

    /// A block begins with an empty line and ends with a line feed.
    mutating func write(into buffer: inout ByteBuffer) {
        buffer.append("# ")
        buffer.append(markdownText: header.title)
        buffer.append("\n")
        headingLength = buffer.count
        answerEnd = buffer.count
        // Whoever reads only the beginning gets the answer; the front matter has said the date and the address.
        writeDefinition(&buffer)
        writeDirectAnswer(&buffer)
        writeReviewNotice(&buffer)
        writeLead(&buffer)
        writeByline(&buffer)
        if header.kind == "model" { writeCatalog(&buffer) }
        if view.catalogStanding?.isConfirmed == false, !view.showsCatalog(page) { writeCatalogRows(&buffer) }
        writeItems(.evidence, facets.evidence, isNumbered: false, &buffer)
        writeCode(&buffer)
        writeSteps(&buffer)
        switch header.kind {
        case "comparison", "prices", "vendor": writeCatalog(&buffer)
        default: break
        }
        if header.kind == "status" { writeUptime(&buffer) }
        if let body, !body.isEmpty { writeBlock(body, &buffer) }
        if header.kind == "hub" { writeCatalog(&buffer) }
        writePageLists(&buffer)
        writeItems(.nextSteps, facets.nextSteps, isNumbered: true, &buffer)
        writeEnglishSummary(&buffer)
        writeQuestions(&buffer)
        if header.kind == "model" { writeMentions(&buffer) }
        writeRelated(&buffer)
        writeNotes(&buffer)
        writeSources(&buffer)
        writeChanges(&buffer)
        writeSiblings(&buffer)
        writeSitemap(&buffer)
    }
}

extension TwinContent {
    /// Where all pages are listed. The word is never translated: programs look for it.
    private func writeSitemap(_ buffer: inout ByteBuffer) {
        guard view.settings.wants(output: "sitemap-md") else { return }
        buffer.append("\n## Sitemap\n\n[sitemap.md](")
        buffer.append(linkDestination: view.url("/sitemap.md"))
        buffer.append(")\n")
    }

    /// Behind the answer, which must stand whole where little is read.
    private func writeReviewNotice(_ buffer: inout ByteBuffer) {
        guard view.settings.review.showsBanner, let day = header.reviewBy, view.isPast(day) else { return }
        buffer.append("\n> [!WARNING]\n> ")
        for part in [view.phrase(.reviewDue, in: language), colon, view.phrase(.reviewDueNotice, in: language), colon] {
            buffer.append(markdownText: part)
        }
        buffer.append(text: day.day)
        buffer.append("\n")
    }

    /// A description stands below the title where no short answer does. That of hubs and home may be made from what they
    /// have; one that only repeats title or body adds nothing.
    private func writeLead(_ buffer: inout ByteBuffer) {
        guard facets.shortAnswer == nil, facets.definition == nil, let lead, !lead.isEmpty else { return }
        buffer.append("\n")
        buffer.append(markdownText: lead)
        buffer.append("\n")
    }

    private var lead: String? {
        guard view.isHub(page) || view.isHome(page) else { return header.description.map { OneLine.text($0) } }
        if view.card(page).part > 1 { return nil }
        let adds = texts.description != header.title && (body?.isEmpty ?? true || !view.needsOpening(page))
        return adds ? texts.description : nil
    }

    /// Dates, review, the page for people, and the way to the index.
    private func writeByline(_ buffer: inout ByteBuffer) {
        buffer.append("\n")
        let start = buffer.count
        let modified = view.modified(of: page)
        if let modified { writeFact(.updated, modified.day, after: start, &buffer) }
        if let published = header.published, published != modified {
            writeFact(.published, published.day, after: start, &buffer)
        }
        if let reviewed = header.reviewed { writeFact(.reviewed, reviewed.day, after: start, &buffer) }
        if let reviewer = header.reviewedBy, let name = view.personName(reviewer.text, in: language) {
            writeFact(.reviewedBy, name, after: start, &buffer)
        }
        if buffer.count > start { buffer.append(" · ") }
        buffer.append("<")
        buffer.append(text: view.canonical(page))
        buffer.append(">")
        if view.settings.wants(output: "llms") {
            buffer.append(" · [llms.txt](")
            buffer.append(linkDestination: view.url(view.llmsPath(for: page)))
            buffer.append(")")
        }
        buffer.append("\n")
    }

    private func writeFact(_ phrase: Phrase, _ text: String, after start: Int, _ buffer: inout ByteBuffer) {
        if buffer.count > start { buffer.append(" · ") }
        buffer.append(text: view.phrase(phrase, in: language))
        buffer.append(text: colon)
        buffer.append(markdownText: text)
    }

    private mutating func writeDefinition(_ buffer: inout ByteBuffer) {
        guard let term = facets.term, let definition = facets.definition else { return }
        writeHeading(.definition, &buffer)
        buffer.append("\n**")
        buffer.append(markdownText: term)
        buffer.append("**")
        buffer.append(text: colon)
        writeText(definition, &buffer)
        answerEnd = buffer.count
        guard !facets.termAliases.isEmpty else { return }
        buffer.append("\n")
        buffer.append(text: view.phrase(.aliases, in: language))
        buffer.append(text: colon)
        for (index, alias) in facets.termAliases.enumerated() {
            if index > 0 { buffer.append(text: view.phrase(.listComma, in: language)) }
            buffer.append(markdownText: alias.text)
        }
        buffer.append("\n")
    }

    private mutating func writeDirectAnswer(_ buffer: inout ByteBuffer) {
        guard let answer = facets.shortAnswer else { return }
        writeHeading(.directAnswer, &buffer)
        writeBlock(answer, &buffer)
        answerEnd = buffer.count
        guard let question = facets.question else { return }
        buffer.append("\n")
        buffer.append(text: view.phrase(.originalQuestion, in: language))
        buffer.append(text: colon)
        buffer.append(markdownText: question)
        buffer.append("\n")
    }

    private func writeSteps(_ buffer: inout ByteBuffer) {
        guard !facets.steps.isEmpty else { return }
        writeHeading(header.kind == "checklist" ? .checklistItems : .steps, &buffer)
        buffer.append("\n")
        for (index, step) in facets.steps.enumerated() {
            let indent = writeMarker(index + 1, &buffer)
            writeItem(step.text, indent: indent, &buffer)
            guard let why = step.why, !why.isEmpty else { continue }
            buffer.append("\n")
            for _ in 0..<indent { buffer.append(byte: 0x20) }
            buffer.append(text: view.phrase(.why, in: language))
            buffer.append(text: colon)
            writeItem(why, indent: indent, &buffer)
        }
    }

    private func writeCode(_ buffer: inout ByteBuffer) {
        guard !facets.code.isEmpty else { return }
        writeHeading(.code, &buffer)
        if let testedWith = facets.testedWith {
            buffer.append("\n")
            buffer.append(text: view.phrase(.testedWith, in: language))
            buffer.append(text: colon)
            buffer.append(markdownText: testedWith)
            buffer.append("\n")
        }
        for sample in facets.code {
            if let title = sample.title {
                buffer.append("\n**")
                buffer.append(markdownText: title)
                buffer.append("**\n")
            }
            buffer.append("\n")
            writeFence(sample, &buffer)
        }
    }

    /// Models and prices, from the same records as the HTML.
    private func writeCatalog(_ buffer: inout ByteBuffer) {
        guard view.showsCatalog(page), let catalog = view.catalogState else { return }
        writeHeading(header.kind == "model" ? .modelFacts : .modelTableTitle, &buffer)
        if catalog.isConfirmed, let date = catalog.asOf {
            buffer.append("\n")
            buffer.append(text: view.phrase(.catalogAsOf, in: language))
            buffer.append(text: colon)
            buffer.append(text: date.day)
            buffer.append("\n")
        }
        writeCatalogRows(&buffer)
    }

    private func writeUptime(_ buffer: inout ByteBuffer) {
        let start = buffer.count
        buffer.append("\n")
        UptimeRows(view, for: header).writeTwin(of: page, into: &buffer)
        Self.trimEnd(&buffer, to: start)
        if buffer.count > start { buffer.append("\n") }
    }

    /// The rows, and on every page with a price that they are not confirmed, when they aren't; often nothing.
    private func writeCatalogRows(_ buffer: inout ByteBuffer) {
        let start = buffer.count
        buffer.append("\n")
        CatalogRows(view, for: header).writeTwin(
            of: page, body: body, listing: view.listed(on: texts), into: &buffer)
        Self.trimEnd(&buffer, to: start)
        if buffer.count > start { buffer.append("\n") }
    }

    private func writeEnglishSummary(_ buffer: inout ByteBuffer) {
        guard let summary = facets.englishSummary, !summary.isEmpty else { return }
        writeHeading(.englishSummary, &buffer)
        writeBlock(summary, &buffer)
    }

    private func writeQuestions(_ buffer: inout ByteBuffer) {
        guard !facets.questions.isEmpty else { return }
        writeHeading(header.kind == "faq" ? .questions : .followUps, &buffer)
        for question in facets.questions {
            buffer.append("\n### ")
            writeLine(question.question, &buffer)
            buffer.append("\n")
            writeBlock(question.answer, &buffer)
        }
    }
}
