package import SiteModel

/// What is said about a page where there is room for a line or two. All of it is text that the page itself shows.
extension SiteView {
    /// The short answer as plain text; nil for pages without one.
    package func shortAnswerText(of page: PageIndex) -> String? {
        cards[page.position].shortAnswer.map { plainText($0, of: page) }
    }

    /// What lists say about a page: the short answer, else the definition, else the description; may be empty.
    package func summary(of page: PageIndex) -> String {
        let card = cards[page.position]
        if let text = card.shortAnswer ?? card.definition { return plainText(text, of: page) }
        return written(card) ?? catalogSummary(of: page) ?? ""
    }

    /// The meta description, which is also the description of structured data and of the twin: the beginning of the short
    /// answer or definition, else what the editor wrote, else the beginning of the body, else the title.
    package func metaDescription(of page: PageIndex, body: RichText?) -> String {
        let card = cards[page.position]
        if let text = card.shortAnswer ?? card.definition {
            return Excerpt.cut(plainText(text, of: page), columns: 160, least: 62)
        }
        if let description = written(card) { return OneLine.text(description) }
        if let summary = catalogSummary(of: page), let language = settings.language(card.languageCode) {
            return Excerpt.cut(card.title + phrase(.colon, in: language) + summary, columns: 160, least: 100)
        }
        let opening = body.map { self.opening(of: $0, on: page) } ?? ""
        return opening.isEmpty ? card.title : opening
    }

    /// The note behind a link in `llms.txt`, on one line and never empty.
    /// - Parameter opening: the beginning of the page's body, for pages that have nothing else.
    func note(of page: PageIndex, opening: String) -> String {
        let card = cards[page.position]
        if let text = card.shortAnswer ?? card.definition {
            let note = Excerpt.cut(plainText(text, of: page), columns: 160, least: 30)
            if !note.isEmpty { return note }
        }
        if let text = written(card) ?? catalogSummary(of: page) { return Excerpt.cut(text, columns: 160, least: 30) }
        return opening.isEmpty ? dateNote(of: card) : Excerpt.cut(opening, columns: 160, least: 30)
    }

    /// Whether a page has nothing to summarise it but its body.
    func needsOpening(_ page: PageIndex) -> Bool {
        let card = cards[page.position]
        return card.shortAnswer == nil && card.definition == nil && card.description?.isEmpty ?? true
    }

    /// The beginning of a body, on one line.
    func opening(of body: RichText, on page: PageIndex) -> String {
        Excerpt.cut(plainText(body, of: page), columns: 160, least: 30)
    }
}

extension SiteView {
    private func written(_ card: PageCard) -> String? {
        card.description.flatMap { $0.isEmpty ? nil : $0 }
    }

    private func plainText(_ text: RichText, of page: PageIndex) -> String {
        if case .plain(let plain) = text.storage { return plain }
        return RichTextWriter(self, for: header(page)).plainText(text)
    }

    private func dateNote(of card: PageCard) -> String {
        guard let language = settings.language(card.languageCode), let modified = card.modified else {
            return card.title
        }
        return phrase(.updated, in: language) + phrase(.colon, in: language) + modified.day
    }
}
