import Bytes
import SiteModel

/// What leads on from a page: lists of hubs and home, sources, related pages, shared texts, sibling answers.
extension TwinContent {
    func writePageLists(_ buffer: inout ByteBuffer) {
        if view.isHub(page) {
            for group in view.groups(of: page) {
                if !group.title.isEmpty { writeHeading(text: group.title, &buffer) }
                buffer.append("\n")
                for member in group.pages { writeListed(member, &buffer) }
            }
            writeOtherParts(&buffer)
        } else if view.isHome(page) {
            for section in view.overview(in: language) {
                writeHeading(text: section.title, &buffer)
                buffer.append("\n")
                let summary = view.summary(of: section.hub)
                if !summary.isEmpty {
                    buffer.append(markdownText: OneLine.text(summary))
                    buffer.append("\n\n")
                }
                for member in section.pages { writeListed(member, &buffer) }
                guard section.count > section.pages.count else { continue }
                buffer.append("- ")
                buffer.append(linkTo: view.twinURL(section.hub), text: section.title)
                buffer.append(" (")
                buffer.append(decimal: section.count)
                buffer.append(")\n")
            }
        }
    }

    /// The parts of a hub before and after this one.
    private func writeOtherParts(_ buffer: inout ByteBuffer) {
        let parts = [-1, 1].compactMap { view.neighbour(of: page, distance: $0) }
        for (index, part) in parts.enumerated() {
            buffer.append(index == 0 ? "\n" : " · ")
            buffer.append(linkTo: view.twinURL(part), text: view.card(part).title)
        }
        if !parts.isEmpty { buffer.append("\n") }
    }

    func writeSources(_ buffer: inout ByteBuffer) {
        guard !header.sources.isEmpty else { return }
        writeHeading(.sources, &buffer)
        buffer.append("\n")
        for source in header.sources {
            buffer.append("- ")
            buffer.append(linkTo: source.url, text: source.title)
            if let accessed = source.accessed {
                buffer.append(" (")
                buffer.append(text: view.phrase(.accessed, in: language))
                buffer.append(text: colon)
                buffer.append(text: accessed.day)
                buffer.append(")")
            }
            buffer.append("\n")
        }
    }

    func writeChanges(_ buffer: inout ByteBuffer) {
        guard !header.changes.isEmpty else { return }
        writeHeading(.changes, &buffer)
        buffer.append("\n")
        for change in header.changes {
            buffer.append("- ")
            buffer.append(text: change.date.day)
            buffer.append(text: colon)
            buffer.append(markdownText: OneLine.text(change.note))
            buffer.append("\n")
        }
    }

    func writeRelated(_ buffer: inout ByteBuffer) {
        let related = texts.related
        guard !related.isEmpty else { return }
        writeHeading(.related, &buffer)
        buffer.append("\n")
        for other in related { writeListed(other, &buffer) }
    }

    func writeMentions(_ buffer: inout ByteBuffer) {
        let pages = CatalogRows(view, for: header).mentions(of: page, without: texts.related)
        guard !pages.isEmpty else { return }
        writeHeading(.modelMentions, &buffer)
        buffer.append("\n")
        for other in pages { writeListed(other, &buffer) }
    }

    func writeNotes(_ buffer: inout ByteBuffer) {
        for note in header.notes {
            guard let text = view.sharedText(note.text, in: language) else { continue }
            writeHeading(text: text.title, &buffer)
            writeBlock(text.body, &buffer)
        }
    }

    /// Titles and short answers as they stand on the pages themselves.
    func writeSiblings(_ buffer: inout ByteBuffer) {
        guard !view.isHub(page), !view.isHome(page) else { return }
        let siblings = texts.siblings
        guard !siblings.isEmpty else { return }
        writeHeading(.siblings, &buffer)
        buffer.append("\n")
        for sibling in siblings { writeListed(sibling, &buffer) }
    }

    /// The line of a page that says of itself what no link stands in.
    static func line(of text: String, title: String, twinURL: String, _ colon: String) -> [UInt8] {
        var buffer = ByteBuffer(capacity: 512)
        writeLine(of: text, title: title, twinURL: twinURL, colon, into: &buffer)
        return buffer.bytes
    }

    private static func writeLine(
        of text: String, title: String, twinURL: String, _ colon: String, into buffer: inout ByteBuffer
    ) {
        buffer.append("- ")
        buffer.append(linkTo: twinURL, text: title)
        buffer.append(text: colon)
        let start = buffer.count
        buffer.append(text: text)
        finishItem(from: start, indent: 2, &buffer)
    }

    /// A link and what the page says of itself.
    private func writeListed(_ other: PageIndex, _ buffer: inout ByteBuffer) {
        let card = view.card(other)
        if card.languageCode == header.languageCode {
            if let line = card.twinLine { return buffer.append(line) }
            if case .plain(let text)? = (card.shortAnswer ?? card.definition)?.storage {
                return Self.writeLine(of: text, title: card.title, twinURL: card.twinURL, colon, into: &buffer)
            }
        }
        buffer.append("- ")
        buffer.append(linkTo: card.twinURL, text: card.title)
        // As cards of the page say it: as text, whose links stand on the other page alone.
        let summary = view.summary(of: other)
        if !summary.isEmpty {
            buffer.append(text: colon)
            buffer.append(markdownText: summary)
        }
        buffer.append("\n")
    }
}
