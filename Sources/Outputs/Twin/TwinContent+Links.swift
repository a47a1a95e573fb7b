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
        } else if view.isHome(page) {
            for section in view.overview(in: language) {
                writeHeading(text: section.title, &buffer)
                buffer.append("\n")
                for member in section.pages { writeListed(member, &buffer) }
                guard let hub = section.hub, section.count > section.pages.count else { continue }
                buffer.append("- ")
                buffer.append(linkTo: view.twinURL(hub), text: section.title)
                buffer.append(" (")
                buffer.append(decimal: section.count)
                buffer.append(")\n")
            }
        }
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
                buffer.append(text: view.phrase(.colon, in: language))
                buffer.append(text: accessed.day)
                buffer.append(")")
            }
            buffer.append("\n")
        }
    }

    func writeRelated(_ buffer: inout ByteBuffer) {
        guard !view.isHub(page), !view.isHome(page) else { return }
        let related = view.related(to: page)
        guard !related.isEmpty else { return }
        writeHeading(.related, &buffer)
        buffer.append("\n")
        for other in related {
            buffer.append("- ")
            buffer.append(linkTo: view.twinURL(other), text: view.title(of: other))
            buffer.append("\n")
        }
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
        let siblings = view.shortAnswerSiblings(of: page)
        guard !siblings.isEmpty else { return }
        writeHeading(.siblings, &buffer)
        buffer.append("\n")
        for sibling in siblings {
            guard let answer = view.cards[sibling.position].shortAnswer else { continue }
            buffer.append("- ")
            buffer.append(linkTo: view.twinURL(sibling), text: view.title(of: sibling))
            buffer.append(text: view.phrase(.colon, in: language))
            if case .plain = answer.storage {
                writeItem(answer, indent: 2, &buffer)
            } else {
                // Its links are relative to its own page.
                writeItem(answer, from: RichTextWriter(view, for: view.header(sibling)), indent: 2, &buffer)
            }
        }
    }

    private func writeListed(_ member: PageIndex, _ buffer: inout ByteBuffer) {
        buffer.append("- ")
        buffer.append(linkTo: view.twinURL(member), text: view.title(of: member))
        let summary = view.summary(of: member)
        if !summary.isEmpty {
            buffer.append(text: view.phrase(.colon, in: language))
            buffer.append(markdownEscaped: summary)
        }
        buffer.append("\n")
    }
}
